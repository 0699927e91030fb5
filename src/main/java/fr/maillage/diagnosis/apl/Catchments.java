package fr.maillage.diagnosis.apl;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** From each place, the places that count for its people, each with its weight; in three flat arrays, row after row. */
public final class Catchments {

    final int[] starts;
    final int[] places;
    final double[] weights;

    private Catchments(int[] starts, int[] places, double[] weights) {
        this.starts = starts;
        this.places = places;
        this.weights = weights;
    }

    /**
     * By great-circle distance, and by road times for the places from which any is known.
     *
     * @param known null where there are none
     */
    public static Catchments byDistance(
            double[] latitudes, double[] longitudes, Travel travel, @Nullable RoadTimes known, Decay decay) {
        var proximity = new Proximity(latitudes, longitudes, travel.kilometres(decay.limit()));
        var found = new Proximity.Found();
        var rows = new Rows(latitudes.length);
        for (int from = 0; from < latitudes.length; from++) {
            rows.begin(decay.weight(0));
            if (known != null && known.knows(from)) {
                known.add(from, decay, rows);
                continue;
            }
            proximity.around(from, found);
            for (int k = 0; k < found.size(); k++) {
                if (found.place(k) != from) {
                    rows.add(found.place(k), decay.weight(travel.minutes(found.kilometres(k))));
                }
            }
        }
        return rows.end();
    }

    public int size() {
        return starts.length - 1;
    }

    /** How many pairs of places count. */
    public int pairs() {
        return places.length;
    }

    /** Whether one of the marked places counts for the people of a place. */
    public boolean reaches(int place, boolean[] marked) {
        for (int k = starts[place]; k < starts[place + 1]; k++) {
            if (marked[places[k]]) {
                return true;
            }
        }
        return false;
    }

    /** Rows being written; each begins with the place itself. */
    static final class Rows {

        private final int[] starts;
        private int[] places;
        private double[] weights;
        private int row;
        private int count;

        Rows(int size) {
            starts = new int[size + 1];
            places = new int[Math.max(16, size * 8)];
            weights = new double[places.length];
        }

        void begin(double own) {
            starts[row] = count;
            add(row, own);
            row++;
        }

        void add(int place, double weight) {
            if (weight <= 0) {
                return;
            }
            if (count == places.length) {
                places = Arrays.copyOf(places, count + count / 2);
                weights = Arrays.copyOf(weights, count + count / 2);
            }
            places[count] = place;
            weights[count] = weight;
            count++;
        }

        Catchments end() {
            starts[row] = count;
            return new Catchments(starts, Arrays.copyOf(places, count), Arrays.copyOf(weights, count));
        }
    }
}
