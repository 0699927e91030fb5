package fr.maillage.dossier.writing;

import fr.maillage.access.AccountId;
import fr.maillage.documents.Narrative;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text of a dossier as it stands.
 *
 * @param key of the narrative, shared by the trames
 * @param text Markdown
 * @param version raised by each saving, 1 for the first
 */
public record SectionText(String key, String text, int version, Instant savedAt, AccountId author, String authorName) {

    public boolean isBlank() {
        return new Narrative(text).isBlank();
    }

    /** The keys of the texts that are not blank. */
    public static Set<String> written(Map<String, SectionText> texts) {
        return texts.values().stream()
                .filter(text -> !text.isBlank())
                .map(SectionText::key)
                .collect(Collectors.toUnmodifiableSet());
    }
}
