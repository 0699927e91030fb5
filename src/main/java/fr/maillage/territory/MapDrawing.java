package fr.maillage.territory;

import fr.maillage.shared.French;
import fr.maillage.territory.MapLabels.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;

/** Writes one map as SVG. The territory's outline is its communes drawn once with a wide stroke, under their fills. */
final class MapDrawing {

    private static final int LETTERS = 26;
    private static final int[] KILOMETRES = {1, 2, 5, 10, 20, 50, 100, 200};

    private final TerritoryMap map;
    private final MapFrame frame;
    private final MapInk ink;
    private final Map<String, Outline> outlines;
    private final Map<String, Integer> zones;
    private final StringBuilder svg = new StringBuilder(64_000);

    MapDrawing(TerritoryMap map, MapFrame frame, MapInk ink, List<Outline> outlines) {
        this.map = map;
        this.frame = frame;
        this.ink = ink;
        this.outlines = outlines.stream()
                .collect(Collectors.toMap(Outline::code, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        this.zones = map.chosen().stream()
                .collect(Collectors.toMap(TerritoryMap.Spot::code, TerritoryMap.Spot::zone, (a, _) -> a));
    }

    String svg() {
        open();
        hatching();
        for (var outline : outlines.values()) {
            if (!zones.containsKey(outline.code())) {
                place(outline, map.taken().containsKey(outline.code()) ? ink.taken() : ink.neighbour());
            }
        }
        svg.append("<g ").append(ink.outline()).append('>');
        chosen().forEach(outline ->
                svg.append("<path d=\"").append(frame.path(outline.shape())).append("\"/>"));
        svg.append("</g>");
        chosen().forEach(outline -> place(outline, ink.zone(zones.getOrDefault(outline.code(), 0))));
        zoneBorders();
        selected();
        labels();
        ruler();
        return svg.append("</svg>").toString();
    }

    private void open() {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(frame.width)
                .append(' ')
                .append(frame.height)
                .append("\" ")
                .append(map.link() == null ? "role=\"img\"" : "role=\"group\"")
                .append(" aria-label=\"")
                .append(escape(map.label()))
                .append("\">");
    }

    private void hatching() {
        if (!map.taken().isEmpty()) {
            var colour = ink == MapInk.SCREEN ? "class=\"carte-hachure\"" : "stroke=\"#8A9794\" stroke-width=\"2\"";
            svg.append("<defs><pattern id=\"hachures\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\"")
                    .append(" patternTransform=\"rotate(45)\"><path d=\"M0 0v12\" ")
                    .append(colour)
                    .append("/></pattern></defs>");
        }
    }

    private List<Outline> chosen() {
        return outlines.values().stream()
                .filter(outline -> zones.containsKey(outline.code()))
                .toList();
    }

    /** A commune, as a link when the map has links and the commune can be taken or left. */
    private void place(Outline outline, String paint) {
        var path = frame.path(outline.shape());
        if (path.isEmpty()) {
            return;
        }
        var title = escape(title(outline));
        var link = map.link();
        var linked = link != null && !map.taken().containsKey(outline.code());
        if (linked && link != null) {
            svg.append("<a href=\"")
                    .append(escape(link))
                    .append(outline.code())
                    .append("#carte\" data-held=\"")
                    .append(zones.containsKey(outline.code()))
                    .append("\" aria-label=\"")
                    .append(title)
                    .append("\">");
        }
        svg.append("<path ").append(paint).append(" d=\"").append(path).append("\">");
        if (ink == MapInk.SCREEN) {
            svg.append("<title>").append(title).append("</title>");
        }
        svg.append("</path>").append(linked ? "</a>" : "");
    }

    private String title(Outline outline) {
        var population =
                outline.population() == null ? "" : ", " + French.count(outline.population(), "habitant", "habitants");
        var where = zones.containsKey(outline.code())
                ? ", dans le territoire"
                : map.taken().containsKey(outline.code())
                        ? ", dans une autre CPTS : " + map.taken().get(outline.code())
                        : ", hors du territoire";
        return outline.name() + population + where;
    }

    private void zoneBorders() {
        if (map.chosen().stream().map(TerritoryMap.Spot::zone).distinct().count() < 2) {
            return;
        }
        var borders = new ZoneBorders(frame);
        chosen().forEach(outline -> borders.add(outline.shape(), zones.getOrDefault(outline.code(), 0)));
        svg.append("<path ")
                .append(ink.between())
                .append(" d=\"")
                .append(borders.path())
                .append("\"/>");
    }

    private void selected() {
        var outline = map.selected() == null ? null : outlines.get(map.selected());
        if (outline != null) {
            svg.append("<path ")
                    .append(ink.selected())
                    .append(" d=\"")
                    .append(frame.path(outline.shape()))
                    .append("\"/>");
        }
    }

    private void labels() {
        List<Envelope> covered = new ArrayList<>();
        covered.add(new Envelope(0, frame.width * 0.25, frame.height - 90, frame.height));
        var selected = map.selected() == null ? null : outlines.get(map.selected());
        List<Label> labels = new ArrayList<>();
        if (selected != null) {
            labels.addAll(MapLabels.place(frame, List.of(selected), 1, LETTERS, true, covered));
        }
        labels.addAll(MapLabels.place(frame, chosen(), 10, LETTERS, true, covered));
        var others = outlines.values().stream()
                .filter(outline -> !zones.containsKey(outline.code()))
                .filter(outline -> outline.population() != null && outline.population() > 3_000)
                .toList();
        labels.addAll(MapLabels.place(frame, others, 4, LETTERS - 2, false, covered));
        svg.append("<g aria-hidden=\"true\">");
        for (var label : labels) {
            if (ink.haloApart()) {
                text(label, " fill=\"#FFFFFF\" stroke=\"#FFFFFF\" stroke-width=\"6\" stroke-linejoin=\"round\"");
                text(label, " fill=\"#16292E\"");
            } else {
                text(label, "");
            }
        }
        svg.append("</g>");
    }

    private void text(Label label, String more) {
        svg.append("<text x=\"")
                .append(label.x())
                .append("\" y=\"")
                .append(label.y())
                .append("\" ")
                .append(ink.label(label))
                .append(more)
                .append('>')
                .append(escape(label.text()))
                .append("</text>");
    }

    private void ruler() {
        int kilometres = KILOMETRES[0];
        for (int candidate : KILOMETRES) {
            if (candidate * frame.unitsByKm() < frame.width / 5.0) {
                kilometres = candidate;
            }
        }
        long length = Math.round(kilometres * frame.unitsByKm());
        int y = frame.height - 28;
        svg.append("<g aria-hidden=\"true\"><path ")
                .append(ink.ruler())
                .append(" d=\"M28 ")
                .append(y - 10)
                .append("v20h")
                .append(length)
                .append("v-20\"/>");
        var label = new Label(kilometres + " km", 0, 0, LETTERS - 4, false, true);
        var inked = ink.label(label).replace("text-anchor=\"middle\"", "");
        svg.append("<text x=\"34\" y=\"")
                .append(y - 6)
                .append("\" ")
                .append(inked.replace("carte-nom", "carte-nom carte-km"))
                .append(ink.haloApart() ? " fill=\"#16292E\"" : "")
                .append('>')
                .append(label.text().replace(' ', French.NBSP))
                .append("</text></g>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
