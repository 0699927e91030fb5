package fr.maillage.contract;

import fr.maillage.rules.aci.Part;
import fr.maillage.rules.aci.ResultLine;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.rules.ledger.Scenarios.Guess;
import fr.maillage.shared.Euros;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/** What each variable part would earn if its indicators stayed where they started. */
final class BaselineGuesses {

    private BaselineGuesses() {}

    static Map<PartKey, Guess> of(Terms terms) {
        var guesses = new HashMap<PartKey, Guess>();
        for (var amount : terms.amounts()) {
            if (amount.paid() != Part.Paid.ON_RESULTS || amount.mission() == null) {
                continue;
            }
            var lines = terms.linesOf(amount.mission()).stream()
                    .filter(line -> line.baseline() != null)
                    .toList();
            var whole = terms.linesOf(amount.mission()).stream()
                    .map(line -> line.rule().maximum())
                    .reduce(Euros.ZERO, Euros::plus);
            if (lines.isEmpty() || whole.isZero()) {
                continue;
            }
            var earned = lines.stream()
                    .map(line -> line.rule().earned(line.baseline(), true))
                    .map(ResultLine.Earned::amount)
                    .reduce(Euros.ZERO, Euros::plus);
            guesses.put(
                    new PartKey(amount.mission(), amount.part()),
                    new Guess(
                            earned.value().divide(whole.value(), MathContext.DECIMAL64),
                            "ce que paieraient les valeurs de départ, sans progrès"));
        }
        return guesses;
    }
}
