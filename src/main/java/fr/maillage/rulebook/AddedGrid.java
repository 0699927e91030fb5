package fr.maillage.rulebook;

import fr.maillage.ui.Badge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grid that an administrator added.
 *
 * @param sha256 of its text as received, in hexadecimal
 * @param takenAt since when it counts, null while it is only shown
 * @param withdrawnAt since when it no longer counts, or was set aside
 */
public record AddedGrid(
        UUID id,
        String code,
        String title,
        LocalDate inForceFrom,
        String sha256,
        Instant addedAt,
        String addedBy,
        @Nullable Instant takenAt,
        @Nullable String takenBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy) {

    public boolean waits() {
        return takenAt == null && withdrawnAt == null;
    }

    public boolean counts() {
        return takenAt != null && withdrawnAt == null;
    }

    public Badge badge() {
        if (waits()) {
            return Badge.toCome("À confirmer");
        }
        if (counts()) {
            return Badge.of("Pris en compte", Badge.Tone.GREEN, "check");
        }
        return takenAt == null
                ? Badge.of("Écarté", Badge.Tone.GREY, "x")
                : Badge.of("Retiré", Badge.Tone.GREY, "archive");
    }
}
