package fr.maillage.library.reading;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the server read what waits; commands and tests ask the queue by hand. */
@Component
@ConditionalOnBooleanProperty(name = "maillage.scheduling", matchIfMissing = true)
class TextReading {

    private final TextQueue queue;

    TextReading(TextQueue queue) {
        this.queue = queue;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void read() {
        queue.readWaiting();
    }
}
