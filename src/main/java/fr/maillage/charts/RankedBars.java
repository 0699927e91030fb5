package fr.maillage.charts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Zones in order, each with its distance to a marker: the median of comparable zones.
 *
 * @param zones in the order they are shown
 * @param zoneHeader what they are: « Bassin de vie »
 * @param median the marker on each line, or null
 */
public record RankedBars(
        String title,
        Unit unit,
        String zoneHeader,
        List<Bar> zones,
        @Nullable Reference median) implements Chart {

    public RankedBars {
        zones = List.copyOf(zones);
    }

    @Override
    public String alternative() {
        return Sentences.list(
                title,
                zones.stream().map(bar -> Sentences.pair(bar.fullLabel(), unit.told(bar.value()))),
                Sentences.reference(median, unit));
    }

    @Override
    public ChartTable table() {
        var headers = Stream.of(zoneHeader, "Valeur");
        return median == null
                ? new ChartTable(headers.toList(), rows(null), Sentences.here(zones))
                : new ChartTable(
                        Stream.concat(headers, Stream.of("Écart avec : " + median.label()))
                                .toList(),
                        rows(median),
                        Sentences.here(zones));
    }

    private List<List<String>> rows(@Nullable Reference against) {
        return zones.stream()
                .map(bar -> against == null
                        ? List.of(bar.fullLabel(), unit.told(bar.value()))
                        : List.of(bar.fullLabel(), unit.told(bar.value()), Sentences.gap(bar.value(), against.value())))
                .collect(Collectors.toList());
    }
}
