package fr.maillage.territory.contours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the nested arrays of numbers of GeoJSON and TopoJSON as they come, without a tree: a file of hundreds of
 * megabytes costs only its coordinates.
 */
final class Numbers {

    /** More points than the whole of France in the finest public file we know of, by département. */
    static final int MOST_POINTS = 12_000_000;

    private double[] buffer = new double[256];
    private int size;
    private int total;

    /**
     * Reads {@code coordinates}, or the {@code arcs} of a topology: arrays whose innermost ones are positions.
     *
     * @param parser on the opening bracket
     * @return polygons, each a list of rings, each packed as x, y, x, y…; a Polygon gives one polygon
     */
    List<List<double[]>> positions(JsonParser parser) {
        List<List<double[]>> polygons = new ArrayList<>();
        List<double[]> polygon = new ArrayList<>();
        int depth = 0;
        int deepest = 0;
        int inPosition = 0;
        size = 0;
        do {
            var token = parser.currentToken();
            if (token == JsonToken.START_ARRAY) {
                depth++;
                inPosition = 0;
            } else if (token == JsonToken.END_ARRAY) {
                if (deepest > 0 && depth > deepest) {
                    throw broken();
                }
                if (deepest > 1 && depth == deepest - 1) {
                    polygon.add(taken());
                } else if (deepest > 2 && depth == deepest - 2) {
                    polygons.add(polygon);
                    polygon = new ArrayList<>();
                }
                depth--;
            } else if (token != null && token.isNumeric()) {
                deepest = deepest == 0 ? depth : deepest;
                if (depth != deepest || deepest > 4) {
                    throw broken();
                }
                // A third number is an altitude.
                if (inPosition++ < 2) {
                    add(parser.getDoubleValue());
                }
            } else {
                throw broken();
            }
        } while (depth > 0 && parser.nextToken() != null);
        return polygons;
    }

    /**
     * Reads the {@code arcs} of a geometry of a topology: arrays whose innermost ones are rings of arc numbers.
     *
     * @return polygons, each a list of rings, each a list of arc numbers
     */
    List<List<int[]>> arcs(JsonParser parser) {
        List<List<int[]>> polygons = new ArrayList<>();
        List<int[]> polygon = new ArrayList<>();
        int depth = 0;
        int deepest = 0;
        size = 0;
        do {
            var token = parser.currentToken();
            if (token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_ARRAY) {
                if (deepest > 0 && depth > deepest) {
                    throw broken();
                }
                if (deepest > 0 && depth == deepest) {
                    polygon.add(Arrays.stream(taken())
                            .mapToInt(number -> (int) number)
                            .toArray());
                } else if (deepest > 1 && depth == deepest - 1) {
                    polygons.add(polygon);
                    polygon = new ArrayList<>();
                }
                depth--;
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                deepest = deepest == 0 ? depth : deepest;
                if (depth != deepest || deepest < 2 || deepest > 3) {
                    throw broken();
                }
                add(parser.getIntValue());
            } else {
                throw broken();
            }
        } while (depth > 0 && parser.nextToken() != null);
        return polygons;
    }

    private void add(double number) {
        if (!Double.isFinite(number) || ++total > 2 * MOST_POINTS) {
            throw new UnusableFile("ce fichier contient trop de points, ou des coordonnées qui n’en sont pas");
        }
        if (size == buffer.length) {
            buffer = Arrays.copyOf(buffer, size * 2);
        }
        buffer[size++] = number;
    }

    private double[] taken() {
        var taken = Arrays.copyOf(buffer, size);
        size = 0;
        return taken;
    }

    private static UnusableFile broken() {
        return new UnusableFile("ses coordonnées ne sont pas celles de polygones");
    }
}
