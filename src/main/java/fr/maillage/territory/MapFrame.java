package fr.maillage.territory;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Puts degrees on a drawing: a plane where a kilometre has one length along both axes in the middle of the map, which is
 * enough for the few hundred kilometres of a territory. Points fall on whole units, so borders drawn twice coincide.
 */
final class MapFrame {

    private static final double KM_BY_DEGREE = 111.32;

    final int width;
    final int height;

    /** The part of the world that the drawing shows, margins included. */
    final Envelope view;

    private final double shrink;
    private final double scale;
    private final double left;
    private final double top;

    /**
     * @param bounds what must be seen, in degrees
     * @param width of the drawing, in units
     * @param flattest largest width divided by height
     * @param tallest smallest width divided by height
     * @param margin share of the extent added on each side
     */
    MapFrame(Envelope bounds, int width, double flattest, double tallest, double margin) {
        this.width = width;
        double middle = Math.toRadians(bounds.centre().y);
        shrink = Math.cos(middle);
        double wide = Math.max(bounds.getWidth() * shrink, 0.01) * (1 + 2 * margin);
        double high = Math.max(bounds.getHeight(), 0.01) * (1 + 2 * margin);
        double ratio = Math.clamp(wide / high, tallest, flattest);
        if (wide / high > ratio) {
            high = wide / ratio;
        } else {
            wide = high * ratio;
        }
        scale = width / wide;
        height = (int) Math.round(width / ratio);
        var centre = bounds.centre();
        left = centre.x - wide / shrink / 2;
        top = centre.y + high / 2;
        view = new Envelope(left, left + wide / shrink, top - high, top);
    }

    int x(double longitude) {
        return (int) Math.round((longitude - left) * shrink * scale);
    }

    int y(double latitude) {
        return (int) Math.round((top - latitude) * scale);
    }

    /** Units of the drawing for one kilometre. */
    double unitsByKm() {
        return scale / KM_BY_DEGREE;
    }

    /** Path data of a shape, in whole units, relative; empty when it is smaller than a unit. */
    String path(Geometry shape) {
        var path = new StringBuilder();
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            if (shape.getGeometryN(part) instanceof org.locationtech.jts.geom.Polygon polygon) {
                ring(path, polygon.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(path, polygon.getInteriorRingN(hole).getCoordinates());
                }
            }
        }
        return path.toString();
    }

    private void ring(StringBuilder path, Coordinate[] ring) {
        int start = path.length();
        int atX = x(ring[0].x);
        int atY = y(ring[0].y);
        path.append('M').append(atX).append(' ').append(atY).append('l');
        int points = 0;
        for (int i = 1; i < ring.length - 1; i++) {
            int nextX = x(ring[i].x);
            int nextY = y(ring[i].y);
            if (nextX == atX && nextY == atY) {
                continue;
            }
            path.append(points == 0 ? "" : " ").append(nextX - atX).append(' ').append(nextY - atY);
            atX = nextX;
            atY = nextY;
            points++;
        }
        path.append('z');
        if (points < 2) {
            path.setLength(start);
        }
    }
}
