package fr.maillage.diagnosis;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is made from the current editions, kept in memory until one of them changes. One request makes it anew, those that
 * need it wait.
 *
 * <p>Nobody may ask the pool for a connection while others wait for him with theirs: sixteen of them hold them all, and he
 * would never get one. Hence two locks. At the <em>door</em> requests wait that have no connection yet; the one that
 * passes asks for his then. The lock of the <em>making</em> is taken only by who has a connection (that of the
 * {@link Snapshot}, or of the transaction of the caller), and everything is read through it. The stamp is read outside of
 * both: as long as no edition changes nobody waits for anybody.
 *
 * @param <S> stamp of the editions
 */
final class Kept<S, T> {

    private record Made<S, T>(S stamp, T thing) {}

    private final Snapshot snapshot;
    private final Supplier<S> stamp;
    private final Function<S, T> make;
    private final ReentrantLock door = new ReentrantLock();
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made<S, T> last;

    /**
     * @param stamp reads which editions hold
     * @param make reads everything through the transaction it is called in
     */
    Kept(Snapshot snapshot, Supplier<S> stamp, Function<S, T> make) {
        this.snapshot = snapshot;
        this.stamp = stamp;
        this.make = make;
    }

    T current() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return read();
        }
        var known = of(stamp.get());
        if (known != null) {
            return known;
        }
        door.lock();
        try {
            return snapshot.read(this::read);
        } finally {
            door.unlock();
        }
    }

    private @Nullable T of(S now) {
        var known = last;
        return known != null && known.stamp.equals(now) ? known.thing : null;
    }

    private T read() {
        var now = stamp.get();
        var known = of(now);
        if (known != null) {
            return known;
        }
        making.lock();
        try {
            known = of(now);
            return known != null ? known : anew(now);
        } finally {
            making.unlock();
        }
    }

    /** The transaction of a caller may see a switch of editions half way: what it made of both is thrown away. */
    private T anew(S before) {
        var now = before;
        while (true) {
            var thing = make.apply(now);
            var after = stamp.get();
            if (after.equals(now)) {
                last = new Made<>(now, thing);
                return thing;
            }
            now = after;
        }
    }
}
