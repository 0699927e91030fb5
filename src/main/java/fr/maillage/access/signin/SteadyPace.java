package fr.maillage.access.signin;

import java.time.Duration;

/** Makes an answer take the same time whether an account exists or not, so that the time tells nothing. */
final class SteadyPace {

    /** Well above what writing a mail takes. */
    private static final Duration PACE = Duration.ofMillis(300);

    private SteadyPace() {}

    static void run(Runnable work) {
        var end = System.nanoTime() + PACE.toNanos();
        work.run();
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
