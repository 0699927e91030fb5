package fr.maillage.charts;

import fr.maillage.shared.French;
import java.math.BigDecimal;

/**
 * In what the values of a chart are printed.
 *
 * @param one after a value under two: « habitant », « km », « % »; empty for a bare number
 * @param many after the others
 * @param decimals always printed
 */
public record Unit(String one, String many, int decimals) {

    public static final Unit PERCENT = new Unit("%", "%", 1);

    /** A sign that has no plural: « km », « % ». */
    public static Unit of(String sign, int decimals) {
        return new Unit(sign, sign, decimals);
    }

    /** {@code 9,1 km}, {@code 1 026 habitants}. */
    public String text(BigDecimal value) {
        var name = value.abs().compareTo(BigDecimal.TWO) < 0 ? one : many;
        return French.decimal(value, decimals) + (name.isEmpty() ? "" : French.NBSP + name);
    }

    /** A value, « de 3 à 12 habitants » or the reason of its absence. */
    public String text(Datum datum) {
        return switch (datum) {
            case Datum.Known(var value) -> text(value);
            case Datum.Between between ->
                "de " + French.decimal(between.low(), decimals) + " à " + text(between.high());
            case Datum.Missing(var reason) -> reason;
        };
    }

    /** As {@link #text}, an interval with its reason. */
    String told(Datum datum) {
        return datum instanceof Datum.Between between ? text(datum) + " (" + between.reason() + ")" : text(datum);
    }
}
