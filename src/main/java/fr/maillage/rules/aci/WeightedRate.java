package fr.maillage.rules.aci;

import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model « taux pondérés » of the variable part: each indicator has a weight, its rate grows from its baseline to its
 * target and stays between 0 and 1; doing better than the target gives no more (rules.md 3.4).
 *
 * @param indicators weights add up to 1
 */
public record WeightedRate(List<Indicator> indicators) {

    /** @param target the better way is from the baseline to the target */
    public record Indicator(String code, BigDecimal weight, BigDecimal baseline, BigDecimal target) {

        public Indicator {
            if (baseline.compareTo(target) == 0) {
                throw new IllegalArgumentException("baseline is the target: " + code);
            }
            if (weight.signum() <= 0) {
                throw new IllegalArgumentException("weight of " + code);
            }
        }

        /** From 0 to 1; nothing without value or proof. */
        public BigDecimal rate(@Nullable BigDecimal value, boolean proof) {
            if (value == null || !proof) {
                return BigDecimal.ZERO;
            }
            var rate = value.subtract(baseline).divide(target.subtract(baseline), MathContext.DECIMAL64);
            return rate.max(BigDecimal.ZERO).min(BigDecimal.ONE);
        }
    }

    public WeightedRate {
        indicators = List.copyOf(indicators);
        var sum = indicators.stream().map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("weights add up to " + sum);
        }
    }

    /** @param value null when nobody has said it */
    public record Reading(@Nullable BigDecimal value, boolean proof) {}

    /**
     * What a year earns of its variable part, rounded once.
     *
     * @param readings one for each indicator, in their order
     */
    public Euros earned(Euros envelope, List<Reading> readings) {
        return envelope.times(rate(readings));
    }

    public BigDecimal rate(List<Reading> readings) {
        if (readings.size() != indicators.size()) {
            throw new IllegalArgumentException(readings.size() + " readings for " + indicators.size());
        }
        var rate = BigDecimal.ZERO;
        for (int i = 0; i < indicators.size(); i++) {
            var reading = readings.get(i);
            rate = rate.add(
                    indicators.get(i).weight().multiply(indicators.get(i).rate(reading.value(), reading.proof())));
        }
        return rate;
    }

    /** « 35 000,00 € × 62,5 % de résultats ». */
    public String inWords(Euros envelope, List<Reading> readings) {
        return French.amount(envelope) + " × " + French.percent(rate(readings), 1) + " de résultats";
    }
}
