package fr.maillage.diagnosis;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks, once the program is ready and then every ten seconds, whether there is something to warm up. A thread of its own
 * and of low priority: the scheduled jobs share one, which would wait for it. Off where background work is off, as in
 * commands and tests.
 */
@Component
@ConditionalOnBooleanProperty(name = "maillage.scheduling", matchIfMissing = true)
class DiagnosisWarmUpThread {

    private static final Logger LOG = LoggerFactory.getLogger(DiagnosisWarmUpThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** How long the end of the program waits for a look that goes on. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DiagnosisWarmUp warmUp;
    private @Nullable Thread thread;
    private volatile boolean stopped;

    DiagnosisWarmUpThread(DiagnosisWarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform()
                    .name("diagnosis-warm-up")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::lookAgainAndAgain);
        }
    }

    @PreDestroy
    synchronized void stop() throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(PATIENCE);
        }
    }

    private void lookAgainAndAgain() {
        while (!stopped) {
            try {
                warmUp.look();
            } catch (RuntimeException failure) {
                // The end of the program takes the database away.
                if (!stopped) {
                    LOG.warn("The diagnosis could not be warmed up: the first visitor will wait", failure);
                }
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}
