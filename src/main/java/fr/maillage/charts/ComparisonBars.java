package fr.maillage.charts;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A territory beside its département, its région and France, from a common zero.
 *
 * @param bars the territory first
 * @param reference a line across the bars, or null
 */
public record ComparisonBars(
        String title, Unit unit, List<Bar> bars, @Nullable Reference reference) implements Chart {

    public ComparisonBars {
        bars = List.copyOf(bars);
    }

    public static ComparisonBars of(String title, Unit unit, List<Bar> bars) {
        return new ComparisonBars(title, unit, bars, null);
    }

    @Override
    public String alternative() {
        return Sentences.list(
                title,
                bars.stream().map(bar -> Sentences.pair(bar.fullLabel(), unit.told(bar.value()))),
                Sentences.reference(reference, unit));
    }

    @Override
    public ChartTable table() {
        return new ChartTable(
                List.of("Zone", "Valeur"),
                bars.stream()
                        .map(bar -> List.of(bar.fullLabel(), unit.told(bar.value())))
                        .collect(Collectors.toList()),
                Sentences.here(bars));
    }
}
