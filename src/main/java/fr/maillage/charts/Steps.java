package fr.maillage.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Round graduations around values: 1, 2, 2.5 or 5 times a power of ten, four or five of them. */
final class Steps {

    private static final int WANTED = 4;

    private Steps() {}

    /** From under the lowest to above the highest value; zero is one of them unless all values stand far from it. */
    static List<BigDecimal> around(Collection<BigDecimal> values) {
        if (values.isEmpty()) {
            return List.of(BigDecimal.ZERO, BigDecimal.ONE);
        }
        var low = Collections.min(values);
        var high = Collections.max(values);
        // Values that differ by less than half of their height would be flat from zero.
        if (low.signum() >= 0 && low.compareTo(high.multiply(new BigDecimal("0.5"))) < 0) {
            low = BigDecimal.ZERO;
        } else if (high.signum() <= 0 && high.compareTo(low.multiply(new BigDecimal("0.5"))) > 0) {
            high = BigDecimal.ZERO;
        }
        if (low.compareTo(high) == 0) {
            high = high.add(high.signum() == 0 ? BigDecimal.ONE : high.abs().multiply(new BigDecimal("0.1")));
            low = low.signum() == 0 ? low : low.subtract(low.abs().multiply(new BigDecimal("0.1")));
        }
        var step = step(high.subtract(low));
        var from = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        List<BigDecimal> steps = new ArrayList<>();
        for (var at = from; ; at = at.add(step)) {
            steps.add(at);
            if (at.compareTo(high) >= 0) {
                return List.copyOf(steps);
            }
        }
    }

    private static BigDecimal step(BigDecimal extent) {
        var raw = extent.divide(BigDecimal.valueOf(WANTED), MathContext.DECIMAL64);
        var power = BigDecimal.ONE.scaleByPowerOfTen(raw.precision() - raw.scale() - 1);
        for (var factor : new String[] {"1", "2", "2.5", "5"}) {
            var step = power.multiply(new BigDecimal(factor));
            if (step.compareTo(raw) >= 0) {
                return step;
            }
        }
        return power.multiply(BigDecimal.TEN);
    }
}
