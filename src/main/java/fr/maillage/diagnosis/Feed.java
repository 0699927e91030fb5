package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an indicator gets its figures. An indicator with two feeds has two sources, which may disagree.
 *
 * @param key stable within the indicator: what a team chooses
 * @param label how the source is called when two are compared
 * @param datasets keys of the datasets it reads, the main one first
 * @param making how the value of a territory is made
 * @param levels at which the source publishes
 * @param series whose values are added up (numerator); {@code population} is that of the reference of communes
 * @param per series added up as denominator
 * @param weight the series that weighs a mean
 * @param factor by which the result is multiplied, for example 100 for a share
 * @param secretAtMost the most that a secret count may hide; null when the source hides nothing by its smallness
 * @param profession code of the RPPS, for {@link Making#SUPPLY}; name in the series, for {@link Making#APL}
 * @param persons what is counted of a profession
 * @param categories codes of FINESS, for {@link Making#EQUIPMENT}
 * @param places whether the places of these establishments are counted, not the establishments
 * @param period that the producer tells elsewhere than in the file; null when the file tells
 * @param method what to add to the sentence of {@link Making}, or null
 */
public record Feed(
        String key,
        String label,
        List<String> datasets,
        Making making,
        List<Level> levels,
        List<String> series,
        List<String> per,
        @Nullable String weight,
        BigDecimal factor,
        @Nullable Integer secretAtMost,
        @Nullable String profession,
        @Nullable Persons persons,
        List<String> categories,
        boolean places,
        @Nullable String period,
        @Nullable String method) {

    /** The population of the reference of communes, as if it were a series. */
    public static final String POPULATION = "population";

    /** What is counted of a profession. */
    public enum Persons {
        ALL,
        LIBERAL
    }

    public Feed {
        datasets = List.copyOf(datasets);
        levels = levels == null ? List.of() : List.copyOf(levels);
        series = series == null ? List.of() : List.copyOf(series);
        per = per == null ? (making == Making.SUPPLY ? List.of(POPULATION) : List.of()) : List.copyOf(per);
        categories = categories == null ? List.of() : List.copyOf(categories);
        factor = factor == null ? BigDecimal.ONE : factor;
    }

    /** Whether the value is a count of a directory over what the communes give together. */
    boolean counts() {
        return making == Making.SUPPLY || making == Making.EQUIPMENT;
    }

    /** The dataset of a figure: the main one. */
    String dataset() {
        return datasets.getFirst();
    }

    /** What counts are divided by, as a feed of its own: a sum over the communes. */
    Feed denominator() {
        return new Feed(
                key + "-per",
                label,
                datasets,
                Making.SUM,
                levels,
                per,
                List.of(),
                null,
                BigDecimal.ONE,
                null,
                null,
                null,
                List.of(),
                false,
                period,
                null);
    }

    /** Every series it reads from the observations. */
    List<String> reads() {
        var all = new ArrayList<>(series);
        all.addAll(per);
        if (weight != null) {
            all.add(weight);
        }
        all.remove(POPULATION);
        return all;
    }

    /** Whether the value of a territory is made from figures of its communes. */
    public boolean fromCommunes() {
        return making == Making.SUM || making == Making.RATIO || making == Making.MEAN;
    }
}
