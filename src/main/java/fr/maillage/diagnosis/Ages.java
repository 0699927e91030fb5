package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import fr.maillage.datasets.Observations;
import fr.maillage.datasets.Vintages;
import fr.maillage.diagnosis.apl.AgeWeights;
import fr.maillage.diagnosis.apl.ParameterSet;
import fr.maillage.territory.Commune;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The population of each commune by age and sex, where the Insee table « structure de la population » is loaded. */
@Component
class Ages {

    static final String DATASET = "insee-structure-population";

    /** Classes of age of that table, youngest first. */
    static final List<String> CLASSES = List.of("0014", "1529", "3044", "4559", "6074", "7589", "90P");

    private static final String ALL = "insee-structure.population-";
    private static final String WOMEN = "insee-structure.femmes-";

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

    /**
     * Who may come, by place. Weighted by age when ages and weights are both known, women alone when they are known; for
     * every place or for none, since a mix of two countings would move people from one commune to another.
     */
    Demand demand(List<Commune> places, ParameterSet set, boolean women) {
        var counted = people(places, women);
        if (counted.isEmpty()) {
            double[] inhabitants =
                    places.stream().mapToDouble(PlacesOfAccess::inhabitants).toArray();
            return new Demand(inhabitants, false, false);
        }
        var ages = set.ages();
        double[][] people = counted.get();
        if (ages == null) {
            double[] plain = new double[people.length];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = Arrays.stream(people[i]).sum();
            }
            return new Demand(plain, false, women);
        }
        double[] weights = CLASSES.stream()
                .mapToDouble(age -> ages.weights().getOrDefault(age, 1.))
                .toArray();
        return new Demand(AgeWeights.standardise(people, weights), true, women);
    }

    /** By place, then by class of age; empty when one place of some inhabitants is not told. */
    Optional<double[][]> people(List<Commune> places, boolean women) {
        if (vintages.current(DATASET).isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Map<String, Double>> byClass = new HashMap<>();
        for (int age = 0; age < CLASSES.size(); age++) {
            byClass.put(age, observations.values((women ? WOMEN : ALL) + CLASSES.get(age), Level.COMMUNE));
        }
        double[][] people = new double[places.size()][CLASSES.size()];
        for (int i = 0; i < people.length; i++) {
            for (int age = 0; age < CLASSES.size(); age++) {
                var value =
                        byClass.getOrDefault(age, Map.of()).get(places.get(i).code());
                if (value == null && PlacesOfAccess.inhabitants(places.get(i)) > 0) {
                    return Optional.empty();
                }
                people[i][age] = value == null ? 0 : value;
            }
        }
        return Optional.of(people);
    }
}
