package fr.maillage.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link sent to an address, by which a person joins.
 *
 * @param role the role offered, or null when the person signs up alone
 * @param placeName where the role is held, as told in the mail; empty for the whole installation
 * @param invitedBy name of who invites, or null when the person signs up alone
 */
public record Invitation(
        UUID id,
        String email,
        String name,
        @Nullable Role role,
        String placeName,
        @Nullable String invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
