package fr.maillage.mail;

import fr.maillage.ui.Badge;
import java.util.Locale;

/** Where a mail is. */
public enum MailState {
    /** No SMTP server is set: it is read here. */
    KEPT(Badge.of("À lire ici", Badge.Tone.BLUE, "inbox")),
    WAITING(Badge.of("En attente", Badge.Tone.GREY, "clock")),
    SENT(Badge.of("Parti", Badge.Tone.GREEN, "check")),
    /** Handed to the server by a node that then stopped: nobody knows whether it left. */
    INTERRUPTED(Badge.of("Envoi interrompu", Badge.Tone.AMBER, "circle-alert")),
    GIVEN_UP(Badge.of("Abandonné", Badge.Tone.RED, "x"));

    private final Badge badge;

    MailState(Badge badge) {
        this.badge = badge;
    }

    public Badge badge() {
        return badge;
    }

    /** In addresses and in SQL. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
