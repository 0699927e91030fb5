package fr.maillage.dossier.writing;

import fr.maillage.access.AccountId;
import java.time.Instant;

/**
 * A text as it was, kept for ever.
 *
 * @param version the version of the narrative it made, or from which a text set aside was written
 */
public record Revision(
        long id, Kind kind, int version, String text, Instant savedAt, AccountId author, String authorName) {

    /** How a text came into the history. */
    public enum Kind {
        WRITTEN,
        /** An older text put back. */
        RESTORED,
        /** A text that met another one, saved meanwhile by somebody else. */
        SET_ASIDE
    }
}
