package fr.maillage.diagnosis;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario changes.
 *
 * @param rows before and after, side by side
 * @param touched the communes whose accessibility moves most, the most touched first
 * @param sources what the figures come from and how they are made, French sentences
 * @param notes what cannot be told, and why
 */
public record ScenarioOutcome(List<Row> rows, List<Touched> touched, List<String> sources, List<String> notes) {

    public ScenarioOutcome {
        rows = List.copyOf(rows);
        touched = List.copyOf(touched);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }

    /**
     * One figure of the territory.
     *
     * @param label « Accessibilité aux médecins généralistes »
     * @param subject the same with its article, to begin a sentence: « L’accessibilité aux médecins généralistes »
     * @param unit after the number; empty for none
     * @param vintage what the figure comes from: « annuaire du 12 mai 2026 »
     * @param approximation whether Maillage computed it from counted persons
     */
    public record Row(
            String label,
            String subject,
            BigDecimal before,
            BigDecimal after,
            int decimals,
            String unit,
            String vintage,
            boolean approximation) {

        /** Without its unit. */
        public String beforeNumber() {
            return French.decimal(before, decimals);
        }

        /** Without its unit. */
        public String afterNumber() {
            return French.decimal(after, decimals);
        }

        /** « −0,17 », « +2 », « inchangé ». */
        public String gapWords() {
            var gap = gap();
            return gap.signum() == 0 ? "inchangé" : (gap.signum() > 0 ? "+" : "") + French.decimal(gap, decimals);
        }

        public boolean isChanged() {
            return gap().signum() != 0;
        }

        private BigDecimal gap() {
            return rounded(after).subtract(rounded(before));
        }

        /** As printed: a gap is that of the figures one reads. */
        private BigDecimal rounded(BigDecimal value) {
            return value.setScale(decimals, RoundingMode.HALF_UP);
        }

        /** A factual sentence, with the value before, the value after, the gap, the vintage and the method. */
        public String sentence() {
            var method = approximation ? "approximation calculée par Maillage, " : "";
            var printedUnit = unit.isEmpty() ? "" : French.NBSP + unit;
            var values = isChanged()
                    ? " passerait de " + beforeNumber() + " à " + afterNumber() + printedUnit + ", soit " + gapWords()
                    : " resterait de " + beforeNumber() + printedUnit;
            return subject + values + " (" + method + vintage + ").";
        }
    }

    /** @param profession in French, plural */
    public record Touched(
            String profession,
            String commune,
            double before,
            double after,
            @Nullable Boolean ofTerritory) {

        public String gapWords() {
            var gap = BigDecimal.valueOf(after - before);
            return (gap.signum() > 0 ? "+" : "") + French.decimal(gap, 2);
        }

        public String beforeWords() {
            return French.decimal(BigDecimal.valueOf(before), 2);
        }

        public String afterWords() {
            return French.decimal(BigDecimal.valueOf(after), 2);
        }
    }
}
