package fr.maillage.library;

import fr.maillage.community.CommunityId;
import fr.maillage.shared.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document of a CPTS with the version that serves.
 *
 * @param change the last change of its facts
 */
public record LibraryDocument(
        DocumentId id,
        CommunityId community,
        DocumentFacts facts,
        StoredFile file,
        @Nullable Instant archivedAt,
        Change change) {

    public boolean isArchived() {
        return archivedAt != null;
    }
}
