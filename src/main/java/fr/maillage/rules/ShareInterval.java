package fr.maillage.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Between which percentages a share lies, chance set aside, nineteen times out of twenty: the score interval of Wilson
 * (E. B. Wilson, JASA, 1927, 22, p. 209–212). A share of few people is wide, and says so.
 *
 * @param low in percent, with one decimal
 * @param high in percent, with one decimal
 */
public record ShareInterval(BigDecimal low, BigDecimal high) {

    /** The 97.5th percentile of the normal law. */
    private static final double Z = 1.959964;

    /** Empty when the two numbers make no share. */
    public static Optional<ShareInterval> of(@Nullable BigDecimal count, @Nullable BigDecimal total) {
        if (count == null || total == null || total.signum() <= 0 || count.signum() < 0 || count.compareTo(total) > 0) {
            return Optional.empty();
        }
        double n = total.doubleValue();
        double p = count.divide(total, MathContext.DECIMAL64).doubleValue();
        double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
        return Optional.of(new ShareInterval(percent(middle - half), percent(middle + half)));
    }

    private static BigDecimal percent(double share) {
        return BigDecimal.valueOf(100 * Math.min(1, Math.max(0, share))).setScale(1, RoundingMode.HALF_UP);
    }
}
