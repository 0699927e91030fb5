package fr.maillage.territory;

import fr.maillage.territory.Maps.Centre;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Stands for contours that are not loaded: a disc in the place of each commune, its area following the population. */
final class Discs {

    private static final int SIDES = 24;

    /** Radius of the largest, as a part of the extent of the map. */
    private static final double LARGEST = 0.06;

    private static final double SMALLEST = 0.012;

    /** Of a map of one commune, in degrees. */
    private static final double LEAST_EXTENT = 0.2;

    private Discs() {}

    static List<Outline> of(List<Commune> communes, Map<String, Centre> points) {
        var extent = new Envelope();
        long most = 1;
        for (var commune : communes) {
            var point = points.get(commune.code());
            if (point != null) {
                extent.expandToInclude(point.longitude(), point.latitude());
                most = Math.max(most, Objects.requireNonNullElse(commune.population(), 0));
            }
        }
        double size = Math.max(LEAST_EXTENT, Math.max(extent.getWidth(), extent.getHeight()));
        var shapes = new GeometryFactory();
        List<Outline> discs = new ArrayList<>();
        for (var commune : communes) {
            var point = points.get(commune.code());
            if (point == null) {
                continue;
            }
            double share = Objects.requireNonNullElse(commune.population(), 0) / (double) most;
            double radius = size * Math.max(SMALLEST, LARGEST * Math.sqrt(share));
            // A degree of longitude is shorter than one of latitude.
            double wider = radius / Math.max(0.1, Math.cos(Math.toRadians(point.latitude())));
            var ring = new Coordinate[SIDES + 1];
            for (int i = 0; i < SIDES; i++) {
                double angle = 2 * Math.PI * i / SIDES;
                ring[i] = new Coordinate(
                        point.longitude() + wider * Math.cos(angle), point.latitude() + radius * Math.sin(angle));
            }
            ring[SIDES] = ring[0];
            var epci = commune.epci();
            discs.add(new Outline(
                    commune.code(),
                    commune.name(),
                    commune.population(),
                    commune.parent(),
                    epci == null ? null : epci.code(),
                    shapes.createPolygon(ring),
                    point.longitude(),
                    point.latitude()));
        }
        return discs;
    }
}
