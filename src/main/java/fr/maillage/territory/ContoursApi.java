package fr.maillage.territory;

import fr.maillage.shared.French;
import fr.maillage.ui.Fault;
import fr.maillage.ui.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/v1/territoires/contours}: the contours of a list of communes as GeoJSON, for maps that pan and zoom.
 * Communes without a contour, and codes that are none, are left out.
 */
@RestController
class ContoursApi {

    private static final int MOST = 2_000;

    /** Five decimals of a degree are about a metre. */
    private static final double PRECISION = 100_000;

    record ContoursRequest(@Nullable List<@Nullable String> communes) {}

    record FeatureCollection(String type, List<Feature> features) {}

    record Feature(String type, Properties properties, MultiPolygon geometry) {}

    record Properties(String code, String nom, @Nullable Integer population) {}

    /** Polygons, their rings, their points: longitude then latitude. */
    record MultiPolygon(String type, List<List<List<double[]>>> coordinates) {}

    private final Outlines outlines;

    ContoursApi(Outlines outlines) {
        this.outlines = outlines;
    }

    @PostMapping("/api/v1/territoires/contours")
    FeatureCollection contours(@RequestBody ContoursRequest request) {
        List<@Nullable String> given = request.communes() == null ? List.of() : request.communes();
        if (given.isEmpty() || given.size() > MOST) {
            throw new InvalidRequest(
                    List.of(new Fault("communes", "Donnez de 1 à " + French.number(MOST) + " codes de communes.")));
        }
        // PostgreSQL refuses the character NUL; no code holds one.
        var codes = given.stream()
                .filter(Objects::nonNull)
                .filter(code -> code.length() == 5 && code.indexOf('\0') < 0)
                .toList();
        return new FeatureCollection(
                "FeatureCollection",
                outlines.of(codes).stream()
                        .map(outline -> new Feature(
                                "Feature",
                                new Properties(outline.code(), outline.name(), outline.population()),
                                new MultiPolygon("MultiPolygon", polygons(outline.shape()))))
                        .toList());
    }

    private static List<List<List<double[]>>> polygons(Geometry shape) {
        List<List<List<double[]>>> polygons = new ArrayList<>();
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            if (shape.getGeometryN(part) instanceof Polygon polygon) {
                List<List<double[]>> rings = new ArrayList<>();
                rings.add(ring(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(ring(polygon.getInteriorRingN(hole)));
                }
                polygons.add(rings);
            }
        }
        return polygons;
    }

    private static List<double[]> ring(LineString ring) {
        List<double[]> points = new ArrayList<>();
        for (var point : ring.getCoordinates()) {
            points.add(new double[] {rounded(point.x), rounded(point.y)});
        }
        return points;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * PRECISION) / PRECISION;
    }
}
