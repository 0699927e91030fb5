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

    private final TerritoryMap map;
    private final MapFrame frame;
    private final MapInk ink;
    private final Map<String, Outline> outlines;
    private final Map<String, Integer> zones;
    private final MapSheet sheet;
    private final StringBuilder svg;

    MapDrawing(TerritoryMap map, MapFrame frame, MapInk ink, List<Outline> outlines) {
        this.map = map;
        this.frame = frame;
        this.ink = ink;
        this.sheet = new MapSheet(frame, ink);
        this.svg = sheet.svg;
        this.outlines = outlines.stream()
                .collect(Collectors.toMap(Outline::code, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        this.zones = map.chosen().stream()
                .collect(Collectors.toMap(TerritoryMap.Spot::code, TerritoryMap.Spot::zone, (a, _) -> a));
    }

    String svg() {
        sheet.open(map.label(), map.link() != null);
        if (!map.taken().isEmpty()) {
            sheet.hatching("hachures", "");
        }
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
        sheet.ruler();
        return sheet.close();
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
        var title = MapSheet.escape(title(outline));
        var link = map.link();
        var linked = link != null && !map.taken().containsKey(outline.code());
        if (linked && link != null) {
            svg.append("<a href=\"")
                    .append(MapSheet.escape(link))
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
            sheet.name(label);
        }
        svg.append("</g>");
    }
}
