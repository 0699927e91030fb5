package fr.maillage.rulebook;

import fr.maillage.rules.aci.Grids;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The grids of the program and those that were added, read once and again after each change. */
@Component
class KnownGrids implements Supplier<Grids> {

    private record Read(long generation, Grids grids) {}

    private final JdbcClient jdbc;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Read last;

    KnownGrids(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Grids get() {
        // Taken before reading: what changes meanwhile makes this reading an old one.
        long now = generation.get();
        var known = last;
        if (known == null || known.generation != now) {
            known = new Read(now, read());
            last = known;
        }
        return known.grids;
    }

    /** As the database says in this transaction. */
    Grids read() {
        return Grids.shipped()
                .with(jdbc.sql("""
                                select code, yaml from rulebook.added_grid
                                where taken_at is not null and withdrawn_at is null order by in_force_from
                                """)
                        .query((row, _) -> Grids.read(row.getString("code") + ".yaml", row.getString("yaml")))
                        .list());
    }

    /** To be called in the transaction that changes an added grid: others read it once it is committed. */
    void changeWithThisTransaction() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }
        });
    }

    void forget() {
        generation.incrementAndGet();
    }
}
