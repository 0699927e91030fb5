package fr.maillage.diagnosis.apl;

/** From each place, the places that count for its people, each with its weight. */
public final class Catchments {

    final int[] starts;
    final int[] places;
    final double[] weights;

    Catchments(int[] starts, int[] places, double[] weights) {
        this.starts = starts;
        this.places = places;
        this.weights = weights;
    }

    public int size() {
        return starts.length - 1;
    }

    /** How many pairs of places count. */
    public int pairs() {
        return places.length;
    }

    /** Whether the people of a place count on one of the marked places. */
    public boolean reaches(int place, boolean[] marked) {
        for (int k = starts[place]; k < starts[place + 1]; k++) {
            if (marked[places[k]]) {
                return true;
            }
        }
        return false;
    }
}
