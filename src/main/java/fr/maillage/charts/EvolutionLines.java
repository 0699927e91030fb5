package fr.maillage.charts;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values over the years, told apart by the style of their line and a label at its end.
 *
 * @param series at most four, the territory first
 */
public record EvolutionLines(String title, Unit unit, List<Series> series) implements Chart {

    public static final int MOST = 4;

    /** @param points one by year */
    public record Series(String label, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** @param value a missing one breaks the line */
    public record Point(int year, Datum value) {}

    public EvolutionLines {
        series = List.copyOf(series);
        if (series.size() > MOST) {
            throw new IllegalArgumentException(series.size() + " series: nobody could tell them apart");
        }
    }

    List<Integer> years() {
        return List.copyOf(series.stream()
                .flatMap(one -> one.points().stream())
                .map(Point::year)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Override
    public String alternative() {
        return Sentences.list(
                title,
                series.stream()
                        .map(one -> Sentences.pair(
                                one.label(),
                                one.points().stream()
                                        .map(point -> unit.told(point.value()) + " en " + point.year())
                                        .collect(Collectors.joining(", ")))),
                "");
    }

    @Override
    public ChartTable table() {
        return new ChartTable(
                Stream.concat(Stream.of("Année"), series.stream().map(Series::label))
                        .toList(),
                years().stream()
                        .map(year -> Stream.concat(
                                        Stream.of(Objects.toString(year)),
                                        series.stream().map(one -> at(one, year)))
                                .toList())
                        .toList(),
                -1);
    }

    private String at(Series one, int year) {
        return one.points().stream()
                .filter(point -> point.year() == year)
                .findFirst()
                .map(point -> unit.told(point.value()))
                .orElse("non publié");
    }
}
