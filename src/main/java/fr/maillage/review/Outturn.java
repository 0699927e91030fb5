package fr.maillage.review;

import fr.maillage.rules.aci.ResultLine;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the results of a year earn, part by part, as the readings stand.
 *
 * @param parts one for each variable part of the year
 */
public record Outturn(List<PartOutturn> parts) {

    /** What the closing decided beside the lines: by part, an amount with its reason. */
    public record Decided(Euros amount, String reason) {}

    /** What was decided, in short: a form that carries another mark was shown before somebody decided. */
    public static String mark(@Nullable Decided decided) {
        return decided == null
                ? ""
                : Integer.toHexString(
                        java.util.Objects.hash(decided.amount().value().stripTrailingZeros(), decided.reason()));
    }

    /**
     * @param ceiling what the part may bring for this year at most
     * @param lines what each line earns for a whole year
     * @param earned for the year as it was; null while a line is disputed or an amount is missing
     * @param why how it was counted, or what is missing, in French
     */
    public record PartOutturn(
            Ledger.Line line,
            Euros ceiling,
            List<ResultLine.Earned> lines,
            @Nullable Euros earned,
            String why) {

        public PartKey key() {
            return line.agreed().key();
        }

        public boolean byLines() {
            return !lines.isEmpty();
        }
    }

    public boolean complete() {
        return parts.stream().allMatch(part -> part.earned() != null);
    }

    public Euros sum() {
        return parts.stream()
                .map(PartOutturn::earned)
                .filter(java.util.Objects::nonNull)
                .reduce(Euros.ZERO, Euros::plus);
    }

    /** @param decided amounts of the parts without lines */
    static Outturn of(YearlyReview review, Ledger.Year year, Map<PartKey, Decided> decided) {
        var parts = new ArrayList<PartOutturn>();
        for (var line : year.lines()) {
            if (!line.onResults()) {
                continue;
            }
            var mission = line.agreed().key().mission();
            var lines = review.lines().stream()
                    .filter(each -> each.rule().rule().mission().equals(mission))
                    .toList();
            parts.add(lines.isEmpty() ? byDecision(line, decided) : byLines(line, lines));
        }
        return new Outturn(parts);
    }

    private static PartOutturn byDecision(Ledger.Line line, Map<PartKey, Decided> decided) {
        var known = decided.get(line.agreed().key());
        if (known == null) {
            return new PartOutturn(
                    line, line.ceiling(), List.of(), null, "Sans ligne de résultats : le montant reste à convenir.");
        }
        if (known.amount().compareTo(line.ceiling()) > 0) {
            // An amendment, or the end of the contract, came after the decision.
            return new PartOutturn(
                    line,
                    line.ceiling(),
                    List.of(),
                    null,
                    "Le montant décidé, " + French.amount(known.amount())
                            + ", dépasse ce que le volet peut désormais rapporter : "
                            + French.amount(line.ceiling()) + ". Convenez d’un autre montant.");
        }
        return new PartOutturn(line, line.ceiling(), List.of(), known.amount(), known.reason());
    }

    private static PartOutturn byLines(Ledger.Line line, List<YearlyReview.Line> lines) {
        var earned = lines.stream()
                .map(each -> each.rule().rule().earned(each.value(), each.proven()))
                .toList();
        var disputed = lines.stream().filter(YearlyReview.Line::disputed).toList();
        if (!disputed.isEmpty()) {
            return new PartOutturn(
                    line,
                    line.ceiling(),
                    earned,
                    null,
                    French.count(disputed.size(), "ligne est", "lignes sont") + " encore en désaccord.");
        }
        var whole = earned.stream().map(ResultLine.Earned::amount).reduce(Euros.ZERO, Euros::plus);
        var due = prorated(whole, line);
        var same = line.ceiling().equals(line.agreed().yearly());
        return new PartOutturn(
                line,
                line.ceiling(),
                earned,
                due,
                French.amount(whole) + " obtenus sur "
                        + French.amount(line.agreed().yearly())
                        + (same
                                ? "."
                                : ", ramenés à l’année comme le volet : " + French.amount(line.ceiling())
                                        + " au plus, soit " + French.amount(due) + "."));
    }

    /** A shorter year pays its results in the proportion of its ceiling, rounded once, half up to the cent. */
    private static Euros prorated(Euros whole, Ledger.Line line) {
        var yearly = line.agreed().yearly().value();
        if (yearly.signum() == 0) {
            return Euros.ZERO;
        }
        var exact = whole.value().multiply(line.ceiling().value()).divide(yearly, 2, RoundingMode.HALF_UP);
        return new Euros(exact.min(line.ceiling().value().max(BigDecimal.ZERO)));
    }
}
