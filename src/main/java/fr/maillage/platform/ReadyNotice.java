package fr.maillage.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells on the console, once the server answers, where. */
@Component
final class ReadyNotice {

    private final Settings settings;

    ReadyNotice(Settings settings) {
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready() {
        System.out.println("Maillage est prêt : " + settings.baseUrl() + "\nCtrl-C l’arrête. Les données sont dans "
                + settings.home() + ".");
    }
}
