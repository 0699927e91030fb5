package fr.maillage.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Draws territories as SVG, on the server. Everything is empty while the contours are not loaded: pages then do without
 * and say how to get them. Drawings are kept in memory until the contours change.
 */
@Service
public class Maps {

    /** Units of a drawing; a screen shows about half as many pixels. */
    private static final int WIDTH = 1520;

    private static final int KEPT = 200;

    /** Letters of all drawings kept: anybody may ask for the map of any thousand communes. */
    private static final long MOST_LETTERS = 16_000_000;

    /** @param stamp of the contours it was drawn from */
    private record Key(String stamp, String kind, Object what) {}

    private final Outlines outlines;
    private final Communes communes;
    private final ObjectProvider<CommunePoints> points;
    private final Map<Key, Optional<String>> drawn = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<String>> eldest) {
            return size() > KEPT;
        }
    };

    Maps(Outlines outlines, Communes communes, ObjectProvider<CommunePoints> points) {
        this.outlines = outlines;
        this.communes = communes;
        this.points = points;
    }

    /** For a page: painted by the classes of {@code css/territory.css}, its communes are links when the map says where. */
    public Optional<String> screen(TerritoryMap map) {
        return kept("screen", map, () -> draw(map, MapInk.SCREEN));
    }

    /** For a document or a download: painted by attributes alone. */
    public Optional<String> paper(TerritoryMap map) {
        return kept("paper", map, () -> draw(map, MapInk.PAPER));
    }

    /**
     * A map of classes and marks. Without contours a disc stands for each commune whose place is known; without any place
     * there is none: the table says the same.
     */
    public Optional<String> choropleth(ChoroplethMap map, MapSize size) {
        var drawing = kept(
                "choropleth " + size,
                map,
                () -> outlines.bounds(map.territory()).map(seen -> {
                    if (size == MapSize.SCREEN) {
                        widen(seen);
                    }
                    var frame = frame(seen, size);
                    return new ChoroplethDrawing(map, size, frame, outlines.within(frame.view, map.territory())).svg();
                }));
        return drawing.isPresent() ? drawing : schematic(map, size);
    }

    private Optional<String> schematic(ChoroplethMap map, MapSize size) {
        var discs = discs(map.territory());
        if (discs.isEmpty()) {
            return Optional.empty();
        }
        var seen = new Envelope();
        discs.forEach(disc -> seen.expandToInclude(disc.shape().getEnvelopeInternal()));
        return Optional.of(new ChoroplethDrawing(map, size, frame(seen, size), discs).svg());
    }

    private List<Outline> discs(Collection<String> codes) {
        var places = communes.withCodes(codes);
        return points.stream()
                .findFirst()
                .map(known -> Discs.of(places, known.of(codes)))
                .orElse(List.of());
    }

    private static MapFrame frame(Envelope seen, MapSize size) {
        return new MapFrame(seen, size.width, 1.6, size.tallest, size.margin);
    }

    /** As {@link #paper}, as a file of its own: it says what it shows and to whom its contours are due. */
    public Optional<String> file(TerritoryMap map) {
        return paper(map).map(svg -> {
            int inside = svg.indexOf('>') + 1;
            return svg.substring(0, inside)
                            .replace("<svg ", "<svg font-family=\"Atkinson Hyperlegible Next, sans-serif\" ")
                    + "<title>" + MapSheet.escape(map.label()) + "</title><desc>"
                    + MapSheet.escape(attribution(map.codes()).orElse("")) + "</desc>" + svg.substring(inside);
        });
    }

    /** For the cover of a document: the territory in pale petrol amid its neighbours' mesh, without names. */
    public Optional<String> cover(List<String> codes) {
        return kept(
                "cover",
                codes,
                () -> frame(codes, WIDTH, 1.5, 0.9, 0.12).map(frame -> {
                    var svg = new StringBuilder(opening(frame));
                    var all = outlines.within(frame.view, codes);
                    svg.append("<g fill=\"none\" stroke=\"#D3DBD6\" stroke-width=\"2\">");
                    all.stream()
                            .filter(outline -> isWhole(frame, outline))
                            .forEach(outline -> path(svg, frame, outline));
                    svg.append(
                            "</g><g fill=\"#0D5467\" stroke=\"#0D5467\" stroke-width=\"8\" stroke-linejoin=\"round\">");
                    var own = outlines.of(codes);
                    own.forEach(outline -> path(svg, frame, outline));
                    svg.append("</g><g fill=\"#D0E5EB\" stroke=\"#FFFFFF\" stroke-width=\"2\">");
                    own.forEach(outline -> path(svg, frame, outline));
                    return svg.append("</g></svg>").toString();
                }));
    }

    /**
     * For the public home: a territory amid its neighbours, painted by classes, its capital as « ici » with the names of
     * a few communes. The mesh goes on at the right, for wide windows; at the left, where the words are, it ends with
     * whole communes, so that its edge is never cut straight.
     *
     * @param named the communes to name, the capital first
     */
    public Optional<String> hero(List<String> codes, List<String> named) {
        return kept(
                "hero",
                List.of(codes, named),
                () -> frame(codes, WIDTH, 1.36, 1.3, 0.27).map(frame -> {
                    var mesh = new Envelope(frame.view);
                    var left = mesh.getMinX() + frame.view.getWidth() * 0.07;
                    mesh.expandToInclude(frame.view.getMaxX() + frame.view.getWidth() / 2, frame.view.getMaxY());
                    var svg = new StringBuilder(opening(frame)).append("<g class=\"carte-maille\">");
                    outlines.within(mesh, codes).stream()
                            .filter(outline ->
                                    outline.shape().getEnvelopeInternal().getMinX() >= left)
                            .forEach(outline -> path(svg, frame, outline));
                    svg.append("</g><g class=\"carte-bord\">");
                    var own = outlines.of(codes);
                    own.forEach(outline -> path(svg, frame, outline));
                    svg.append("</g><g class=\"carte-pale\">");
                    own.forEach(outline -> path(svg, frame, outline));
                    svg.append("</g>");
                    for (var outline : own) {
                        if (outline.code().equals(named.getFirst())) {
                            svg.append("<g class=\"carte-ici\">");
                            path(svg, frame, outline);
                            svg.append("</g>");
                        }
                    }
                    own.stream()
                            .filter(outline -> named.contains(outline.code()))
                            .forEach(outline -> svg.append("<text class=\"carte-nom\" font-size=\"26\" x=\"")
                                    .append(frame.x(outline.labelX()))
                                    .append("\" y=\"")
                                    .append(frame.y(outline.labelY()))
                                    .append("\">")
                                    .append(MapSheet.escape(outline.name()))
                                    .append("</text>"));
                    return svg.append("</svg>").toString();
                }));
    }

    /** Path data of the territory in a square of 40 units, for the bar of the page. */
    public Optional<String> silhouette(Collection<String> codes) {
        return kept(
                "silhouette",
                List.copyOf(codes),
                () -> outlines.bounds(codes).map(bounds -> {
                    var frame = new MapFrame(bounds, 40, 1, 1, 0.03);
                    var path = new StringBuilder();
                    outlines.of(codes).forEach(outline -> path.append(frame.path(outline.shape())));
                    return path.toString();
                }));
    }

    /** The mesh behind the head of a page: outlines of whole communes in and around the territory, in a wide band. */
    public Optional<String> mesh(Collection<String> codes) {
        return kept(
                "mesh",
                List.copyOf(codes),
                () -> outlines.bounds(codes).map(bounds -> {
                    var band = new Envelope(bounds);
                    band.expandBy(0, -bounds.getHeight() * 0.3);
                    var frame = new MapFrame(band, 1200, 4, 3, 0);
                    var svg = new StringBuilder(opening(frame)).append("<path d=\"");
                    outlines.within(frame.view, codes).stream()
                            .filter(outline -> isWhole(frame, outline))
                            .forEach(outline -> svg.append(frame.path(outline.shape())));
                    return svg.append("\"/></svg>").toString();
                }));
    }

    /**
     * A point inside each of these communes, where circles stand: from its contour, else from an imported list. Communes
     * without either are left out.
     */
    public Map<String, Centre> centres(Collection<String> codes) {
        Map<String, Centre> centres = new HashMap<>();
        points.stream().findFirst().ifPresent(known -> centres.putAll(known.of(codes)));
        outlines.of(codes)
                .forEach(outline -> centres.put(outline.code(), new Centre(outline.labelX(), outline.labelY())));
        return centres;
    }

    /** A point inside each commune and arrondissement that has a contour, of the whole country. */
    public Map<String, Centre> insides() {
        return outlines.insides();
    }

    /** Changes whenever contours do; empty without contours. */
    public Optional<String> stamp() {
        return Optional.ofNullable(outlines.stamp());
    }

    /** Degrees, WGS 84. */
    public record Centre(double longitude, double latitude) {}

    /** To whom the contours of these communes are due, to print under a map; empty without contours. */
    public Optional<String> attribution(Collection<String> codes) {
        var names = outlines.attributions(codes);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Contours des communes : " + String.join(" ; ", names) + ", ramenés au découpage du jour.");
    }

    /** As {@link #attribution}; says that the map is schematic where there are discs instead of contours. */
    public Optional<String> credit(Collection<String> codes) {
        return attribution(codes)
                .or(() -> discs(codes).isEmpty()
                        ? Optional.empty()
                        : Optional.of("Carte schématique : un disque à la place de chaque commune, les contours ne"
                                + " sont pas chargés."));
    }

    /** Whether any contour is loaded. */
    public boolean areDrawn() {
        return outlines.stamp() != null;
    }

    private Optional<String> draw(TerritoryMap map, MapInk ink) {
        var codes = map.codes();
        var bounds = codes.isEmpty() && map.departement() != null
                ? outlines.boundsOfDepartement(map.departement())
                : outlines.bounds(codes);
        return bounds.map(seen -> {
            if (map.link() != null) {
                widen(seen);
            }
            var frame = new MapFrame(seen, WIDTH, 1.6, 1.15, codes.isEmpty() ? 0.02 : 0.12);
            return new MapDrawing(map, frame, ink, outlines.within(frame.view, codes)).svg();
        });
    }

    /** A territory of a few communes is shown amid those one may add: at least about 35 km each way. */
    private static void widen(Envelope bounds) {
        bounds.expandBy(Math.max(0, 0.45 - bounds.getWidth()) / 2, Math.max(0, 0.3 - bounds.getHeight()) / 2);
    }

    private Optional<MapFrame> frame(
            Collection<String> codes, int width, double flattest, double tallest, double margin) {
        return outlines.bounds(codes).map(bounds -> new MapFrame(bounds, width, flattest, tallest, margin));
    }

    private static boolean isWhole(MapFrame frame, Outline outline) {
        return frame.view.contains(outline.shape().getEnvelopeInternal());
    }

    private static String opening(MapFrame frame) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + frame.width + " " + frame.height
                + "\" aria-hidden=\"true\" focusable=\"false\">";
    }

    private static void path(StringBuilder svg, MapFrame frame, Outline outline) {
        svg.append("<path d=\"").append(frame.path(outline.shape())).append("\"/>");
    }

    private Optional<String> kept(String kind, Object what, Supplier<Optional<String>> drawing) {
        var stamp = outlines.stamp();
        if (stamp == null) {
            return Optional.empty();
        }
        var key = new Key(stamp, kind, what);
        synchronized (drawn) {
            var known = drawn.get(key);
            if (known != null) {
                return known;
            }
        }
        var fresh = drawing.get();
        synchronized (drawn) {
            drawn.put(key, fresh);
            var oldest = drawn.values().iterator();
            for (long letters = letters(); letters > MOST_LETTERS && oldest.hasNext(); ) {
                letters -= oldest.next().map(String::length).orElse(0);
                oldest.remove();
            }
        }
        return fresh;
    }

    private long letters() {
        return drawn.values().stream()
                .mapToLong(svg -> svg.map(String::length).orElse(0))
                .sum();
    }
}
