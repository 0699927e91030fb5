package fr.maillage.charts;

import fr.maillage.charts.BarRows.Row;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws charts as SVG: one renderer for pages, documents and pictures. The same chart always gives the same bytes. */
public final class Charts {

    private Charts() {}

    /**
     * An {@code <svg>} element with a {@code viewBox} and without scripts, inline styles or identifiers: it goes into a
     * page, a document or a file as it is. Every label is escaped.
     */
    public static String svg(Chart chart, Ink ink) {
        return switch (chart) {
            case ComparisonBars bars -> comparison(bars, ink);
            case RankedBars bars -> ranked(bars, ink);
            case ClassBars bars -> classes(bars, ink);
            case AgeBars ages -> ages.pyramid() ? new Pyramid(ages, ink).draw() : ages(ages, ink);
            case EvolutionLines lines -> new Curves(lines, ink).draw();
        };
    }

    private static String comparison(ComparisonBars chart, Ink ink) {
        var mark = chart.reference();
        var rows = chart.bars().stream().map(bar -> row(bar, "", mark)).toList();
        return new BarRows(ink, chart.unit(), List.of(), rows).draw(foot(mark, chart.unit()), chart.alternative());
    }

    private static String ranked(RankedBars chart, Ink ink) {
        var mark = chart.median();
        var rows = chart.zones().stream()
                .map(bar -> row(bar, mark == null ? "" : Sentences.gap(bar.value(), mark.value()), mark))
                .toList();
        var heads =
                mark == null ? List.of(chart.zoneHeader(), "Valeur") : List.of(chart.zoneHeader(), "Valeur", "Écart");
        return new BarRows(ink, chart.unit(), heads, rows).draw(foot(mark, chart.unit()), chart.alternative());
    }

    private static Row row(Bar bar, String gap, @Nullable Reference mark) {
        return new Row(
                bar.label(),
                bar.note(),
                bar.here(),
                null,
                bar.here() ? Paint.BAR_HERE : Paint.BAR,
                false,
                bar.value(),
                bar.value() instanceof Datum.Missing ? "" : gap,
                mark == null ? null : mark.value());
    }

    private static String foot(@Nullable Reference mark, Unit unit) {
        return mark == null ? "" : "Trait" + French.NBSP + ": " + mark.label() + ", " + unit.text(mark.value()) + ".";
    }

    private static String classes(ClassBars chart, Ink ink) {
        int coloured = chart.coloured();
        List<Row> rows = new ArrayList<>();
        int index = 0;
        for (var share : chart.classes()) {
            var paint = share.known() ? Paint.ofClass(chart.palette(), index++, coloured) : Paint.RANGE;
            rows.add(new Row(
                    share.label(), "", false, paint, paint, !share.known(), Datum.of(share.percent()), "", null));
        }
        return new BarRows(ink, Unit.PERCENT, List.of(), rows).draw("", chart.alternative());
    }

    /** The oldest on top, as a pyramid has them. */
    private static String ages(AgeBars chart, Ink ink) {
        var rows = IntStream.range(0, chart.bands().size())
                .mapToObj(i -> chart.bands().get(chart.bands().size() - 1 - i))
                .map(band ->
                        new Row(band.label(), "", false, null, Paint.BAR_HERE, false, band.all(), "", compared(band)))
                .toList();
        var foot = chart.compared().isEmpty() || rows.stream().allMatch(row -> row.mark() == null)
                ? ""
                : "Trait" + French.NBSP + ": " + chart.compared() + ".";
        return new BarRows(ink, chart.unit(), List.of(), rows).draw(foot, chart.alternative());
    }

    private static @Nullable BigDecimal compared(AgeBars.Band band) {
        var against = band.compared();
        return against == null ? null : against.exact().orElse(null);
    }
}
