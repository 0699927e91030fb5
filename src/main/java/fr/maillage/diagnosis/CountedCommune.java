package fr.maillage.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commune as the diagnosis counts it.
 *
 * @param population 0 where nobody is counted
 * @param parent for an arrondissement, the code of its city
 * @param arrondissements of Paris, Lyon and Marseille: some sources publish them instead of the city
 */
record CountedCommune(
        String code,
        String departement,
        String region,
        int population,
        @Nullable String parent,
        List<CountedCommune> arrondissements) {

    CountedCommune with(List<CountedCommune> parts) {
        return new CountedCommune(code, departement, region, population, parent, parts);
    }
}
