package fr.maillage.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Puts values on a segment of the drawing. Decimals until the last moment: no value is too large. */
record Scale(BigDecimal low, BigDecimal high, double from, double length) {

    /** From zero, or to zero under it: the length of a bar says its value. */
    static Scale fromZero(Collection<BigDecimal> values, double from, double length) {
        var low = Stream.concat(Stream.of(BigDecimal.ZERO), values.stream())
                .min(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        var high = Stream.concat(Stream.of(BigDecimal.ZERO), values.stream())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        return new Scale(low, low.compareTo(high) == 0 ? low.add(BigDecimal.ONE) : high, from, length);
    }

    double at(BigDecimal value) {
        return from
                + value.subtract(low)
                                .divide(high.subtract(low), MathContext.DECIMAL64)
                                .doubleValue()
                        * length;
    }

    /** What a value needs of the scale: one number, two for an interval, none when it is missing. */
    static List<BigDecimal> ends(Datum datum) {
        return switch (datum) {
            case Datum.Known(var value) -> List.of(value);
            case Datum.Between between -> List.of(between.low(), between.high());
            case Datum.Missing _ -> List.of();
        };
    }
}
