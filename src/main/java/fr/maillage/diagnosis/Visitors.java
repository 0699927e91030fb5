package fr.maillage.diagnosis;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What anybody may have computed without an account, diagnoses and portraits of any communes: few at once, so that those
 * who have an account never wait behind them.
 */
@Component
public class Visitors {

    private static final int AT_ONCE = 2;

    private static final long PATIENCE_SECONDS = 3;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** What is computed for a visitor. */
    public interface Work<T, E extends Exception> {
        T done() throws E;
    }

    /**
     * Waits for a place, then works.
     *
     * @throws ResponseStatusException 503 when the others take too long
     */
    public <T, E extends Exception> T serve(Work<T, E> work) throws E {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        try {
            return work.done();
        } finally {
            places.release();
        }
    }
}
