package fr.maillage.dossier.writing;

import fr.maillage.access.AccountId;
import java.time.Instant;

/**
 * A text of a dossier as it stands.
 *
 * @param key of the narrative, shared by the trames
 * @param text Markdown
 * @param version raised by each saving, 1 for the first
 */
public record SectionText(String key, String text, int version, Instant savedAt, AccountId author, String authorName) {

    public boolean isBlank() {
        return text.isBlank();
    }
}
