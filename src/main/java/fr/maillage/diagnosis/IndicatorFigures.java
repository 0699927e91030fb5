package fr.maillage.diagnosis;

import fr.maillage.charts.Charts;
import fr.maillage.charts.ClassBars;
import fr.maillage.charts.Ink;
import fr.maillage.documents.Block;
import fr.maillage.shared.French;
import fr.maillage.territory.MapSize;
import fr.maillage.territory.Maps;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The map and the chart of an indicator as they go into documents, each with its source. */
@Component
public class IndicatorFigures {

    private final Maps maps;
    private final IndicatorMaps indicatorMaps;

    IndicatorFigures(Maps maps, IndicatorMaps indicatorMaps) {
        this.maps = maps;
        this.indicatorMaps = indicatorMaps;
    }

    /** Empty when the source says nothing of communes, or without contours. */
    public Optional<Block.Figure> map(Diagnosis diagnosis, Measure measure) {
        return indicatorMaps
                .of(diagnosis, measure)
                .flatMap(map -> maps.choropleth(map.map(), MapSize.PAPER)
                        .map(svg -> new Block.Figure(
                                Block.FigureKind.MAP,
                                svg,
                                map.classes().alternative(),
                                map.counts()
                                        ? caption(measure.indicator().title() + ", personnes par commune", measure)
                                        : caption(Drawings.title(measure), measure),
                                legend(map.classes()),
                                credit(measure)
                                        + maps.attribution(diagnosis.communes())
                                                .map(due -> " " + due)
                                                .orElse(""))));
    }

    /** Empty when nothing is known. */
    public Optional<Block.Figure> chart(Diagnosis diagnosis, Measure measure) {
        if (!measure.known()) {
            return Optional.empty();
        }
        var chart = Drawings.comparison(diagnosis, measure);
        return Optional.of(new Block.Figure(
                Block.FigureKind.CHART,
                Charts.svg(chart, Ink.PAPER),
                chart.alternative(),
                caption(Drawings.title(measure), measure),
                null,
                credit(measure)));
    }

    private static String caption(String title, Measure measure) {
        var source = measure.anySource();
        return title + (source == null ? "" : ", " + source.when());
    }

    private static String credit(Measure measure) {
        var source = measure.anySource();
        return source == null ? "" : "Source" + French.NBSP + ": " + source.words() + ".";
    }

    private static Block.Legend legend(ClassBars classes) {
        return new Block.Legend(
                List.of("Classe", "Communes", "Habitants"),
                classes.entries().stream()
                        .map(entry -> new Block.LegendEntry(
                                entry.colour(),
                                List.of(
                                        entry.share().label(),
                                        French.number(entry.share().communes()),
                                        French.number(entry.share().inhabitants()))))
                        .toList());
    }
}
