package fr.maillage.charts;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The classes of a map, by their bounds: a value on a bound is in the class above.
 *
 * @param bounds between the classes, rising; none for a single class
 */
public record Classes(List<BigDecimal> bounds) {

    /** As many as the palettes have colours. */
    public static final int MOST = 5;

    /** How much a bound may leave its quantile to be rounder: a part of the extent of the values. */
    private static final BigDecimal LOOSE = new BigDecimal("0.025");

    public Classes {
        bounds = List.copyOf(bounds);
        for (int i = 1; i < bounds.size(); i++) {
            if (bounds.get(i - 1).compareTo(bounds.get(i)) >= 0) {
                throw new IllegalArgumentException("bounds that do not rise: " + bounds);
            }
        }
        if (bounds.size() >= MOST) {
            throw new IllegalArgumentException(bounds.size() + " bounds");
        }
    }

    /**
     * Round bounds near the quantiles of the values, so that each class holds about as many of them. The same values in
     * any order give the same bounds. Few distinct values make few classes; a class never is empty.
     */
    public static Classes of(Collection<BigDecimal> values) {
        var sorted = values.stream().sorted().toList();
        if (sorted.isEmpty() || sorted.getFirst().compareTo(sorted.getLast()) == 0) {
            return new Classes(List.of());
        }
        var extent = sorted.getLast().subtract(sorted.getFirst());
        var rounded = new TreeSet<BigDecimal>();
        for (int i = 1; i < MOST; i++) {
            rounded.add(round(sorted.get(i * sorted.size() / MOST), extent));
        }
        List<BigDecimal> kept = new ArrayList<>();
        for (var bound : rounded) {
            var low = kept.isEmpty() ? null : kept.getLast();
            boolean under = sorted.stream()
                    .anyMatch(value -> value.compareTo(bound) < 0 && (low == null || value.compareTo(low) >= 0));
            boolean over = sorted.getLast().compareTo(bound) >= 0;
            if (under && over) {
                kept.add(bound);
            }
        }
        return new Classes(kept);
    }

    /** The roundest number that is near enough: one significant digit if it will do, then the halves, then two… */
    private static BigDecimal round(BigDecimal value, BigDecimal extent) {
        var near = extent.multiply(LOOSE);
        int scale = -(extent.precision() - extent.scale());
        for (; ; scale++) {
            var step = BigDecimal.ONE.scaleByPowerOfTen(-scale);
            for (var factor : new String[] {"5", "2", "1"}) {
                var unit = step.multiply(new BigDecimal(factor));
                var candidate = value.divide(unit, 0, RoundingMode.HALF_UP).multiply(unit);
                if (candidate.subtract(value).abs().compareTo(near) <= 0) {
                    return candidate.signum() == 0 ? BigDecimal.ZERO : candidate.stripTrailingZeros();
                }
            }
        }
    }

    public int count() {
        return bounds.size() + 1;
    }

    /** The class of a value, from 0. */
    public int of(BigDecimal value) {
        int at = 0;
        while (at < bounds.size() && value.compareTo(bounds.get(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** « moins de 8 km », « de 8 à 12 km », « 20 km et plus »; one class takes all values. */
    public List<String> labels(Unit unit) {
        if (bounds.isEmpty()) {
            return List.of("toutes les communes");
        }
        List<String> labels = new ArrayList<>();
        labels.add("moins de " + told(bounds.getFirst(), unit));
        for (int i = 1; i < bounds.size(); i++) {
            labels.add("de " + French.decimal(bounds.get(i - 1), scale(bounds.get(i - 1))) + " à "
                    + told(bounds.get(i), unit));
        }
        labels.add(told(bounds.getLast(), unit) + " et plus");
        return labels;
    }

    private static String told(BigDecimal bound, Unit unit) {
        return new Unit(unit.one(), unit.many(), scale(bound)).text(bound);
    }

    private static int scale(BigDecimal bound) {
        return Math.max(0, bound.stripTrailingZeros().scale());
    }

    /** One counted place: a commune, its inhabitants and its value. */
    public record Counted(long inhabitants, Datum value) {}

    /**
     * How many communes and inhabitants each class has, then, by reason, those without a value.
     *
     * @return in the order of the classes; shares are of all the inhabitants counted
     */
    public List<ClassBars.Share> shares(Unit unit, Collection<Counted> places) {
        long all = places.stream().mapToLong(Counted::inhabitants).sum();
        var labels = labels(unit);
        List<ClassBars.Share> shares = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            int index = i;
            shares.add(share(
                    labels.get(i),
                    true,
                    places.stream()
                            .filter(place -> place.value()
                                    .exact()
                                    .map(value -> of(value) == index)
                                    .orElse(false))
                            .toList(),
                    all));
        }
        places.stream()
                .filter(place -> place.value().exact().isEmpty())
                .map(place -> reason(place.value()))
                .distinct()
                .sorted()
                .forEach(reason -> shares.add(share(
                        reason,
                        false,
                        places.stream()
                                .filter(place -> place.value().exact().isEmpty()
                                        && reason(place.value()).equals(reason))
                                .toList(),
                        all)));
        return List.copyOf(shares);
    }

    private static String reason(Datum datum) {
        return switch (datum) {
            case Datum.Missing(var reason) -> reason;
            case Datum.Between between -> between.reason();
            case Datum.Known _ -> "";
        };
    }

    private static ClassBars.Share share(String label, boolean known, List<Counted> places, long all) {
        long inhabitants = places.stream().mapToLong(Counted::inhabitants).sum();
        var percent = all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(inhabitants)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
        return new ClassBars.Share(label, known, places.size(), inhabitants, percent);
    }
}
