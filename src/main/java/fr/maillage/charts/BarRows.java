package fr.maillage.charts;

import fr.maillage.charts.Svg.Anchor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws lines of label, bar and value from one zero. Where the room is short the label goes above its bar. A missing value
 * has its reason in the place of the bar.
 */
final class BarRows {

    /**
     * @param swatch a square before the label, or null
     * @param extra after the value, such as its gap with the mark; empty for none
     * @param mark a tick on this line, or null
     */
    record Row(
            String label,
            String note,
            boolean here,
            @Nullable Paint swatch,
            Paint bar,
            boolean hatched,
            Datum value,
            String extra,
            @Nullable BigDecimal mark) {}

    private static final int MOST_LINES = 3;

    private final Ink ink;
    private final Unit unit;
    private final List<String> heads;
    private final List<Row> rows;
    private final Svg svg;
    private final double size;
    private final double margin;
    private double y;

    /** Where bars begin and end; columns of values are right of them unless labels stand above. */
    private final boolean above;

    private final double labelsAt;
    private final double barsFrom;
    private final double barsTo;
    private final double valuesTo;
    private final Scale scale;

    /** @param heads of the columns, or none: label, value, extra */
    BarRows(Ink ink, Unit unit, List<String> heads, List<Row> rows) {
        this.ink = ink;
        this.unit = unit;
        this.heads = heads;
        this.rows = rows;
        this.svg = new Svg(ink);
        this.size = ink.size;
        this.margin = size * 0.5;
        double swatch = rows.stream().anyMatch(row -> row.swatch() != null) ? size * 1.9 : 0;
        double label = heads.isEmpty() ? 0 : Letters.width(heads.getFirst(), size, false);
        double value = heads.isEmpty() ? 0 : Letters.width(heads.get(1), size, false);
        double extra = heads.size() < 3 ? 0 : Letters.width(heads.get(2), size, false);
        for (var row : rows) {
            label = Math.max(label, Letters.width(row.label(), size, row.here()));
            extra = Math.max(extra, Letters.width(row.extra(), size, false));
            if (!(row.value() instanceof Datum.Missing)) {
                value = Math.max(value, Letters.width(unit.text(row.value()), size, true));
            }
        }
        labelsAt = margin + swatch;
        label = Math.min(label, ink.width * 0.36 - swatch);
        value = Math.min(value, ink.width * 0.4);
        valuesTo = ink.width - margin - (extra == 0 ? 0 : extra + size);
        double from = labelsAt + label + size * 0.8;
        double to = valuesTo - value - size * 0.8;
        above = to - from < ink.width * 0.3;
        barsFrom = above ? labelsAt : from;
        barsTo = above ? ink.width - margin : to;
        scale = scale();
    }

    /** @param foot a line under the bars, such as what the mark is; empty for none */
    String draw(String foot, String alternative) {
        heads();
        rows.forEach(this::row);
        if (!foot.isEmpty()) {
            for (var line : Letters.wrap(foot, ink.width - 2 * margin, size, false, MOST_LINES)) {
                y += size * 1.4;
                svg.text(Paint.MUTED, Anchor.START, margin, y, line);
            }
            y += size * 0.5;
        }
        return svg.close(Math.max(y, size), alternative);
    }

    private void heads() {
        if (heads.isEmpty() || above) {
            return;
        }
        y += size * 1.2;
        svg.text(Paint.MUTED, Anchor.START, margin, y, heads.getFirst());
        svg.text(Paint.MUTED, Anchor.END, valuesTo, y, heads.get(1));
        if (heads.size() > 2) {
            svg.text(Paint.MUTED, Anchor.END, ink.width - margin, y, heads.get(2));
        }
        y += size * 0.6;
        svg.line(Paint.AXIS, 0, y, ink.width, y);
    }

