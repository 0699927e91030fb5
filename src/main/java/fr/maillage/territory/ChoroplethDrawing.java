package fr.maillage.territory;

import fr.maillage.shared.French;
import fr.maillage.territory.ChoroplethMap.Mark;
import fr.maillage.territory.ChoroplethMap.MarkKind;
import fr.maillage.territory.ChoroplethMap.Shade;
import fr.maillage.territory.MapLabels.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;

/**
 * Writes a map of classes as SVG: neighbours, the edge of the territory under its communes, circles and crosses, names
 * that never meet, a scale.
 */
final class ChoroplethDrawing {

    private static final int NAMED = 10;
    private static final int NAMED_OUTSIDE = 4;
    private static final int LETTERS = MapSize.LETTERS;

    /** A name and the colour it stands on when that is dark. */
    private record Name(Label label, String ground) {}

    private final ChoroplethMap map;
    private final MapSize size;
    private final MapFrame frame;
    private final ChoroplethInk ink;
    private final Map<String, Outline> outlines;
    private final Set<String> territory;
    private final MapSheet sheet;
    private final MapCircles circles;
    private final String hatching;

    ChoroplethDrawing(ChoroplethMap map, MapSize size, MapFrame frame, List<Outline> outlines) {
        this.map = map;
        this.size = size;
        this.frame = frame;
        this.outlines = outlines.stream()
                .collect(Collectors.toMap(Outline::code, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        this.territory = new HashSet<>(map.territory());
        this.sheet = new MapSheet(frame, size.ink);
        // Several maps may share a page: each has its own hatching, the same at each drawing.
        this.hatching = "inconnu" + Integer.toHexString(Objects.hash(map.label(), map.territory()));
        this.ink = new ChoroplethInk(map, size, hatching);
        this.circles = new MapCircles(map, size, frame, ink);
    }

    String svg() {
        sheet.open(map.label(), false);
        if (map.shades().values().stream().anyMatch(shade -> shade.index() == ChoroplethMap.UNKNOWN)) {
            sheet.hatching(hatching, "#FFFFFF");
        }
        for (var outline : outlines.values()) {
            var shade = map.shades().get(outline.code());
            if (!territory.contains(outline.code()) && (shade != null || size != MapSize.PAPER)) {
                place(outline, shade == null ? size.ink.neighbour() : ink.outside(shade));
            }
        }
        sheet.svg.append("<g ").append(ink.edge()).append('>');
        inside().forEach(outline -> sheet.svg
                .append("<path d=\"")
                .append(frame.path(outline.shape()))
                .append("\"/>"));
        sheet.svg.append("</g>");
        inside().forEach(outline -> place(outline, ink.inside(map.shades().get(outline.code()))));
        groupings();
        selected();
        circles.write(sheet.svg);
        names();
        sheet.ruler();
        circles.legend(sheet.svg);
        return sheet.close();
    }

    private List<Outline> inside() {
        return outlines.values().stream()
                .filter(outline -> territory.contains(outline.code()))
                .toList();
    }

    private void place(Outline outline, String paint) {
        var path = frame.path(outline.shape());
        if (path.isEmpty()) {
            return;
        }
        var svg = sheet.svg;
        var title = MapSheet.escape(title(outline));
        svg.append("<path ").append(paint).append(" d=\"").append(path).append('"');
        if (size == MapSize.SCREEN) {
            // What « Carte animée » (js/carte.js) reads.
            svg.append(" data-code=\"")
                    .append(outline.code())
                    .append(territory.contains(outline.code()) ? "\" data-inside=\"\"" : "\"");
        }
        svg.append('>');
        if (size == MapSize.SCREEN) {
            svg.append("<title>").append(title).append("</title>");
        }
        svg.append("</path>");
    }

    private String title(Outline outline) {
        var population = outline.population();
        var shade = map.shades().get(outline.code());
        return outline.name()
                + (population == null ? "" : ", " + French.count(population, "habitant", "habitants"))
                + (shade == null ? "" : French.NBSP + ": " + shade.text())
                + (territory.contains(outline.code()) ? "" : " (hors du territoire)");
    }

    private void groupings() {
        if (!map.groupings()) {
            return;
        }
        var borders = new ZoneBorders(frame);
        inside().forEach(outline -> borders.add(outline.shape(), Objects.hashCode(outline.epci())));
        var path = borders.path();
        if (!path.isEmpty()) {
            sheet.svg
                    .append("<path ")
                    .append(ink.between())
                    .append(" d=\"")
                    .append(path)
                    .append("\"/>");
        }
    }

    private void selected() {
        var outline = map.selected() == null ? null : outlines.get(map.selected());
        if (outline != null) {
            sheet.svg
                    .append("<path ")
                    .append(size.ink.selected())
                    .append(" d=\"")
                    .append(frame.path(outline.shape()))
                    .append("\"/>");
        }
    }

    private void names() {
        List<Envelope> covered = new ArrayList<>();
        covered.add(new Envelope(0, frame.width * 0.25, frame.height - 90, frame.height));
        circles.cover(covered);
        List<Name> names = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (var mark : map.marks().stream()
                .filter(mark -> !mark.label().isEmpty())
                .sorted(Comparator.comparingDouble(Mark::size).reversed().thenComparing(Mark::label))
                .toList()) {
            int x = frame.x(mark.longitude());
            int y = frame.y(mark.latitude()) + (int) Math.round(circles.radius(mark)) + LETTERS;
            if (!told.contains(mark.label()) && MapLabels.take(frame, mark.label(), x, y, LETTERS, covered)) {
                told.add(mark.label());
                names.add(new Name(new Label(mark.label(), x, y, LETTERS, true, true), groundAt(mark)));
            }
        }
        var inside = inside().stream()
                .filter(outline -> !told.contains(outline.name()))
                .toList();
        for (var label :
                MapLabels.place(frame, inside, size == MapSize.PAPER ? NAMED / 2 : NAMED, LETTERS, true, covered)) {
            names.add(new Name(label, ground(inside, label)));
        }
        if (size != MapSize.PAPER) {
            var outside = outlines.values().stream()
                    .filter(outline -> !territory.contains(outline.code()) && !told.contains(outline.name()))
                    .filter(outline -> outline.population() != null && outline.population() > 3_000)
                    .toList();
            MapLabels.place(frame, outside, NAMED_OUTSIDE, LETTERS - 2, false, covered)
                    .forEach(label -> names.add(new Name(label, "")));
        }
        sheet.svg.append("<g aria-hidden=\"true\">");
        for (var name : names) {
            if (name.ground().isEmpty()) {
                sheet.name(name.label());
            } else {
                sheet.nameOnDark(name.label(), name.ground());
            }
        }
        sheet.svg.append("</g>");
    }

    private String ground(List<Outline> among, Label label) {
        return among.stream()
                .filter(outline -> outline.name().equals(label.text()) && frame.x(outline.labelX()) == label.x())
                .findFirst()
                .map(outline -> dark(outline.code()))
                .orElse("");
    }

    private String groundAt(Mark mark) {
        if (mark.kind() == MarkKind.CIRCLE) {
            return "";
        }
        var point = new org.locationtech.jts.geom.GeometryFactory()
                .createPoint(new org.locationtech.jts.geom.Coordinate(mark.longitude(), mark.latitude()));
        return inside().stream()
                .filter(outline -> outline.shape().contains(point))
                .findFirst()
                .map(outline -> dark(outline.code()))
                .orElse("");
    }

    private String dark(String code) {
        Shade shade = map.shades().get(code);
        return shade != null && shade.index() >= 0 && map.palette().dark(shade.index(), map.classes())
                ? map.palette().colour(shade.index(), map.classes())
                : "";
    }
}
