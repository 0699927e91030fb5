package fr.maillage.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether an action reaches its objective.
 *
 * @param unit « % », « patients », « réunions »; empty when the label says it
 * @param baseline value before the action; null while unknown, which is not zero
 * @param target value to reach; null while not fixed
 * @param targetOn day by which it is to be reached
 * @param source who produces the value, from what
 */
public record Indicator(
        String label,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable LocalDate targetOn,
        String source) {

    public Indicator {
        // as stored, so that the same value typed twice is the same value
        baseline = baseline == null ? null : baseline.setScale(2, RoundingMode.HALF_UP);
        target = target == null ? null : target.setScale(2, RoundingMode.HALF_UP);
    }

    /** At most, for each action: « un ou deux indicateurs par action » (national trame, section 4.3). */
    public static final int MOST = 2;
}