    private void row(Row row) {
        var told = above && !row.extra().isEmpty()
                ? unit.text(row.value()) + " (" + row.extra() + ")"
                : unit.text(row.value());
        var missing = row.value() instanceof Datum.Missing;
        double labelRoom = above
                ? ink.width - margin - labelsAt - (missing ? 0 : Letters.width(told, size, row.here()) + size)
                : barsFrom - labelsAt - size * 0.4;
        var label = above && !row.note().isEmpty() ? row.label() + ", " + row.note() : row.label();
        List<String> labels = new ArrayList<>(Letters.wrap(label, labelRoom, size, row.here(), MOST_LINES));
        int strong = labels.size();
        if (!above && !row.note().isEmpty()) {
            labels.addAll(Letters.wrap(row.note(), labelRoom, size, false, 2));
        }
        double reasonRoom = above ? barsTo - barsFrom : ink.width - margin - barsFrom;
        List<String> reason = missing ? Letters.wrap(told, reasonRoom, size, false, MOST_LINES) : List.of();
        double lines = above ? labels.size() + (missing ? reason.size() : 1.1) : Math.max(labels.size(), reason.size());
        double height = (lines * 1.3 + 1) * size;
        if (row.here()) {
            svg.rect(Paint.ROW_HERE, 0, y, ink.width, height);
        }
        double first = y + size * 1.45;
        for (int i = 0; i < labels.size(); i++) {
            var paint = i >= strong ? Paint.MUTED : row.here() ? Paint.STRONG : Paint.TEXT;
            svg.text(paint, Anchor.START, labelsAt, first + i * 1.3 * size, labels.get(i));
        }
        swatch(row, first);
        double barTop = above ? y + (labels.size() * 1.3 + 0.65) * size : y + size * 0.55;
        if (missing) {
            double reasonAt = above ? first + labels.size() * 1.3 * size : first;
            for (int i = 0; i < reason.size(); i++) {
                svg.text(Paint.MUTED, Anchor.START, barsFrom, reasonAt + i * 1.3 * size, reason.get(i));
            }
        } else {
            var paint = row.here() ? Paint.STRONG : Paint.TEXT;
            svg.text(paint, Anchor.END, above ? barsTo : valuesTo, first, told);
            if (!above && !row.extra().isEmpty()) {
                svg.text(Paint.TEXT, Anchor.END, ink.width - margin, first, row.extra());
            }
            bar(row, barTop, size * 1.2);
        }
        mark(row, barTop, size * 1.2);
        y += height;
        svg.line(Paint.RULE, 0, y, ink.width, y);
    }

    private void swatch(Row row, double first) {
        var swatch = row.swatch();
        if (swatch == null) {
            return;
        }
        if (row.hatched()) {
            svg.hatched(margin, first - size * 0.85, size * 1.4, size);
        } else {
            svg.rect(swatch, margin, first - size * 0.85, size * 1.4, size);
        }
    }

    private void bar(Row row, double top, double height) {
        double zero = scale.at(BigDecimal.ZERO);
        switch (row.value()) {
            case Datum.Known(var value) -> bar(row, zero, scale.at(value), top, height);
            case Datum.Between between -> {
                double low = scale.at(between.low());
                bar(row, zero, low, top, height);
                svg.rect(Paint.RANGE, low, top, scale.at(between.high()) - low, height);
            }
            case Datum.Missing _ -> {}
        }
        if (zero > barsFrom + 1) {
            svg.line(Paint.AXIS, zero, top - 3, zero, top + height + 3);
        }
    }

    private void bar(Row row, double zero, double end, double top, double height) {
        double left = Math.min(zero, end);
        double width = Math.abs(end - zero);
        if (row.hatched()) {
            svg.hatched(left, top, width, height);
        } else {
            svg.rect(row.bar(), left, top, width, height);
        }
    }

    private void mark(Row row, double top, double height) {
        var mark = row.mark();
        if (mark != null && !(row.value() instanceof Datum.Missing)) {
            double x = scale.at(mark);
            svg.line(Paint.MARK_HALO, x, top - 2, x, top + height + 2);
            svg.line(Paint.MARK, x, top - 3, x, top + height + 3);
        }
    }

    private Scale scale() {
        List<BigDecimal> values = new ArrayList<>();
        for (var row : rows) {
            values.addAll(Scale.ends(row.value()));
            var mark = row.mark();
            if (mark != null) {
                values.add(mark);
            }
        }
        return Scale.fromZero(values, barsFrom, barsTo - barsFrom);
    }
}
