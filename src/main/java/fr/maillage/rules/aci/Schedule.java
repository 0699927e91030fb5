package fr.maillage.rules.aci;

import fr.maillage.shared.Euros;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a contract pays over its five years, at most: what is due for each contract year, and each payment.
 *
 * <p>An unknown amount stays unknown: it is never counted as zero, and every total that contains it is unknown too.
 *
 * @param payments by planned day; those of the last year's settlement come after the contract
 * @param unknowns the amounts to read in the contract's annex for the totals to be known
 * @param assumptions the choices that the result rests on
 */
public record Schedule(
        Grid grid,
        Plan plan,
        List<ContractYear> years,
        List<Payment> payments,
        List<Unknown> unknowns,
        List<Grid.Assumption> assumptions,
        List<Notice> notices) {

    /** @param lastDay inclusive */
    public record ContractYear(int number, LocalDate firstDay, LocalDate lastDay, List<Line> lines) {

        /** What is due for this year, whenever it is paid; empty when one of its amounts is unknown. */
        public Optional<Euros> total() {
            return sum(lines.stream().map(Line::due));
        }

        /** The sum of the amounts that are known. */
        public Euros knownTotal() {
            return known(lines.stream().map(Line::due));
        }
    }

    /** A part of a mission, as named on screen. The mission is null for the operating money. */
    public record Subject(
            @Nullable String mission, @Nullable String missionTitle, String part, String partTitle) {}

    /**
     * What one part is worth in one contract year. Amounts are null when unknown; else due = advance + balance +
     * variable. The operating money of year 1, paid whole at the signature, counts as advance.
     *
     * @param rate the yearly amount it comes from, with its status and source
     * @param condition when the money is due only on a condition, that condition in French
     * @param arithmetic how « due » is computed, in French
     * @param results line by line, where the contract counts its results so
     */
    public record Line(
            Subject subject,
            Rate rate,
            @Nullable String condition,
            @Nullable Euros due,
            @Nullable Euros advance,
            @Nullable Euros balance,
            @Nullable Euros variable,
            String arithmetic,
            List<Result> results) {

        Line(
                Subject subject,
                Rate rate,
                @Nullable String condition,
                @Nullable Euros due,
                @Nullable Euros advance,
                @Nullable Euros balance,
                @Nullable Euros variable,
                String arithmetic) {
            this(subject, rate, condition, due, advance, balance, variable, arithmetic, List.of());
        }
    }

    /**
     * What a line of results earns in one contract year; those of a part add up to its due.
     *
     * @param why in one French sentence
     */
    public record Result(String code, Euros maximum, Euros amount, String why) {}

    /** What a payment is to the year it belongs to. */
    public enum Nature {
        WHOLE("INTEGRAL", "Versement intégral"),
        ADVANCE("AVANCE", "Avance"),
        BALANCE("SOLDE", "Solde"),
        VARIABLE("VARIABLE", "Variable");

        private final String code;
        private final String label;

        Nature(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param limit the last day on which the texts let it be paid; the planned day itself where they give no delay
     * @param year the contract year it belongs to
     * @param amount null when unknown
     * @param arithmetic how the amount is computed, in French
     */
    public record Payment(
            LocalDate planned,
            LocalDate limit,
            int year,
            Subject subject,
            Nature nature,
            @Nullable Euros amount,
            String arithmetic) {}

    /** A yearly amount that no text read gives. */
    public record Unknown(Subject subject, @Nullable String condition) {}

    /** Something to know about the plan, in French; never a refusal. */
    public record Notice(
            String code,
            String message,
            @Nullable String mission,
            @Nullable Source source) {}

    /** The total of the five years; empty when one amount is unknown. */
    public Optional<Euros> total() {
        return sum(lines().map(Line::due));
    }

    public Euros knownTotal() {
        return known(lines().map(Line::due));
    }

    private Stream<Line> lines() {
        return years.stream().flatMap(y -> y.lines().stream());
    }

    private static Optional<Euros> sum(Stream<@Nullable Euros> amounts) {
        var sum = Euros.ZERO;
        for (var amount : amounts.toList()) {
            if (amount == null) {
                return Optional.empty();
            }
            sum = sum.plus(amount);
        }
        return Optional.of(sum);
    }

    private static Euros known(Stream<@Nullable Euros> amounts) {
        var sum = Euros.ZERO;
        for (var amount : amounts.toList()) {
            sum = amount == null ? sum : sum.plus(amount);
        }
        return sum;
    }
}
