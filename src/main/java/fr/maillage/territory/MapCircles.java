package fr.maillage.territory;

import fr.maillage.territory.ChoroplethMap.Mark;
import fr.maillage.territory.ChoroplethMap.MarkKind;
import fr.maillage.territory.MapLabels.Label;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The marks of a map: circles whose area follows a number, with their legend; crosses and points. */
final class MapCircles {

    private static final double LARGEST = 0.042;
    private static final double SMALLEST = 0.006;

    private final ChoroplethMap map;
    private final MapSize size;
    private final MapFrame frame;
    private final ChoroplethInk ink;
    private final double largest;

    MapCircles(ChoroplethMap map, MapSize size, MapFrame frame, ChoroplethInk ink) {
        this.map = map;
        this.size = size;
        this.frame = frame;
        this.ink = ink;
        this.largest = map.marks().stream()
                .filter(mark -> mark.kind() == MarkKind.CIRCLE)
                .mapToDouble(Mark::size)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    double radius(Mark mark) {
        return switch (mark.kind()) {
            case CIRCLE -> radius(mark.size());
            case HOSPITAL -> 9 * size.pixel;
            case POINT -> 4 * size.pixel;
        };
    }

    private double radius(double number) {
        if (largest <= 0 || !(number > 0)) {
            return SMALLEST * frame.width;
        }
        return Math.max(SMALLEST, LARGEST * Math.sqrt(Math.min(1, number / largest))) * frame.width;
    }

    /** The largest circles first, so that none hides another; crosses and points above all. */
    void write(StringBuilder svg) {
        map.marks().stream()
                .filter(mark -> frame.view.contains(mark.longitude(), mark.latitude()))
                .sorted(Comparator.comparing((Mark mark) -> mark.kind() != MarkKind.CIRCLE)
                        .thenComparing(Comparator.comparingDouble(Mark::size).reversed())
                        .thenComparing(Mark::title))
                .forEach(mark -> write(svg, mark));
    }

    private void write(StringBuilder svg, Mark mark) {
        int x = frame.x(mark.longitude());
        int y = frame.y(mark.latitude());
        var title = size == MapSize.SCREEN ? "<title>" + MapSheet.escape(mark.title()) + "</title>" : "";
        var paint = switch (mark.kind()) {
            case CIRCLE -> ink.circle();
            case HOSPITAL -> ink.cross();
            case POINT -> ink.point();
        };
        svg.append("<g");
        if (size == MapSize.SCREEN) {
            svg.append(" data-longitude=\"")
                    .append(mark.longitude())
                    .append("\" data-latitude=\"")
                    .append(mark.latitude())
                    .append('"');
        }
        svg.append('>').append(title);
        circle(svg, paint, x, y, radius(mark));
        if (mark.kind() == MarkKind.HOSPITAL) {
            long arm = Math.round(4.5 * size.pixel);
            svg.append("<path ")
                    .append(paint)
                    .append(" d=\"M")
                    .append(x - arm)
                    .append(' ')
                    .append(y)
                    .append('h')
                    .append(2 * arm)
                    .append('M')
                    .append(x)
                    .append(' ')
                    .append(y - arm)
                    .append('v')
                    .append(2 * arm)
                    .append("\"/>");
        }
        svg.append("</g>");
    }

    /** Where names may not stand: they would hide a cross. On a circle their halo keeps both readable. */
    void cover(List<Envelope> covered) {
        for (var mark : map.marks()) {
            double radius = mark.kind() == MarkKind.CIRCLE ? 0 : radius(mark);
            int x = frame.x(mark.longitude());
            int y = frame.y(mark.latitude());
            covered.add(new Envelope(x - radius, x + radius, y - radius, y + radius));
        }
        var box = box();
        if (box != null) {
            covered.add(box);
        }
    }

    /** What the circles say: a large and a small round number, at the bottom right. */
    void legend(StringBuilder svg) {
        var box = box();
        var unit = map.sizes();
        if (box == null || unit == null) {
            return;
        }
        var numbers = numbers();
        double tall = radius(numbers[0]);
        double x = box.getMinX() + 12 + tall;
        double floor = box.getMaxY() - 14;
        svg.append("<g aria-hidden=\"true\"><rect ")
                .append(ink.ground())
                .append(" x=\"")
                .append(Math.round(box.getMinX()))
                .append("\" y=\"")
                .append(Math.round(box.getMinY()))
                .append("\" width=\"")
                .append(Math.round(box.getWidth()))
                .append("\" height=\"")
                .append(Math.round(box.getHeight()))
                .append("\"/>");
        double lastY = Double.MAX_VALUE;
        for (int i = numbers.length - 1; i >= 0; i--) {
            double radius = radius(numbers[i]);
            circle(svg, ink.ring(), x, floor - radius, radius);
            double top = Math.min(floor - 2 * radius + 8, lastY - MapSize.LETTERS);
            var label = new Label("", 0, 0, MapSize.LETTERS - 4, false, true);
            svg.append("<text x=\"")
                    .append(Math.round(x + tall + 12))
                    .append("\" y=\"")
                    .append(Math.round(top))
                    .append("\" ")
                    .append(size.ink
                            .label(label)
                            .replace("text-anchor=\"middle\"", "")
                            .replace("carte-nom", "carte-nom carte-km"))
                    .append(size.ink.haloApart() ? " fill=\"#16292E\"" : "")
                    .append('>')
                    .append(MapSheet.escape(unit.text(BigDecimal.valueOf(numbers[i]))))
                    .append("</text>");
            lastY = top;
        }
        svg.append("</g>");
    }

    private @Nullable Envelope box() {
        var unit = map.sizes();
        if (largest <= 0 || unit == null) {
            return null;
        }
        double letters = DoubleStream.of(numbers())
                .map(number -> unit.text(BigDecimal.valueOf(number)).length() * (MapSize.LETTERS - 4) * 0.58)
                .max()
                .orElse(0);
        double width = 2 * radius(numbers()[0]) + 36 + letters;
        double height = Math.max(2 * radius(numbers()[0]) + 28, MapSize.LETTERS * 2.6);
        return new Envelope(frame.width - width - 12, frame.width - 12, frame.height - height - 12, frame.height - 12);
    }

    /** A round number not above the largest, and about a fifth of it. */
    private double[] numbers() {
        double power = Math.pow(10, Math.floor(Math.log10(largest)));
        double first = largest / power >= 5 ? 5 * power : largest / power >= 2 ? 2 * power : power;
        return first <= 1 ? new double[] {first} : new double[] {first, Math.max(1, first / 5)};
    }

    private static void circle(StringBuilder svg, String paint, double x, double y, double radius) {
        svg.append("<circle ")
                .append(paint)
                .append(" cx=\"")
                .append(Math.round(x))
                .append("\" cy=\"")
                .append(Math.round(y))
                .append("\" r=\"")
                .append(Math.round(radius * 10) / 10.0)
                .append("\"/>");
    }
}
