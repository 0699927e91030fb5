package fr.maillage.charts;

import fr.maillage.charts.EvolutionLines.Series;
import fr.maillage.charts.Svg.Anchor;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws series over the years. A missing value breaks its line and is told under the drawing. */
final class Curves {

    private static final int MOST_REASONS = 3;

    /** A label at the end of a line. */
    private record Tag(int index, String label, String value, double y) {}

    private final EvolutionLines chart;
    private final Ink ink;
    private final double size;
    private final List<BigDecimal> steps;
    private final List<Integer> years;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final Scale scale;

    Curves(EvolutionLines chart, Ink ink) {
        this.chart = chart;
        this.ink = ink;
        this.size = ink.size;
        this.years = chart.years();
        this.steps = Steps.around(chart.series().stream()
                .flatMap(series -> series.points().stream())
                .flatMap(point -> Scale.ends(point.value()).stream())
                .toList());
        double axis = steps.stream()
                .mapToDouble(step -> Letters.width(axis(step), size, false))
                .max()
                .orElse(0);
        double labels = chart.series().stream()
                .mapToDouble(series -> Letters.width(series.label(), size, true))
                .max()
                .orElse(0);
        double values = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(point -> point.value() instanceof Datum.Missing
                        ? 0
                        : Letters.width(chart.unit().text(point.value()), size, false))
                .max()
                .orElse(0);
        left = Math.min(axis, ink.width * 0.3) + size * 0.8;
        right = ink.width - Math.min(Math.max(labels, values), ink.width * 0.3) - size * 2.4;
        top = size;
        bottom = top + (ink == Ink.PHONE ? 0.75 : 0.4) * ink.width;
        // The vertical axis grows upwards.
        scale = new Scale(steps.getFirst(), steps.getLast(), bottom, top - bottom);
    }

    String draw() {
        var svg = new Svg(ink);
        for (var step : steps) {
            double y = scale.at(step);
            svg.line(step.signum() == 0 ? Paint.AXIS : Paint.RULE, left, y, right, y);
            svg.text(Paint.MUTED, Anchor.END, left - size * 0.4, y + size * 0.33, axis(step));
        }
        years(svg);
        List<Tag> tags = new ArrayList<>();
        for (int i = chart.series().size() - 1; i >= 0; i--) {
            line(svg, i, chart.series().get(i), tags);
        }
        tags(svg, tags);
        double y = bottom + size * 1.8;
        for (var note : notes()) {
            for (var line : Letters.wrap(note, ink.width - size, size, false, 3)) {
                y += size * 1.35;
                svg.text(Paint.MUTED, Anchor.START, size * 0.5, y, line);
            }
        }
        return svg.close(y + size * 0.5, chart.alternative());
    }

    private String axis(BigDecimal step) {
        return French.decimal(step, Math.max(0, step.stripTrailingZeros().scale()));
    }

    private void years(Svg svg) {
        double room = years.size() < 2 ? right - left : (right - left) / (years.getLast() - years.getFirst());
        int every = Math.max(1, (int) Math.ceil(size * 3 / Math.max(room, 0.01)));
        double free = ink.width;
        for (int i = years.size() - 1; i >= 0; i--) {
            double x = x(years.get(i));
            if (x + size * 1.3 <= free || i == years.size() - 1) {
                if ((years.getLast() - years.get(i)) % every == 0) {
                    svg.text(Paint.MUTED, Anchor.MIDDLE, x, bottom + size * 1.5, String.valueOf(years.get(i)));
                    free = x - size * 1.3;
                }
            }
        }
    }

    private double x(int year) {
        double room = size * 1.2;
        return years.size() < 2
                ? (left + right) / 2
                : left
                        + room
                        + (right - left - 2 * room)
                                * ((double) (year - years.getFirst()) / (years.getLast() - years.getFirst()));
    }

    private void line(Svg svg, int index, Series series, List<Tag> tags) {
        var path = new StringBuilder();
        boolean broken = true;
        var points = series.points().stream()
                .sorted(Comparator.comparingInt(EvolutionLines.Point::year))
                .toList();
        Tag last = null;
        for (var point : points) {
            var value = point.value().exact().orElse(null);
            if (value == null) {
                broken = true;
                continue;
            }
            double x = x(point.year());
            double y = scale.at(value);
            path.append(broken ? 'M' : 'L').append(Svg.number(x)).append(' ').append(Svg.number(y));
            broken = false;
            svg.circle(Paint.dot(index), x, y, index == 0 ? 4 : 3);
            last = new Tag(index, series.label(), chart.unit().text(value), y);
        }
        if (!path.isEmpty()) {
            svg.path(Paint.line(index), path.toString());
        }
        if (last != null) {
            tags.add(last);
        }
    }

    /** Labels keep two lines each: those that would meet are pushed apart, downwards then up from the foot. */
    private void tags(Svg svg, List<Tag> tags) {
        double height = size * 2.5;
        var order = tags.stream().sorted(Comparator.comparingDouble(Tag::y)).toList();
        var places = new double[order.size()];
        for (int i = 0; i < places.length; i++) {
            double wished = order.get(i).y() - size * 0.3;
            places[i] = i == 0 ? Math.max(wished, top) : Math.max(wished, places[i - 1] + height);
        }
        double lowest = bottom + size * 0.5;
        for (int i = places.length - 1; i >= 0 && places[i] > lowest; i--) {
            places[i] = lowest;
            lowest -= height;
        }
        for (int i = 0; i < places.length; i++) {
            var tag = order.get(i);
            double x = right + size * 2;
            // A piece of the line: labels that were pushed apart are found again.
            double sample = places[i] - size * 0.35;
            svg.line(Paint.line(tag.index()), right + size * 0.2, sample, x - size * 0.4, sample);
            var words = Letters.wrap(tag.label(), ink.width - x, size, tag.index() == 0, 1);
            svg.text(tag.index() == 0 ? Paint.STRONG : Paint.TEXT, Anchor.START, x, places[i], words.getFirst());
            svg.text(Paint.MUTED, Anchor.START, x, places[i] + size * 1.15, tag.value());
        }
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!steps.isEmpty() && steps.getFirst().signum() > 0) {
            notes.add("L’axe ne part pas de zéro" + French.NBSP + ": il commence à "
                    + chart.unit().text(steps.getFirst().setScale(chart.unit().decimals(), RoundingMode.HALF_UP))
                    + ".");
        }
        int missing = 0;
        for (var series : chart.series()) {
            for (var point : series.points()) {
                if (!(point.value() instanceof Datum.Known) && ++missing <= MOST_REASONS) {
                    notes.add(Sentences.pair(
                                    series.label() + ", " + point.year(),
                                    chart.unit().told(point.value())) + ".");
                }
            }
        }
        if (missing > MOST_REASONS) {
            notes.add("Le tableau dit pourquoi " + French.number(missing - MOST_REASONS) + " autres valeurs manquent.");
        }
        return notes;
    }
}
