package fr.maillage.indicators.spi;

import fr.maillage.shared.French;
import java.math.BigDecimal;

/**
 * What a period counted.
 *
 * @param counted one French sentence: what was counted, and what was left out
 * @param page where the facts are read, after {@code /cpts/{slug}}
 */
public record Fact(FactKind kind, BigDecimal value, String counted, String page) {

    public static Fact of(FactKind kind, long value, String counted, String page) {
        return new Fact(kind, BigDecimal.valueOf(value), counted, page);
    }

    /** « 12 actions ». */
    public String shown() {
        return French.decimal(value.stripTrailingZeros())
                + French.NBSP
                + (value.abs().compareTo(BigDecimal.TWO) < 0 ? kind.unit() : kind.units());
    }
}
