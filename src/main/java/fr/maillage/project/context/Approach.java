package fr.maillage.project.context;

import java.util.Arrays;
import java.util.Optional;

/**
 * A way in which users take part, or quality is looked after (« démarche »).
 */
public record Approach(Kind kind, String title, String detail) {

    public enum Kind {
        USERS("usagers", "Participation des usagers"),
        QUALITY("qualite", "Démarche qualité");

        private final String code;
        private final String label;

        Kind(String code, String label) {
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

        static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }
    }
}
