package fr.maillage.project;

import fr.maillage.shared.French;
import fr.maillage.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether an action reaches its objective.
 *
 * @param kind what is done, or what it changes; null while nobody said
 * @param unit « % », « patients », « réunions »; empty when the label says it
 * @param baseline value before the action; unknown is not zero
 * @param baselineOn the day, or the last day of the period, that the baseline is of
 * @param target value to reach
 * @param targetOn day by which it is to be reached
 * @param yearly targets on the way, by year
 * @param source who produces the value, from what
 * @param proof what will prove it: a register, a signed sheet, an extraction
 */
public record Indicator(
        String label,
        @Nullable Kind kind,
        Nature nature,
        String unit,
        Amount baselineAmount,
        @Nullable LocalDate baselineOn,
        Amount targetAmount,
        @Nullable LocalDate targetOn,
        List<YearTarget> yearly,
        String source,
        String proof) {

    public Indicator {
        yearly = yearly.stream()
                .sorted(Comparator.comparingInt(YearTarget::year))
                .toList();
    }

    /** A figure, without what the full form says. */
    public Indicator(
            String label,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable LocalDate targetOn,
            String source) {
        this(
                label,
                null,
                Nature.QUANTITATIVE,
                unit,
                Amount.of(baseline),
                null,
                Amount.of(target),
                targetOn,
                List.of(),
                source,
                "");
    }

    /** The advice of the national trame (section 4.3): « un ou deux indicateurs par action ». More are allowed. */
    public static final int ADVISED = 2;

    /** What is done (« moyens »), or what it changes (« résultats »): ACI, indicators of action and of results. */
    public enum Kind {
        MEANS("Moyens", "Ce que l’équipe fait : réunions, créneaux ouverts, personnes formées"),
        RESULT("Résultats", "Ce que l’action change : patients suivis, passages évités, délai plus court");

        private final String label;
        private final String help;

        Kind(String label, String help) {
            this.label = label;
            this.help = help;
        }

        public String label() {
            return label;
        }

        public String help() {
            return help;
        }
    }

    /** A number, or words. */
    public enum Nature {
        QUANTITATIVE("Quantitatif"),
        QUALITATIVE("Qualitatif");

        private final String label;

        Nature(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A value: a number for a quantitative indicator, words for a qualitative one, neither while unknown.
     *
     * @param words empty for a number
     */
    public record Amount(@Nullable BigDecimal number, String words) {

        public static final Amount UNKNOWN = new Amount(null, "");

        public Amount {
            // as stored, so that the same value typed twice is the same value
            number = number == null ? null : number.setScale(2, RoundingMode.HALF_UP);
        }

        public static Amount of(@Nullable BigDecimal number) {
            return number == null ? UNKNOWN : new Amount(number, "");
        }

        public static Amount of(String words) {
            return words.isEmpty() ? UNKNOWN : new Amount(null, words);
        }

        public boolean known() {
            return number != null || !words.isEmpty();
        }

        /** « 1 250,5 », or the words; empty while unknown. */
        public String written() {
            if (number == null) {
                return words;
            }
            var plain = number.stripTrailingZeros();
            return French.decimal(plain, Math.max(0, plain.scale()));
        }

        /** « 70 % », or the words; empty while unknown. */
        public String with(String unit) {
            return number == null ? written() : Quantity.of(number, written(), unit);
        }
    }

    /** What is to be reached by the end of a year. */
    public record YearTarget(int year, Amount amount) {}

    /** The number before the action, null while unknown or when the indicator is told in words. */
    public @Nullable BigDecimal baseline() {
        return baselineAmount.number();
    }

    /** The number to reach, null while not fixed or when the indicator is told in words. */
    public @Nullable BigDecimal target() {
        return targetAmount.number();
    }

    /** « 20 % », words, or empty while unknown. */
    public String baselineText() {
        return baselineAmount.with(unit);
    }

    /** « 70 % », words, or empty while not fixed. */
    public String targetText() {
        return targetAmount.with(unit);
    }
}
