package fr.maillage.territory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** The lines between two zones of a map: edges that a commune of one zone has in common with a commune of another. */
final class ZoneBorders {

    private record Point(int x, int y) {}

    private record Edge(Point one, Point other) {

        static Edge of(Point a, Point b) {
            return a.x < b.x || (a.x == b.x && a.y < b.y) ? new Edge(a, b) : new Edge(b, a);
        }
    }

    private final MapFrame frame;
    private final Map<Edge, Integer> zones = new HashMap<>();
    private final Map<Point, Deque<Point>> between = new HashMap<>();

    ZoneBorders(MapFrame frame) {
        this.frame = frame;
    }

    void add(Geometry shape, int zone) {
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            var points = shape.getGeometryN(part).getCoordinates();
            var from = new Point(frame.x(points[0].x), frame.y(points[0].y));
            for (int i = 1; i < points.length; i++) {
                var to = new Point(frame.x(points[i].x), frame.y(points[i].y));
                if (!to.equals(from)) {
                    var known = zones.putIfAbsent(Edge.of(from, to), zone);
                    if (known != null && known != zone) {
                        between.computeIfAbsent(from, _ -> new ArrayDeque<>()).add(to);
                        between.computeIfAbsent(to, _ -> new ArrayDeque<>()).add(from);
                    }
                    from = to;
                }
            }
        }
    }

    /** Path data: edges joined end to end, so that dashes run on. */
    String path() {
        var path = new StringBuilder();
        List<Point> starts = new ArrayList<>(between.keySet());
        // Ends of lines first: a line begun in its middle would be two.
        starts.sort((a, b) -> {
            int ends = Boolean.compare(degree(a) % 2 == 0, degree(b) % 2 == 0);
            return ends != 0 ? ends : a.x != b.x ? Integer.compare(a.x, b.x) : Integer.compare(a.y, b.y);
        });
        for (var start : starts) {
            while (degree(start) > 0) {
                var at = start;
                path.append('M').append(at.x()).append(' ').append(at.y()).append('L');
                while (degree(at) > 0) {
                    var next = between.getOrDefault(at, new ArrayDeque<>()).removeFirst();
                    between.getOrDefault(next, new ArrayDeque<>()).remove(at);
                    path.append(next.x()).append(' ').append(next.y()).append(' ');
                    at = next;
                }
            }
        }
        return path.toString();
    }

    private int degree(Point point) {
        return between.getOrDefault(point, new ArrayDeque<>()).size();
    }
}
