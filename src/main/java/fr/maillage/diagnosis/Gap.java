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

    /** « +24 % », « −0,5 % »: no decimals, except under 1 %. */
    public String text() {
        var printed = percent.abs().compareTo(BigDecimal.ONE) < 0
                ? percent.setScale(1, RoundingMode.HALF_UP)
                : percent.setScale(0, RoundingMode.HALF_UP);
        return (printed.signum() > 0 ? "+" : "") + French.decimal(printed) + French.NBSP + "%";
    }
}
