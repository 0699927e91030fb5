package fr.maillage.diagnosis;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By how many percent a value differs from that of a place it is compared with. */
public record Gap(BigDecimal percent, Zone with) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Empty when one of them is unknown, an interval, or when the other is zero: nothing is a percentage of nothing. */
    public static Optional<Gap> of(@Nullable BigDecimal value, @Nullable BigDecimal reference, Zone with) {
        if (value == null || reference == null || reference.signum() == 0) {
            return Optional.empty();
        }
        var percent = value.subtract(reference)
                .multiply(HUNDRED)
                .divide(reference.abs(), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return Optional.of(new Gap(percent, with));
    }

    /** « +24 % », « −0,5 % ». */
    public String text() {
        var printed = printed();
        return (printed.signum() > 0 ? "+" : "") + French.decimal(printed) + French.NBSP + "%";
    }

    /** As printed: no decimals, except under 1 %. What is read of a gap is read of this, so that both agree. */
    BigDecimal printed() {
        return percent.abs().compareTo(BigDecimal.ONE) < 0
                ? percent.setScale(1, RoundingMode.HALF_UP)
                : percent.setScale(0, RoundingMode.HALF_UP);
    }
}
