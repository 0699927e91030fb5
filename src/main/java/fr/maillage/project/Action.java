package fr.maillage.project;

import fr.maillage.rules.Mission;
import fr.maillage.shared.Change;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fiche action.
 *
 * @param number « Action 3 »: given once, never used again
 * @param missions those that its coverage belongs to, in the order of the agreement
 * @param objectiveTitle title of its operational objective, or null
 * @param pilotName name of who leads it, or null
 * @param partnerNames names of the partners, sorted
 */
public record Action(
        ActionId id,
        int number,
        ActionFacts facts,
        Set<Mission> missions,
        @Nullable String objectiveTitle,
        @Nullable String pilotName,
        List<String> partnerNames,
        Change change) {

    /** Where an action stands. */
    public enum State {
        PLANNED("Prévue"),
        ONGOING("En cours"),
        DONE("Terminée"),
        DROPPED("Abandonnée");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether the action still counts in the project: a dropped one covers nothing. */
    public boolean counts() {
        return facts.state() != State.DROPPED;
    }
}
