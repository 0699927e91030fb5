package fr.maillage.diagnosis.apl;

import java.util.Arrays;

/**
 * Finds the places near a place without looking at all of them: points on the sphere, sorted by cubic cells as wide as
 * the farthest search. Works across the globe, overseas départements included, without projection.
 */
public final class Proximity {

    /** Mean radius of the Earth in kilometres (IUGG). */
    private static final double RADIUS = 6371.0088;

    /** Narrower cells would need longer keys and find nothing more. */
    private static final double NARROWEST = 1;

    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double farthest;
    private final double cell;
    private final long across;
    /** Cell and place in one number, sorted. */
    private final long[] sorted;

    /**
     * @param latitudes in degrees, one by place
     * @param longitudes in degrees
     * @param farthest kilometres, as the crow flies, that no search goes beyond
     */
    public Proximity(double[] latitudes, double[] longitudes, double farthest) {
        int n = latitudes.length;
        x = new double[n];
        y = new double[n];
        z = new double[n];
        this.farthest = farthest;
        cell = chord(Math.max(farthest, NARROWEST));
        across = (long) (2 / cell) + 2;
        sorted = new long[n];
        for (int i = 0; i < n; i++) {
            double latitude = Math.toRadians(latitudes[i]);
            double longitude = Math.toRadians(longitudes[i]);
            x[i] = Math.cos(latitude) * Math.cos(longitude);
            y[i] = Math.cos(latitude) * Math.sin(longitude);
            z[i] = Math.sin(latitude);
            sorted[i] = key(index(x[i]), index(y[i]), index(z[i])) * n + i;
        }
        Arrays.sort(sorted);
    }

    /** What a search found; kept by the caller and used again, so that searching makes no garbage. */
    public static final class Found {

        private int[] places = new int[64];
        private double[] kilometres = new double[64];
        private int size;

        public int size() {
            return size;
        }

        public int place(int rank) {
            return places[rank];
        }

        public double kilometres(int rank) {
            return kilometres[rank];
        }

        private void add(int place, double distance) {
            if (size == places.length) {
                places = Arrays.copyOf(places, size * 2);
                kilometres = Arrays.copyOf(kilometres, size * 2);
            }
            places[size] = place;
            kilometres[size] = distance;
            size++;
        }
    }

    /** The places within the farthest distance of a place, itself included; in no order. */
    public void around(int place, Found found) {
        found.size = 0;
        int n = x.length;
        double reach = chord(farthest);
        double squared = reach * reach;
        long cx = index(x[place]);
        long cy = index(y[place]);
        long cz = index(z[place]);
        for (long ix = cx - 1; ix <= cx + 1; ix++) {
            for (long iy = cy - 1; iy <= cy + 1; iy++) {
                // The three cells along z follow one another.
                long last = (key(ix, iy, cz + 1) + 1) * n;
                for (int r = firstFrom(key(ix, iy, cz - 1) * n); r < n && sorted[r] < last; r++) {
                    int other = (int) (sorted[r] % n);
                    double dx = x[other] - x[place];
                    double dy = y[other] - y[place];
                    double dz = z[other] - z[place];
                    double square = dx * dx + dy * dy + dz * dz;
                    if (square <= squared) {
                        found.add(other, 2 * RADIUS * Math.asin(Math.sqrt(square) / 2));
                    }
                }
            }
        }
    }

    private static double chord(double kilometres) {
        return 2 * Math.sin(Math.min(kilometres / RADIUS, Math.PI) / 2);
    }

    /** From 1, so that the cell before the first one is a cell too. */
    private long index(double coordinate) {
        return (long) ((coordinate + 1) / cell) + 1;
    }

    private long key(long ix, long iy, long iz) {
        return (ix * (across + 2) + iy) * (across + 2) + iz;
    }

    private int firstFrom(long value) {
        int rank = Arrays.binarySearch(sorted, value);
        return rank < 0 ? -rank - 1 : rank;
    }
}
