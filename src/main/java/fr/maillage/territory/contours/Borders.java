package fr.maillage.territory.contours;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds which shapes share a border, when no arcs say so: shapes of GeoJSON files, or of two files whose points were
 * rounded differently.
 *
 * <p>Two shapes touch when points of the one lie along the other over more than a few metres: a single corner in common
 * is not a border.
 */
final class Borders {

    /** Two communes, the smaller code first. */
    record Pair(String one, String other) {

        static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** About 25 m: files are quantized to a few metres. */
    static final double CLOSE = 0.00025;

    private record Line(String code, LineString line) {}

    private final double tolerance;

    /** @param tolerance in degrees: points nearer than this are the same border */
    Borders(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The pairs among these shapes. */
    Set<Pair> within(Map<String, Geometry> shapes) {
        return between(shapes, shapes);
    }

    /** The pairs made of one shape of each side. */
    Set<Pair> between(Map<String, Geometry> ones, Map<String, Geometry> others) {
        var tree = new STRtree();
        others.forEach((code, shape) -> {
            for (var line : lines(shape)) {
                tree.insert(line.getEnvelopeInternal(), new Line(code, line));
            }
        });
        Set<Pair> pairs = new HashSet<>();
        ones.forEach((code, shape) -> {
            var near = new Envelope(shape.getEnvelopeInternal());
            near.expandBy(tolerance);
            @SuppressWarnings("unchecked")
            List<Line> candidates = tree.query(near);
            for (var candidate : candidates) {
                var pair = Pair.of(code, candidate.code());
                if (!code.equals(candidate.code())
                        && !pairs.contains(pair)
                        && (runsAlong(shape, candidate.line()) || runsAlong(candidate.line(), shape))) {
                    pairs.add(pair);
                }
            }
        });
        return pairs;
    }

    /** Whether points of the first, farther apart than the tolerance, lie on the lines of the second. */
    private boolean runsAlong(Geometry first, Geometry second) {
        var search = new Along(second, tolerance);
        first.apply(search);
        return search.found;
    }

    @SuppressWarnings("unchecked")
    private static List<LineString> lines(Geometry shape) {
        return (List<LineString>) LinearComponentExtracter.getLines(shape);
    }

    private static final class Along implements CoordinateSequenceFilter {

        private final List<LineString> lines;
        private final Envelope near;
        private final double tolerance;
        private final Envelope touched = new Envelope();
        private boolean found;

        Along(Geometry other, double tolerance) {
            this.lines = lines(other);
            this.near = new Envelope(other.getEnvelopeInternal());
            this.near.expandBy(tolerance);
            this.tolerance = tolerance;
        }

        @Override
        public void filter(CoordinateSequence points, int i) {
            double x = points.getX(i);
            double y = points.getY(i);
            if (!near.contains(x, y) || !isClose(new Coordinate(x, y))) {
                return;
            }
            touched.expandToInclude(x, y);
            found = Math.max(touched.getWidth(), touched.getHeight()) > 2 * tolerance;
        }

        private boolean isClose(Coordinate point) {
            for (var line : lines) {
                var points = line.getCoordinateSequence();
                for (int i = 1; i < points.size(); i++) {
                    double ax = points.getX(i - 1);
                    double ay = points.getY(i - 1);
                    double bx = points.getX(i);
                    double by = points.getY(i);
                    if (point.x < Math.min(ax, bx) - tolerance
                            || point.x > Math.max(ax, bx) + tolerance
                            || point.y < Math.min(ay, by) - tolerance
                            || point.y > Math.max(ay, by) + tolerance) {
                        continue;
                    }
                    if (Distance.pointToSegment(point, new Coordinate(ax, ay), new Coordinate(bx, by)) <= tolerance) {
                        return true;
                    }
                }
            }
            return false;
        }

        @Override
        public boolean isDone() {
            return found;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
