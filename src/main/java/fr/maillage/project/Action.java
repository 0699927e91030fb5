package fr.maillage.project;

import fr.maillage.rules.Mission;
import fr.maillage.shared.Change;
import java.util.List;
import java.util.Map;
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
 * @param change the last change of anything in the fiche
 * @param parts the last change of each part; absent for a part never touched since the fiche was made
 * @param tasks by due date, without those that were archived
 * @param followed its indicators with what was measured, in their order
 * @param model code of the model it was copied from, or null
 */
public record Action(
        ActionId id,
        int number,
        ActionFacts facts,
        Set<Mission> missions,
        @Nullable String objectiveTitle,
        @Nullable String pilotName,
        List<String> partnerNames,
        Change change,
        Map<ActionPart.Kind, Change> parts,
        List<Task> tasks,
        List<FollowedIndicator> followed,
        @Nullable String model) {

    /** An action just made: no task, nothing measured. */
    public Action(
            ActionId id,
            int number,
            ActionFacts facts,
            Set<Mission> missions,
            @Nullable String objectiveTitle,
            @Nullable String pilotName,
            List<String> partnerNames,
            Change change) {
        this(
                id,
                number,
                facts,
                missions,
                objectiveTitle,
                pilotName,
                partnerNames,
                change,
                Map.of(),
                List.of(),
                List.of(),
                null);
    }

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

    /** The version that the form of a part is filled from, and who wrote it. */
    public Change change(ActionPart.Kind part) {
        return parts.getOrDefault(part, new Change(0, change.at(), change.by()));
    }

    /** « Action 3 : Créneaux de soins non programmés ». */
    public String line() {
        return "Action " + number + "\u00A0: " + facts.title();
    }
}
