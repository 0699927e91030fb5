package fr.maillage.statutes;

import fr.maillage.shared.Source;
import org.jspecify.annotations.Nullable;

/**
 * What a check says of the texts of an association.
 *
 * @param rule its code
 * @param broken false when the rule holds
 * @param sentence what holds, or what is wrong and how to mend it
 * @param kind the text where it is mended
 * @param article the article where it is mended; null when {@code page} says it, or when the rule holds
 * @param page of the CPTS where it is mended, {@code /gouvernance}; or null
 */
public record Finding(
        String rule,
        Weight weight,
        boolean broken,
        String sentence,
        Source source,
        TextKind kind,
        @Nullable String article,
        @Nullable String page) {

    /** How much a finding counts. */
    public enum Weight {
        BLOCKING("À corriger"),
        WARNING("Attendu"),
        ADVICE("Conseil");

        private final String label;

        Weight(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean blocks() {
        return broken && weight == Weight.BLOCKING;
    }
}
