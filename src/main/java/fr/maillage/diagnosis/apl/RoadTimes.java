package fr.maillage.diagnosis.apl;

import java.util.Arrays;

/**
 * Given times between places, in three flat arrays: row after row. The people of a place with a row go where the row
 * says; oneself is always there, at 0 minutes.
 */
public final class RoadTimes {

    final int[] starts;
    final int[] places;
    final double[] minutes;

    private RoadTimes(int[] starts, int[] places, double[] minutes) {
        this.starts = starts;
        this.places = places;
        this.minutes = minutes;
    }

    /**
     * One time by pair, in any order; a pair from a place to itself is ignored.
     *
     * @param size how many places there are
     * @param from the places people live at
     * @param to the places they go to
     * @param times in minutes
     */
    public static RoadTimes of(int size, int[] from, int[] to, double[] times) {
        int[] starts = new int[size + 1];
        for (int pair = 0; pair < from.length; pair++) {
            if (from[pair] != to[pair]) {
                starts[from[pair] + 1]++;
            }
        }
        for (int i = 0; i < size; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = Arrays.copyOf(starts, size);
        int[] places = new int[starts[size]];
        double[] minutes = new double[starts[size]];
        for (int pair = 0; pair < from.length; pair++) {
            if (from[pair] != to[pair]) {
                int at = next[from[pair]]++;
                places[at] = to[pair];
                minutes[at] = times[pair];
            }
        }
        return new RoadTimes(starts, places, minutes);
    }

    public int size() {
        return starts.length - 1;
    }

    /** Whether any time is known from a place. */
    public boolean knows(int place) {
        return starts[place + 1] > starts[place];
    }

    /** The catchments where these times are all there is. */
    public Catchments under(Decay decay) {
        var rows = new Catchments.Rows(size());
        for (int i = 0; i < size(); i++) {
            rows.begin(decay.weight(0));
            add(i, decay, rows);
        }
        return rows.end();
    }

    void add(int place, Decay decay, Catchments.Rows rows) {
        for (int k = starts[place]; k < starts[place + 1]; k++) {
            rows.add(places[k], decay.weight(minutes[k]));
        }
    }
}
