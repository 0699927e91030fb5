package fr.maillage.rules;

import fr.maillage.shared.French;
import java.time.LocalDate;

/** A rule was asked for a day before the first text entered. The message, in French, names the rule and the day. */
public final class NoRuleInForce extends IllegalArgumentException {

    public NoRuleInForce(String rule, LocalDate day, LocalDate firstDay) {
        super("La règle « " + rule + " » n’est connue qu’à partir du " + French.date(firstDay)
                + " : rien à appliquer le " + French.date(day) + ".");
    }
}
