package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import fr.maillage.datasets.Observations;
import fr.maillage.datasets.Vintages;
import fr.maillage.diagnosis.apl.AgeWeights;
import fr.maillage.diagnosis.apl.ParameterSet;
import fr.maillage.territory.Commune;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The population of each commune by age and sex, where the Insee table « structure de la population » is loaded. */
@Component
class Ages {

    static final String DATASET = "insee-population-ages";

    /** Classes of age of that table, youngest first, as its series end. */
    static final List<String> CLASSES =
            List.of("0-14-ans", "15-29-ans", "30-44-ans", "45-59-ans", "60-74-ans", "75-89-ans", "90-ans-et-plus");

    private static final String ALL = "insee.rp.population-";
    private static final String WOMEN = "insee.rp.femmes-";

    /** A few communes are not in the table (Mayotte, those re-established since): they count with the mean ages. */
    private static final double MOST_UNTOLD = 0.01;

    private final Observations observations;
    private final Vintages vintages;

    Ages(Observations observations, Vintages vintages) {
        this.observations = observations;
        this.vintages = vintages;
    }

    /**
     * @param people by place
     * @param standardised weighted by age
     * @param women women alone
     */
    record Demand(double[] people, boolean standardised, boolean women) {}

    /** Who may come, by place: weighted by age when ages and weights are both known, women alone when they are known. */
    Demand demand(List<Commune> places, ParameterSet set, boolean women) {
        var counted = people(places, women);
        if (counted.isEmpty()) {
            double[] inhabitants =
                    places.stream().mapToDouble(PlacesOfAccess::inhabitants).toArray();
            return new Demand(inhabitants, false, false);
        }
        double[][] people = counted.get();
        var ages = set.ages();
        if (ages != null) {
            return new Demand(AgeWeights.standardise(people, needs(ages)), true, women);
        }
        double[] plain = new double[people.length];
        Arrays.setAll(plain, i -> Arrays.stream(people[i]).sum());
        return new Demand(plain, false, women);
    }

    /** The weight of each class. */
    static double[] needs(ParameterSet.Ages ages) {
        return CLASSES.stream()
                .mapToDouble(age -> ages.weights().getOrDefault(age, 1.))
                .toArray();
    }

    /** By place, then by class of age; empty when the table is not loaded or leaves out too many people. */
    Optional<double[][]> people(List<Commune> places, boolean women) {
        if (vintages.current(DATASET).isEmpty()) {
            return Optional.empty();
        }
        double[][] people = new double[places.size()][CLASSES.size()];
        boolean[] told = new boolean[places.size()];
        for (int age = 0; age < CLASSES.size(); age++) {
            var ofClass = observations.values((women ? WOMEN : ALL) + CLASSES.get(age), Level.COMMUNE);
            for (int i = 0; i < people.length; i++) {
                var value = ofClass.get(places.get(i).code());
                people[i][age] = value == null ? 0 : value;
                told[i] |= value != null;
            }
        }
        double[] mean = new double[CLASSES.size()];
        double inhabitants = 0;
        double untold = 0;
        for (int i = 0; i < people.length; i++) {
            double here = PlacesOfAccess.inhabitants(places.get(i));
            inhabitants += told[i] ? here : 0;
            untold += told[i] ? 0 : here;
            for (int age = 0; age < mean.length; age++) {
                mean[age] += people[i][age];
            }
        }
        if (inhabitants == 0 || untold > MOST_UNTOLD * (inhabitants + untold)) {
            return Optional.empty();
        }
        for (int i = 0; i < people.length; i++) {
            for (int age = 0; age < mean.length && !told[i]; age++) {
                people[i][age] = PlacesOfAccess.inhabitants(places.get(i)) * mean[age] / inhabitants;
            }
        }
        return Optional.of(people);
    }
}
