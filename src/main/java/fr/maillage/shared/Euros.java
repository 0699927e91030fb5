package fr.maillage.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount in euros and cents. Amounts are never floating point; a product is rounded half up to the cent, the
 * one rounding rule of the program.
 */
public record Euros(BigDecimal value) implements Comparable<Euros> {

    public static final Euros ZERO = new Euros(BigDecimal.ZERO);

    public Euros {
        value = value.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Euros of(long euros) {
        return new Euros(BigDecimal.valueOf(euros));
    }

    /** @throws NumberFormatException when the text is not a decimal number with a dot */
    public static Euros of(String decimal) {
        return new Euros(new BigDecimal(decimal));
    }

    public Euros plus(Euros other) {
        return new Euros(value.add(other.value));
    }

    public Euros minus(Euros other) {
        return new Euros(value.subtract(other.value));
    }

    /** This amount times a ratio, rounded half up to the cent. */
    public Euros times(BigDecimal factor) {
        return new Euros(value.multiply(factor).setScale(2, RoundingMode.HALF_UP));
    }

    /** This amount times numerator/denominator, rounded once, half up to the cent. */
    public Euros times(long numerator, long denominator) {
        return new Euros(value.multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Euros other) {
        return value.compareTo(other.value);
    }

    /** Decimal with a dot and two decimals, as in the REST interface: {@code 9816.78}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
