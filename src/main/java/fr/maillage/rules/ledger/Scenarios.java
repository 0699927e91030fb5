package fr.maillage.rules.ledger;

import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a year of a contract may bring, seen three ways: what is certain (the fixed parts and the results already agreed), what
 * is likely, and everything. Financers advise to plan actions on the first alone (rules.md 3.4).
 *
 * @param parts what « likely » counts for each variable part whose results are not agreed
 */
public record Scenarios(Euros prudent, Euros likely, Euros full, List<Likely> parts) {

    /** @param why in one French sentence */
    public record Likely(Ledger.Line line, Euros amount, String why) {}

    /**
     * What a part may be guessed to earn when no year before says it.
     *
     * @param share of its ceiling, 0 to 1
     */
    public record Guess(BigDecimal share, String why) {}

    /**
     * @param guesses by part; a part without one, and without an earlier year, counts for nothing
     */
    public static Scenarios of(Ledger ledger, Ledger.Year year, Map<PartKey, Guess> guesses) {
        var prudent = year.sum(line -> line.due().minus(line.withheld()));
        var parts = new ArrayList<Likely>();
        for (var line : year.lines()) {
            if (!line.atMost().isZero()) {
                parts.add(likely(
                        ledger,
                        year,
                        line,
                        Optional.ofNullable(guesses.get(line.agreed().key()))));
            }
        }
        return new Scenarios(
                prudent,
                parts.stream().map(Likely::amount).reduce(prudent, Euros::plus),
                prudent.plus(year.sum(Ledger.Line::atMost)),
                parts);
    }

    private static Likely likely(Ledger ledger, Ledger.Year year, Ledger.Line line, Optional<Guess> guess) {
        var before = ledger.years().stream()
                .filter(each -> each.number() < year.number())
                .sorted(Comparator.comparing(Ledger.Year::number).reversed())
                .flatMap(each -> each.line(line.agreed().key()).stream()
                        .filter(past -> !past.open() && !past.ceiling().isZero())
                        .map(past -> new Guess(
                                past.due()
                                        .value()
                                        .divide(past.ceiling().value(), MathContext.DECIMAL64)
                                        .min(BigDecimal.ONE),
                                "comme l’année " + each.number())))
                .findFirst();
        return before.or(() -> guess)
                .map(known -> new Likely(line, line.atMost().times(known.share()), sentence(line, known)))
                .orElseGet(() -> new Likely(
                        line, Euros.ZERO, "Aucun résultat connu pour cette part\u00A0: elle compte pour zéro."));
    }

    private static String sentence(Ledger.Line line, Guess known) {
        return French.amount(line.atMost()) + " × " + French.percent(known.share(), 1) + ", " + known.why() + ".";
    }
}
