package fr.maillage.dossier.suggestions;

import fr.maillage.access.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody of the team proposes.
 *
 * @param key of the narrative
 * @param reason why, may be empty
 * @param decidedBy who accepted, refused or withdrew it, null while it is open
 */
public record Suggestion(
        UUID id,
        String key,
        Passage passage,
        String reason,
        AccountId author,
        String authorName,
        Instant madeAt,
        State state,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    public enum State {
        OPEN("À décider"),
        ACCEPTED("Acceptée"),
        REFUSED("Refusée"),
        /** By its own author. */
        WITHDRAWN("Retirée");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
