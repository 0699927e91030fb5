package fr.maillage.access.administration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of accounts.
 *
 * @param roles held today, in words, each once; empty when none
 * @param seenAt last request of a session that is still open, or null
 */
public record AccountLine(
        UUID id,
        String name,
        String email,
        String roles,
        Instant createdAt,
        @Nullable Instant seenAt,
        boolean disabled) {}
