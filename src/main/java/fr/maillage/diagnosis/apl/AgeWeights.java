package fr.maillage.diagnosis.apl;

/** Counts people by what their age asks for: a class that consults twice the mean counts twice. */
public final class AgeWeights {

    private AgeWeights() {}

    /**
     * The standardised population of each place, scaled so that the whole keeps its number of people.
     *
     * @param people by place, then by class of age
     * @param weights by class, relative to each other
     */
    public static double[] standardise(double[][] people, double[] weights) {
        double[] standardised = new double[people.length];
        double counted = 0;
        double weighted = 0;
        for (int i = 0; i < people.length; i++) {
            for (int age = 0; age < weights.length; age++) {
                counted += people[i][age];
                standardised[i] += people[i][age] * weights[age];
            }
            weighted += standardised[i];
        }
        double scale = weighted > 0 ? counted / weighted : 1;
        for (int i = 0; i < people.length; i++) {
            standardised[i] *= scale;
        }
        return standardised;
    }
}
