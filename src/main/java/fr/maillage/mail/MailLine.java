package fr.maillage.mail;

import fr.maillage.ui.Badge;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as the administrator reads it. */
public record MailLine(
        UUID id,
        String recipient,
        String subject,
        @Nullable String body,
        Instant createdAt,
        MailState state,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable String lastError) {

    public Badge badge() {
        return state.badge();
    }
}
