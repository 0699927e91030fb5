package fr.maillage.indicators;

import fr.maillage.charts.Datum;
import fr.maillage.charts.EvolutionLines;
import fr.maillage.charts.EvolutionLines.Point;
import fr.maillage.charts.EvolutionLines.Series;
import fr.maillage.charts.Unit;
import fr.maillage.indicators.IndicatorValue.Producer;
import fr.maillage.indicators.spi.IndicatorUses.Use;
import fr.maillage.indicators.spi.Period;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of an indicator.
 *
 * @param values all that were ever given
 * @param uses where it counts for something
 * @param countedBy label of the facts that count it, or null
 */
public record IndicatorPage(
        CatalogueIndicator indicator,
        List<IndicatorValue> values,
        List<Use> uses,
        @Nullable String countedBy) {

    /** Values of a period that differ, each with who gives it. */
    public record Disagreement(Period period, List<IndicatorValue> values) {

        /** « Pour 2025 : la CPAM dit 71 %, la CPTS dit 74 %. » */
        public String sentence(String unit) {
            return "Pour " + (period.inWords().startsWith("du") ? "la période " : "") + period.inWords() + French.NBSP
                    + ": "
                    + values.stream()
                            .map(value -> French.inSentence(value.producer().label()) + " dit " + value.shown(unit))
                            .collect(Collectors.joining(", "))
                    + ".";
        }
    }

    public List<IndicatorValue> current() {
        return values.stream().filter(IndicatorValue::current).toList();
    }

    public List<IndicatorValue> superseded() {
        return values.stream().filter(value -> !value.current()).toList();
    }

    public List<Disagreement> disagreements() {
        var byPeriod = current().stream()
                .collect(Collectors.groupingBy(IndicatorValue::period, LinkedHashMap::new, Collectors.toList()));
        return byPeriod.entrySet().stream()
                .filter(each -> each.getValue().stream()
                                .map(value -> value.value().stripTrailingZeros())
                                .distinct()
                                .count()
                        > 1)
                .map(each -> new Disagreement(each.getKey(), each.getValue()))
                .toList();
    }

    /** By the year each period ends in, one line for each producer; null with fewer than two years. */
    public @Nullable EvolutionLines chart() {
        var series = new ArrayList<Series>();
        for (var producer : Producer.values()) {
            var points = new LinkedHashMap<Integer, Point>();
            current().stream()
                    .filter(value -> value.producer() == producer)
                    .sorted(Comparator.comparing(value -> value.period().to()))
                    .forEach(value -> {
                        int year = value.period().to().getYear();
                        points.put(year, new Point(year, Datum.of(value.value())));
                    });
            if (!points.isEmpty() && series.size() < EvolutionLines.MOST) {
                series.add(new Series(producer.label(), List.copyOf(points.values())));
            }
        }
        long years = series.stream()
                .flatMap(one -> one.points().stream())
                .map(Point::year)
                .distinct()
                .count();
        return years < 2 ? null : new EvolutionLines(indicator.title(), Unit.of(indicator.unit(), decimals()), series);
    }

    private int decimals() {
        return current().stream()
                        .allMatch(value -> value.value().stripTrailingZeros().scale() <= 0)
                ? 0
                : 1;
    }
}
