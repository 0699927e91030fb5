package fr.maillage.project.context;

import fr.maillage.community.ParticipantId;
import fr.maillage.project.context.ContextLists.Group;
import fr.maillage.project.context.ContextLists.PartnerKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the CPTS works with (« partenaire »), and the convention between them.
 *
 * @param actor the structure among the actors of the CPTS, or null
 * @param name of the partner; of the actor when it is one
 * @param object what the partnership is about
 * @param work how both work together (« articulation », « modalités de travail »)
 * @param contact a function and how to reach it
 * @param signedOn day of the convention; of the actor when nothing else was said
 */
public record Partnership(
        @Nullable ParticipantId actor,
        String name,
        PartnerKind kind,
        String object,
        String work,
        String contact,
        State state,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate endsOn) {

    /** Where the convention stands. */
    public enum State {
        PLANNED("envisagee", "Envisagée"),
        DISCUSSED("en-discussion", "En discussion"),
        SIGNED("signee", "Signée"),
        ENDED("terminee", "Terminée");

        private final String code;
        private final String label;

        State(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** As forms send it. */
        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        static Optional<State> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code.equals(code))
                    .findFirst();
        }
    }

    public boolean isIn(Group group) {
        return kind.group() == group;
    }
}
