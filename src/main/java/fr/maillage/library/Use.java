package fr.maillage.library;

import java.util.Optional;
import java.util.UUID;

/**
 * What a document serves for: a thing of some module.
 *
 * @param thing the id of that thing in its module
 */
public record Use(Kind kind, UUID thing) {

    /** Stored by name: never rename one. */
    public enum Kind {
        ANNEX("Annexe du dossier"),
        CONVENTION("Convention avec un partenaire"),
        ACTION_PROOF("Preuve d’une action"),
        RESULT_PROOF("Preuve d’un résultat du contrat"),
        SIGNED_TEXT("Contrat ou avenant signé");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** As a form carries it: {@code ACTION_PROOF:…}. */
    public String code() {
        return kind.name() + ":" + thing;
    }

    /** Empty when the code is nothing that {@link #code} wrote. */
    public static Optional<Use> ofCode(String code) {
        try {
            var parts = code.split(":", 2);
            return parts.length == 2
                    ? Optional.of(new Use(Kind.valueOf(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
