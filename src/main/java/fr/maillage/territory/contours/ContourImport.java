package fr.maillage.territory.contours;

import fr.maillage.shared.Today;
import fr.maillage.territory.contours.Borders.Pair;
import fr.maillage.territory.contours.ContourStore.Contour;
import fr.maillage.territory.contours.Shape.Shapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One loading of contours: file after file, codes of older years brought to the communes of the day and dissolved, then
 * the borders between files. Everything happens in the caller's transaction.
 */
final class ContourImport {

    /** Beyond this, a map would carry points nobody sees: the file is simplified. */
    private static final int POINTS_PER_SHAPE = 150;

    /** In degrees, about 40 m. */
    private static final double SIMPLIFIED = 0.0004;

    /** Arrondissements are drawn by their city, otherwise than the communes around: about 200 m apart. */
    private static final double LOOSE = 0.002;

    /**
     * What a file gave.
     *
     * @param loaded contours of communes of the day
     * @param merged contours dissolved into another commune
     * @param unknown shapes that no commune has the code of
     */
    record FileResult(int loaded, int merged, int unknown) {}

    private final ContourStore store;
    private final CurrentCodes codes;
    private final UUID source;

    /** By commune, the pieces already stored by this loading: two files may hold two pieces, or the same one twice. */
    private final Map<String, Set<String>> pieces = new HashMap<>();

    private final List<List<String>> codesByFile = new ArrayList<>();

    ContourImport(JdbcClient jdbc, ContourStore store, Today today, String attribution, String vintage) {
        this.store = store;
        this.codes = new CurrentCodes(jdbc);
        this.source = store.addSource(attribution, vintage, today.instant());
    }

    FileResult add(Shapes file) {
        Map<String, Map<String, Geometry>> found = new LinkedHashMap<>();
        int unknown = 0;
        for (var shape : file.shapes()) {
            var current = codes.of(shape.code());
            if (current.isEmpty()) {
                unknown++;
            } else if (!shape.geometry().isEmpty()
                    && !pieces.getOrDefault(current.get(), Set.of()).contains(shape.code())) {
                found.computeIfAbsent(current.get(), _ -> new LinkedHashMap<>())
                        .merge(
                                shape.code(),
                                sound(shape.geometry()),
                                (one, other) -> OverlayNGRobust.union(List.of(one, other)));
            }
        }
        if (found.isEmpty()) {
            return new FileResult(0, 0, unknown);
        }
        var contours = contours(found);
        store.put(source, contours);
        codesByFile.add(contours.stream().map(Contour::code).toList());
        store.addBorders(file.topology() ? bordersByArcs(file.shapes()) : bordersByLines(contours));
        int pieceCount = found.values().stream().mapToInt(Map::size).sum();
        return new FileResult(contours.size(), pieceCount - contours.size(), unknown);
    }

    /** Borders across files, and with what was loaded before; to be called once, at the end. */
    void finish() {
        Set<String> cities = new HashSet<>(store.cities().values());
        for (var file : codesByFile) {
            var shapes = store.shapes(file);
            var others = store.near(boundsOf(shapes.values()), file);
            var cityOf = store.cities();
            shapes.keySet().removeIf(cityOf::containsKey);
            others.keySet().removeIf(cityOf::containsKey);
            store.addBorders(new Borders(Borders.CLOSE).between(shapes, others));
        }
        cities.forEach(this::tieArrondissements);
        store.forgetUnusedSources();
    }

    /** How many communes this loading drew. */
    int total() {
        return pieces.size();
    }

    /** An arrondissement touches the neighbours of its city that it runs along. */
    private void tieArrondissements(String city) {
        var neighbours = store.shapes(store.neighbours(city));
        store.cities().keySet().forEach(neighbours::remove);
        var parts = store.cities().entrySet().stream()
                .filter(entry -> entry.getValue().equals(city))
                .map(Map.Entry::getKey)
                .toList();
        store.addBorders(new Borders(LOOSE).between(store.shapes(parts), neighbours));
    }

    private List<Contour> contours(Map<String, Map<String, Geometry>> found) {
        List<String> order = new ArrayList<>(found.keySet());
        var shapes = new Geometry[order.size()];
        long points = 0;
        for (int i = 0; i < shapes.length; i++) {
            var code = order.get(i);
            List<Geometry> parts =
                    new ArrayList<>(found.getOrDefault(code, Map.of()).values());
            if (pieces.containsKey(code)) {
                parts.addAll(store.shapes(List.of(code)).values());
            }
            shapes[i] = parts.size() == 1 ? parts.getFirst() : OverlayNGRobust.union(parts);
            points += shapes[i].getNumPoints();
        }
        if (points > (long) POINTS_PER_SHAPE * shapes.length) {
            shapes = CoverageSimplifier.simplify(shapes, SIMPLIFIED);
        }
        List<Contour> contours = new ArrayList<>();
        for (int i = 0; i < shapes.length; i++) {
            var code = order.get(i);
            var all = pieces.computeIfAbsent(code, _ -> new HashSet<>());
            all.addAll(found.getOrDefault(code, Map.of()).keySet());
            if (!shapes[i].isEmpty()) {
                contours.add(new Contour(code, shapes[i], List.copyOf(all)));
            }
        }
        return contours;
    }

    private Set<Pair> bordersByArcs(List<Shape> shapes) {
        Set<Pair> pairs = new HashSet<>();
        for (var sharing : ShapeReader.codesByArc(shapes).values()) {
            var current = sharing.stream()
                    .flatMap(code -> codes.of(code).stream())
                    .filter(pieces::containsKey)
                    .distinct()
                    .toList();
            if (current.size() == 2) {
                pairs.add(Pair.of(current.get(0), current.get(1)));
            }
        }
        return pairs;
    }

    private static Set<Pair> bordersByLines(List<Contour> contours) {
        Map<String, Geometry> shapes = new HashMap<>();
        contours.forEach(contour -> shapes.put(contour.code(), contour.geometry()));
        return new Borders(Borders.CLOSE).within(shapes);
    }

    private static Envelope boundsOf(Collection<Geometry> shapes) {
        var bounds = new Envelope();
        shapes.forEach(shape -> bounds.expandToInclude(shape.getEnvelopeInternal()));
        bounds.expandBy(Borders.CLOSE);
        return bounds;
    }

    private static Geometry sound(Geometry shape) {
        return shape.isValid() ? shape : GeometryFixer.fix(shape);
    }
}
