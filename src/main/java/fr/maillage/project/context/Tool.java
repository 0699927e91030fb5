package fr.maillage.project.context;

import fr.maillage.project.context.ContextLists.Family;
import fr.maillage.project.context.ContextLists.ToolKind;
import java.util.Arrays;
import java.util.Optional;

/**
 * An information system that the CPTS uses or wants.
 *
 * @param precision the name of a tool that the list does not have; may be empty
 * @param users who uses it, or would
 * @param purpose what it serves for
 * @param need the exchange that is not possible today; may be empty
 */
public record Tool(ToolKind kind, String precision, Stage stage, String users, String purpose, String need) {

    public enum Stage {
        USED("utilise", "Utilisé"),
        WANTED("souhaite", "Souhaité");

        private final String code;
        private final String label;

        Stage(String code, String label) {
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

        static Optional<Stage> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(stage -> stage.code.equals(code))
                    .findFirst();
        }
    }

    /** « Messagerie sécurisée de santé (MSSanté), Medimail ». */
    public String label() {
        if (precision.isEmpty()) {
            return kind.label();
        }
        return kind.code().equals(ContextLists.OTHER) ? precision : kind.label() + ", " + precision;
    }

    public boolean isTelehealth() {
        return kind.family() == Family.TELEHEALTH;
    }
}
