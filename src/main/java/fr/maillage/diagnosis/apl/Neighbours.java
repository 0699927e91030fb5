package fr.maillage.diagnosis.apl;

import java.util.Arrays;

/**
 * From each place, the places one may go to and the minutes it takes; oneself is always there, at 0 minutes. Kept in
 * three flat arrays: row after row.
 */
public final class Neighbours {

    private final int[] starts;
    private final int[] places;
    private final double[] minutes;

    private Neighbours(int[] starts, int[] places, double[] minutes) {
        this.starts = starts;
        this.places = places;
        this.minutes = minutes;
    }

    /** Times from great-circle distances, up to a limit in minutes. */
    public static Neighbours byDistance(double[] latitudes, double[] longitudes, Travel travel, double limit) {
        var proximity = new Proximity(latitudes, longitudes, travel.kilometres(limit));
        var rows = new Rows(latitudes.length);
        var found = new Proximity.Found();
        for (int from = 0; from < latitudes.length; from++) {
            rows.begin();
            proximity.around(from, found);
            for (int k = 0; k < found.size(); k++) {
                if (found.place(k) != from) {
                    rows.add(found.place(k), travel.minutes(found.kilometres(k)));
                }
            }
        }
        return rows.end();
    }

    /**
     * Given times, one by pair, in any order.
     *
     * @param size how many places there are
     * @param from the places people live at
     * @param to the places they go to
     * @param times in minutes
     */
    public static Neighbours given(int size, int[] from, int[] to, double[] times) {
        int[] starts = new int[size + 1];
        for (int place : from) {
            starts[place + 1]++;
        }
        for (int i = 0; i < size; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = Arrays.copyOf(starts, size);
        int[] pairs = new int[from.length];
        for (int k = 0; k < from.length; k++) {
            pairs[next[from[k]]++] = k;
        }
        var rows = new Rows(size);
        for (int i = 0; i < size; i++) {
            rows.begin();
            for (int p = starts[i]; p < starts[i + 1]; p++) {
                int pair = pairs[p];
                if (to[pair] != i) {
                    rows.add(to[pair], times[pair]);
                }
            }
        }
        return rows.end();
    }

    /** These times, but those of another where that one knows any time from a place: road times where they are known. */
    public Neighbours replacedBy(Neighbours known) {
        var rows = new Rows(size());
        for (int i = 0; i < size(); i++) {
            rows.begin();
            var source = known.starts[i + 1] - known.starts[i] > 1 ? known : this;
            for (int k = source.starts[i] + 1; k < source.starts[i + 1]; k++) {
                rows.add(source.places[k], source.minutes[k]);
            }
        }
        return rows.end();
    }

    public int size() {
        return starts.length - 1;
    }

    /** The pairs that count under a decay, with their weights. */
    public Catchments under(Decay decay) {
        int[] kept = new int[starts.length];
        int[] to = new int[places.length];
        double[] weights = new double[places.length];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            kept[i] = count;
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                double weight = decay.weight(minutes[k]);
                if (weight > 0) {
                    to[count] = places[k];
                    weights[count] = weight;
                    count++;
                }
            }
        }
        kept[size()] = count;
        return new Catchments(kept, Arrays.copyOf(to, count), Arrays.copyOf(weights, count));
    }

    /** Rows being written; each begins with the place itself. */
    private static final class Rows {

        private final int[] starts;
        private int[] places;
        private double[] minutes;
        private int row;
        private int count;

        Rows(int size) {
            starts = new int[size + 1];
            places = new int[Math.max(16, size * 8)];
            minutes = new double[places.length];
        }

        void begin() {
            starts[row] = count;
            add(row, 0);
            row++;
        }

        void add(int place, double time) {
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
                minutes = Arrays.copyOf(minutes, count * 2);
            }
            places[count] = place;
            minutes[count] = time;
            count++;
        }

        Neighbours end() {
            starts[row] = count;
            return new Neighbours(starts, Arrays.copyOf(places, count), Arrays.copyOf(minutes, count));
        }
    }
}
