package fr.maillage.diagnosis;

import fr.maillage.datasets.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What communes give together for one feed: a numerator and a denominator, each between two bounds when counts are
 * secret, and how much of the population they cover. Aggregates of separate places add up.
 *
 * @param low of the numerator, every secret count taken as zero
 * @param high of the numerator, every secret count taken as its most
 * @param covered inhabitants of the communes that have a figure
 * @param communes how many have a figure
 * @param secret how many communes hide a count
 */
record Aggregate(
        double low,
        double high,
        double denominatorLow,
        double denominatorHigh,
        long covered,
        long population,
        int communes,
        int places,
        int secret) {

    static final Aggregate NONE = new Aggregate(0, 0, 0, 0, 0, 0, 0, 0, 0);

    Aggregate plus(Aggregate other) {
        return new Aggregate(
                low + other.low,
                high + other.high,
                denominatorLow + other.denominatorLow,
                denominatorHigh + other.denominatorHigh,
                covered + other.covered,
                population + other.population,
                communes + other.communes,
                places + other.places,
                secret + other.secret);
    }

    static Aggregate of(Feed feed, List<CountedCommune> places, Cells cells) {
        var sum = NONE;
        for (var place : places) {
            sum = sum.plus(of(feed, place, cells));
        }
        return sum;
    }

    static Aggregate of(Feed feed, CountedCommune place, Cells cells) {
        var own = single(feed, place, cells);
        if (own.communes == 0 && !place.arrondissements().isEmpty()) {
            var parts = of(feed, place.arrondissements(), cells);
            if (parts.communes > 0) {
                return new Aggregate(
                        parts.low,
                        parts.high,
                        parts.denominatorLow,
                        parts.denominatorHigh,
                        parts.covered,
                        place.population(),
                        1,
                        1,
                        parts.secret);
            }
        }
        return own;
    }

    private static Aggregate single(Feed feed, CountedCommune place, Cells cells) {
        var top = bounds(feed, feed.series(), place, cells);
        var bottom = switch (feed.making()) {
            case MEAN -> bounds(feed, List.of(feed.weight() == null ? Feed.POPULATION : feed.weight()), place, cells);
            case RATIO -> bounds(feed, feed.per(), place, cells);
            default -> new Bounds(1, 1, false, true);
        };
        var secret = top.secret || bottom.secret ? 1 : 0;
        if (!top.known || !bottom.known) {
            return new Aggregate(0, 0, 0, 0, 0, place.population(), 0, 1, secret);
        }
        // A share of people can't count more of them than there are.
        var high = feed.making() == Making.RATIO && top.secret ? Math.min(top.high, bottom.high) : top.high;
        var weighs = feed.making() == Making.MEAN;
        return new Aggregate(
                weighs ? top.low * bottom.low : top.low,
                weighs ? high * bottom.low : high,
                bottom.low,
                bottom.high,
                place.population(),
                place.population(),
                1,
                1,
                secret);
    }

    private record Bounds(double low, double high, boolean secret, boolean known) {}

    private static Bounds bounds(Feed feed, List<String> series, CountedCommune place, Cells cells) {
        double low = 0;
        double high = 0;
        boolean secret = false;
        boolean known = true;
        for (var one : series) {
            if (one.equals(Feed.POPULATION)) {
                low += place.population();
                high += place.population();
                continue;
            }
            var cell = cells.of(one, place.code());
            var value = cell == null ? null : cell.value();
            if (value != null) {
                low += value.doubleValue();
                high += value.doubleValue();
            } else if (cell != null && cell.missing() == Missing.SECRET) {
                secret = true;
                known &= isBounded(feed);
                high += most(feed.secretAtMost());
            } else {
                known = false;
            }
        }
        return new Bounds(low, high, secret, known);
    }

    /** The mean of values hides no count: a secret one is left out, not bounded. */
    private static boolean isBounded(Feed feed) {
        return feed.secretAtMost() != null && feed.making() != Making.MEAN;
    }

    private static int most(@Nullable Integer secretAtMost) {
        return secretAtMost == null ? 0 : secretAtMost;
    }

    /** The lowest the result may be. */
    double least(Feed feed) {
        return result(feed, low, denominatorHigh);
    }

    /** The highest the result may be. */
    double most(Feed feed) {
        return result(feed, high, denominatorLow);
    }

    private static double result(Feed feed, double top, double bottom) {
        var factor = feed.factor().doubleValue();
        return feed.making() == Making.SUM ? top * factor : top * factor / bottom;
    }

    boolean isExact() {
        return low == high && denominatorLow == denominatorHigh;
    }

    /** Part of the inhabitants that live in communes with a figure, 0 to 1. */
    double coverage() {
        return population == 0 ? (places == 0 ? 0 : (double) communes / places) : (double) covered / population;
    }
}
