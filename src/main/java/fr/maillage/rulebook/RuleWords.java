package fr.maillage.rulebook;

import fr.maillage.rules.DatedRules.DatedRule;
import fr.maillage.shared.French;
import fr.maillage.shared.Quantity;
import java.math.BigDecimal;

/** The value of a rule as people read it. */
public final class RuleWords {

    private RuleWords() {}

    /** « 17 500 € par an, au plus », « hausse », « inconnu ». */
    public static String value(DatedRule rule) {
        var value = rule.value();
        if (value == null) {
            return "inconnu";
        }
        if (value.matches("\\d+(\\.\\d+)?")) {
            var number = new BigDecimal(value);
            return Quantity.of(number, number(number), rule.unit());
        }
        var words = value.toLowerCase(java.util.Locale.FRENCH);
        return rule.unit().isEmpty() ? words : words + French.NBSP + rule.unit();
    }

    private static String number(BigDecimal value) {
        return French.decimal(value, Math.max(0, value.stripTrailingZeros().scale()));
    }
}
