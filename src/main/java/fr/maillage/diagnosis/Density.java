package fr.maillage.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** So many people, places or establishments for so many inhabitants: the one place where they are divided. */
public final class Density {

    public static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** Inhabitants of an age are no exact numbers: twelve digits are more than any source has. */
    private static final MathContext PRECISION = new MathContext(12);

    private Density() {}

    /**
     * @param per for how many inhabitants
     * @param inhabitants of the very communes in which the number was counted
     * @return null when nobody lives there
     */
    public static @Nullable BigDecimal of(long number, BigDecimal per, double inhabitants) {
        return inhabitants == 0
                ? null
                : BigDecimal.valueOf(number)
                        .multiply(per)
                        .divide(BigDecimal.valueOf(inhabitants), PRECISION)
                        .stripTrailingZeros();
    }

    public static @Nullable BigDecimal perTenThousand(long number, long inhabitants) {
        return of(number, TEN_THOUSAND, inhabitants);
    }
}
