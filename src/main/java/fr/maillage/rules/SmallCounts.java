package fr.maillage.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The secret of small counts: a figure of a handful of people is not shown where they could be recognised. The least number
 * shown is the dated rule {@code PETITS_EFFECTIFS}.
 *
 * @param least the smallest count that is shown, in persons
 */
public record SmallCounts(int least) {

    /**
     * As on a day.
     *
     * @throws NoRuleInForce before the first rule
     */
    public static SmallCounts on(LocalDate day) {
        var least = DatedRules.value("PETITS_EFFECTIFS", day);
        return new SmallCounts(
                Integer.parseInt(Objects.requireNonNull(least, () -> "no rule of small counts on " + day)));
    }

    /**
     * Whether a count, or the share it makes of a total, says too much: the count itself, those left out of it (anyone may
     * subtract), or the whole total is small. Nobody is nobody: zero is shown, unless the total is small.
     *
     * @param total null for a count out of nothing
     */
    public boolean hides(@Nullable BigDecimal count, @Nullable BigDecimal total) {
        return isSmall(count) || isSmall(total) || count != null && total != null && isSmall(total.subtract(count));
    }

    private boolean isSmall(@Nullable BigDecimal count) {
        return count != null && count.signum() > 0 && count.compareTo(BigDecimal.valueOf(least)) < 0;
    }

    /** What stands where a figure would. */
    public String inWords() {
        return "effectif de moins de " + least + ", non montré";
    }
}
