package fr.maillage.charts;

import fr.maillage.charts.Svg.Anchor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Men at the left, women at the right of the ages, both from zero and on one scale. */
final class Pyramid {

    private final AgeBars chart;
    private final Ink ink;
    private final double size;

    Pyramid(AgeBars chart, Ink ink) {
        this.chart = chart;
        this.ink = ink;
        this.size = ink.size;
    }

    String draw() {
        var svg = new Svg(ink);
        double labels = 0;
        double values = 0;
        List<BigDecimal> all = new ArrayList<>();
        for (var band : chart.bands()) {
            labels = Math.max(labels, Letters.width(band.label(), size, false));
            for (var datum : new @Nullable Datum[] {band.women(), band.men()}) {
                if (datum != null) {
                    all.addAll(Scale.ends(datum));
                    values = Math.max(values, Letters.width(chart.unit().text(datum), size, false));
                }
            }
        }
        labels = Math.min(labels, ink.width * 0.34) + size;
        values = Math.min(values, ink.width * 0.2) + size * 0.4;
        double middle = ink.width / 2.0;
        double length = middle - labels / 2 - values;
        var scale = Scale.fromZero(all, 0, length);
        double y = size * 1.2;
        svg.text(Paint.STRONG, Anchor.END, middle - labels / 2, y, "Hommes");
        svg.text(Paint.STRONG, Anchor.START, middle + labels / 2, y, "Femmes");
        y += size * 0.6;
        double height = size * 1.35;
        for (int i = chart.bands().size() - 1; i >= 0; i--) {
            var band = chart.bands().get(i);
            double base = y + height - size * 0.3;
            svg.text(
                    Paint.TEXT,
                    Anchor.MIDDLE,
                    middle,
                    base,
                    Letters.wrap(band.label(), labels, size, false, 1).getFirst());
            side(svg, band.men(), scale, middle - labels / 2, y, height, base, -1);
            side(svg, band.women(), scale, middle + labels / 2, y, height, base, 1);
            y += height + size * 0.25;
        }
        return svg.close(y, chart.alternative());
    }

    private void side(
            Svg svg, @Nullable Datum datum, Scale scale, double from, double y, double height, double base, int way) {
        var value = datum == null ? null : datum.exact().orElse(null);
        if (value == null) {
            return;
        }
        double length = Math.max(0, scale.at(value) - scale.at(BigDecimal.ZERO));
        svg.rect(way < 0 ? Paint.BAR : Paint.BAR_HERE, way < 0 ? from - length : from, y, length, height);
        svg.text(
                Paint.TEXT,
                way < 0 ? Anchor.END : Anchor.START,
                from + way * (length + size * 0.3),
                base,
                chart.unit().text(value));
    }
}
