package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.Bar;
import fr.maillage.charts.Chart;
import fr.maillage.charts.Charts;
import fr.maillage.charts.ClassBars;
import fr.maillage.charts.ComparisonBars;
import fr.maillage.charts.Datum;
import fr.maillage.charts.Ink;
import fr.maillage.charts.Unit;
import fr.maillage.diagnosis.Figure;
import fr.maillage.diagnosis.Measure;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.FigureKind;
import fr.maillage.documents.Block.Legend;
import fr.maillage.documents.Block.LegendEntry;
import fr.maillage.shared.French;
import fr.maillage.territory.ChoroplethMap;
import fr.maillage.territory.MapSize;
import fr.maillage.territory.Maps;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The maps and charts of a portrait as figures of its document. */
final class PortraitFigures {

    private static final int LARGEST = 5;

    /** Of the circles on maps. */
    private static final String CIRCLES = "#C8741A";

    private final Portrait portrait;
    private final Maps maps;
    private final String contours;

    PortraitFigures(Portrait portrait, Maps maps) {
        this.portrait = portrait;
        this.maps = maps;
        this.contours = maps.credit(portrait.codes()).orElse("");
    }

    /** To whom the contours are due; empty without any. */
    String contours() {
        return contours;
    }

    Block.Figure chart(Chart chart, String credit) {
        return new Block.Figure(
                FigureKind.CHART, Charts.svg(chart, Ink.PAPER), chart.alternative(), chart.title(), null, credit);
    }

    /** A map of circles, whose legend names the largest; a sentence when it cannot be drawn or has none. */
    Block marks(ChoroplethMap map, String caption, String head, String credit) {
        var largest = map.marks().stream()
                .filter(mark -> mark.kind() == ChoroplethMap.MarkKind.CIRCLE)
                .sorted(Comparator.comparingDouble(ChoroplethMap.Mark::size)
                        .reversed()
                        .thenComparing(ChoroplethMap.Mark::title))
                .limit(LARGEST)
                .toList();
        if (portrait.centres().isEmpty()) {
            return undrawn(caption);
        }
        if (largest.isEmpty()) {
            return Block.paragraph(
                    "« " + caption + " »" + French.NBSP + ": rien à placer sur une carte du territoire. " + credit);
        }
        var alternative = map.label() + ". Les plus grands" + French.NBSP + ": "
                + largest.stream().map(ChoroplethMap.Mark::title).collect(Collectors.joining(" ; ")) + ".";
        var legend = new Legend(
                List.of("Les plus grands", head),
                largest.stream()
                        .map(mark ->
                                new LegendEntry(CIRCLES, List.of(name(mark), French.number(Math.round(mark.size())))))
                        .toList());
        return drawn(map, alternative, caption, legend, credit);
    }

    private Block drawn(ChoroplethMap map, String alternative, String caption, Legend legend, String credit) {
        return maps.choropleth(map, MapSize.PAPER)
                .<Block>map(svg -> new Block.Figure(
                        FigureKind.MAP, svg, alternative, caption, legend, (credit + " " + contours).strip()))
                .orElseGet(() -> undrawn(caption));
    }

    private static Block undrawn(String caption) {
        return Block.paragraph("Carte non dessinée : les contours des communes ne sont pas chargés. « " + caption
                + " » est dans les tableaux.");
    }

    /** What stands before the number in its words. */
    private static String name(ChoroplethMap.Mark mark) {
        return mark.title().split(French.NBSP + ": |, \\d", 2)[0];
    }

    Block shaded(PortraitMaps.Shaded shaded, String caption, String head, String credit) {
        return drawn(shaded.map(), shaded.legend().alternative(), caption, legend(head, shaded.legend()), credit);
    }

    private static Legend legend(String head, ClassBars classes) {
        return new Legend(
                List.of(head, "Communes", "Habitants"),
                classes.entries().stream()
                        .map(entry -> new LegendEntry(
                                entry.colour(),
                                List.of(
                                        entry.share().label(),
                                        French.number(entry.share().communes()),
                                        French.number(entry.share().inhabitants()))))
                        .toList());
    }

    Chart bars(Measure measure) {
        var indicator = measure.indicator();
        var diagnosis = portrait.diagnosis();
        return ComparisonBars.of(
                indicator.title(),
                Unit.of(indicator.unit().replace(' ', French.NBSP), indicator.decimals()),
                List.of(
                        Bar.here("Territoire", datum(measure.territory())),
                        Bar.of(diagnosis.departement().name(), datum(measure.departement())),
                        Bar.of(diagnosis.region().name(), datum(measure.region())),
                        Bar.of("France", datum(measure.france()))));
    }

    private static Datum datum(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> Datum.of(known.value());
            case Figure.Between between -> new Datum.Between(between.low(), between.high(), between.reason());
            case Figure.Absent absent -> new Datum.Missing(absent.words());
        };
    }

    static String credit(Measure measure) {
        var from = measure.territory().from();
        return from == null ? "" : from.words() + ".";
    }
}
