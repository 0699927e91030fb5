package fr.maillage.territory.contours;

import fr.maillage.territory.contours.Shape.Shapes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a TopoJSON or a GeoJSON file of communes, as it comes, under bounds of size and depth. Each shape must have its
 * INSEE code among its properties.
 */
final class ShapeReader {

    static final GeometryFactory GEOMETRY =
            new GeometryFactory(new PrecisionModel(1e6), 4326, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(30)
                    .maxNumberLength(60)
                    .maxStringLength(10_000)
                    .maxNameLength(1_000)
                    .maxDocumentLength(600L * 1024 * 1024)
                    .build())
            .build();

    /** The names that public files give to the INSEE code. */
    private static final Set<String> CODES = Set.of("code", "insee", "insee_com", "code_insee", "codgeo", "insee_arm");

    private static final Set<String> ARRAYS = Set.of("features", "geometries");

    private final Numbers numbers = new Numbers();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<ArcShape> arcShapes = new ArrayList<>();
    private double[] scale = {1, 1};
    private double[] translate = {0, 0};
    private boolean delta;
    private @Nullable List<double[]> arcs;
    private long built;

    private record ArcShape(String code, List<List<int[]>> polygons) {}

    private ShapeReader() {}

    /**
     * @throws UnusableFile when the content is neither format, or beyond the bounds
     * @throws IOException when the bytes cannot be read
     */
    static Shapes read(InputStream bytes) throws IOException {
        var reader = new ShapeReader();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnusableFile("ce n’est ni du GeoJSON ni du TopoJSON");
            }
            reader.root(parser);
        } catch (JacksonException e) {
            throw new UnusableFile("ce n’est ni du GeoJSON ni du TopoJSON lisible");
        }
        return reader.finish();
    }

    private void root(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "transform" -> transform(parser);
                case "arcs" -> {
                    // The arcs of a topology are written as one polygon, each arc as a ring.
                    var read = numbers.positions(parser);
                    arcs = read.isEmpty() ? List.of() : read.getFirst();
                }
                case "objects" -> objects(parser);
                case "features" -> members(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void transform(JsonParser parser) {
        delta = true;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            var pair = pair(parser);
            if (name.equals("scale")) {
                scale = pair;
            } else {
                translate = pair;
            }
        }
    }

    private static double[] pair(JsonParser parser) {
        var pair = new double[2];
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnusableFile("sa transformation n’est pas lisible");
        }
        int n = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (n < 2) {
                pair[n++] = parser.getDoubleValue();
            }
        }
        return pair;
    }

    private void objects(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            parser.nextToken();
            object(parser);
        }
    }

    /** A named object of a topology: a collection of geometries, or one geometry. */
    private void object(JsonParser parser) {
        var member = new Member();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (ARRAYS.contains(name)) {
                members(parser);
            } else {
                field(parser, name, member);
            }
        }
        keep(member);
    }

    private void members(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnusableFile("sa liste de contours n’est pas lisible");
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            object(parser);
        }
    }

    /** What is known of one feature so far: its members come in any order. */
    private static final class Member {
        @Nullable
        String code;

        @Nullable
        List<List<double[]>> positions;

        @Nullable
        List<List<int[]>> arcs;
    }

    private void field(JsonParser parser, String name, Member member) {
        var nested = parser.currentToken() == JsonToken.START_ARRAY || parser.currentToken() == JsonToken.START_OBJECT;
        switch (name) {
            case "properties" -> properties(parser, member);
            case "geometry" -> {
                while (nested && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var inner = parser.currentName();
                    parser.nextToken();
                    field(parser, inner, member);
                }
            }
            case "coordinates" -> member.positions = nested ? numbers.positions(parser) : null;
            case "arcs" -> member.arcs = nested ? numbers.arcs(parser) : null;
            default -> parser.skipChildren();
        }
    }

    private static void properties(JsonParser parser, Member member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName().toLowerCase(Locale.ROOT);
            var value = parser.nextToken();
            if (CODES.contains(name) && value == JsonToken.VALUE_STRING && member.code == null) {
                member.code = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void keep(Member member) {
        if (member.code == null) {
            return;
        }
        if (member.positions != null) {
            shapes.add(new Shape(member.code, geometry(member.positions), Set.of()));
        } else if (member.arcs != null) {
            arcShapes.add(new ArcShape(member.code, member.arcs));
        }
    }

    private Shapes finish() {
        if (arcs == null) {
            return new Shapes(shapes, false);
        }
        var points = decoded(arcs);
        for (var shape : arcShapes) {
            Set<Integer> border = new HashSet<>();
            List<List<double[]>> polygons = new ArrayList<>();
            for (var polygon : shape.polygons()) {
                List<double[]> rings = new ArrayList<>();
                for (var ring : polygon) {
                    for (int arc : ring) {
                        border.add(arc < 0 ? ~arc : arc);
                    }
                    rings.add(ring(ring, points));
                }
                polygons.add(rings);
            }
            shapes.add(new Shape(shape.code(), geometry(polygons), border));
        }
        return new Shapes(shapes, true);
    }

    private List<double[]> decoded(List<double[]> quantized) {
        for (var arc : quantized) {
            double x = 0;
            double y = 0;
            for (int i = 0; i + 1 < arc.length; i += 2) {
                x = delta ? x + arc[i] : arc[i];
                y = delta ? y + arc[i + 1] : arc[i + 1];
                arc[i] = x * scale[0] + translate[0];
                arc[i + 1] = y * scale[1] + translate[1];
            }
        }
        return quantized;
    }

    /** The points of a ring: arcs one after the other, the common point written once, {@code ~n} read backwards. */
    private double[] ring(int[] arcNumbers, List<double[]> points) {
        int length = 0;
        for (int arc : arcNumbers) {
            int index = arc < 0 ? ~arc : arc;
            if (index >= points.size()) {
                throw new UnusableFile("il cite un arc qu’il ne contient pas");
            }
            length += points.get(index).length;
        }
        // A small file may cite one long arc a million times.
        built += length;
        if (built > 2L * Numbers.MOST_POINTS) {
            throw new UnusableFile("ce fichier contient trop de points");
        }
        var ring = new double[length];
        int at = 0;
        for (int arc : arcNumbers) {
            var from = points.get(arc < 0 ? ~arc : arc);
            int count = from.length / 2;
            for (int i = at == 0 ? 0 : 1; i < count; i++) {
                int source = 2 * (arc < 0 ? count - 1 - i : i);
                ring[at++] = from[source];
                ring[at++] = from[source + 1];
            }
        }
        return Arrays.copyOf(ring, at);
    }

    private static Geometry geometry(List<List<double[]>> polygons) {
        List<Polygon> made = new ArrayList<>();
        for (var rings : polygons) {
            List<LinearRing> closed = new ArrayList<>();
            for (var ring : rings) {
                var line = closed(ring);
                if (line != null) {
                    closed.add(line);
                } else if (closed.isEmpty()) {
                    break; // no outer ring, no polygon
                }
            }
            if (!closed.isEmpty()) {
                made.add(GEOMETRY.createPolygon(
                        closed.getFirst(), closed.subList(1, closed.size()).toArray(LinearRing[]::new)));
            }
        }
        return made.size() == 1 ? made.getFirst() : GEOMETRY.createMultiPolygon(made.toArray(Polygon[]::new));
    }

    /** A ring of at least three points, closed, without doubled points; null when there is none. */
    private static @Nullable LinearRing closed(double[] raw) {
        var points = new double[raw.length + 2];
        int at = 0;
        for (int i = 0; i + 1 < raw.length; i += 2) {
            double x = Math.round(raw[i] * 1e6) / 1e6;
            double y = Math.round(raw[i + 1] * 1e6) / 1e6;
            if (Math.abs(x) > 180 || Math.abs(y) > 90) {
                throw new UnusableFile("ses coordonnées ne sont pas en degrés (WGS 84)");
            }
            if (at == 0 || points[at - 2] != x || points[at - 1] != y) {
                points[at++] = x;
                points[at++] = y;
            }
        }
        if (at >= 6 && (points[0] != points[at - 2] || points[1] != points[at - 1])) {
            points[at++] = points[0];
            points[at++] = points[1];
        }
        if (at < 8) {
            return null;
        }
        return GEOMETRY.createLinearRing(new PackedCoordinateSequence.Double(Arrays.copyOf(points, at), 2, 0));
    }

    /** The codes of each arc, for the shapes of a topology. */
    static Map<Integer, Set<String>> codesByArc(List<Shape> shapes) {
        Map<Integer, Set<String>> codes = new HashMap<>();
        for (var shape : shapes) {
            shape.arcs()
                    .forEach(arc ->
                            codes.computeIfAbsent(arc, _ -> new HashSet<>(2)).add(shape.code()));
        }
        return codes;
    }
}
