package fr.maillage.diagnosis.apl;

/**
 * The two-step floating catchment area method (« accessibilité potentielle localisée »).
 *
 * <p>Step one, for each practice place j: R<sub>j</sub> = S<sub>j</sub> ÷ Σ<sub>k</sub> w<sub>kj</sub> P<sub>k</sub>,
 * what it has to offer for one person who may come. Step two, for each place of residence i:
 * A<sub>i</sub> = Σ<sub>j</sub> w<sub>ij</sub> R<sub>j</sub>, what its people may count on. Σ A<sub>i</sub> P<sub>i</sub>
 * is then the supply that anybody may reach: nothing is lost nor counted twice.
 */
public final class Accessibility {

    private final double[] access;
    private final double[] demand;
    private final double reached;
    private final double unreached;

    private Accessibility(double[] access, double[] demand, double reached, double unreached) {
        this.access = access;
        this.demand = demand;
        this.reached = reached;
        this.unreached = unreached;
    }

    /**
     * @param supply by place, zero or more, in any unit: it is that of the result, for one person
     * @param demand by place: inhabitants, standardised by age or not
     */
    public static Accessibility compute(double[] supply, double[] demand, Catchments catchments) {
        int[] starts = catchments.starts;
        int[] places = catchments.places;
        double[] weights = catchments.weights;
        int size = catchments.size();
        double[] ratio = new double[size];
        for (int i = 0; i < size; i++) {
            double people = demand[i];
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                ratio[places[k]] += weights[k] * people;
            }
        }
        double reached = 0;
        double unreached = 0;
        for (int j = 0; j < size; j++) {
            if (ratio[j] > 0) {
                reached += supply[j];
                ratio[j] = supply[j] / ratio[j];
            } else {
                unreached += supply[j];
            }
        }
        double[] access = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                sum += weights[k] * ratio[places[k]];
            }
            access[i] = sum;
        }
        return new Accessibility(access, demand.clone(), reached, unreached);
    }

    /** What one person of a place may count on, in the unit of the supply. */
    public double of(int place) {
        return access[place];
    }

    /** The supply of the places that somebody may come to. */
    public double reached() {
        return reached;
    }

    /** The supply of places that nobody lives near enough to. */
    public double unreached() {
        return unreached;
    }

    /** Σ access × demand: equals {@link #reached} but for rounding. */
    public double shared() {
        double sum = 0;
        for (int i = 0; i < access.length; i++) {
            sum += access[i] * demand[i];
        }
        return sum;
    }
}
