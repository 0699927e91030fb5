package fr.maillage.community;

import fr.maillage.territory.Grouping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commune of a saved territory, or one of its parts, with the name and the population of the day of saving.
 *
 * @param part name of the part, null for the whole commune
 * @param population null where nobody is counted
 * @param vintage year of the population; null when the CPTS stated it
 */
public record PerimeterPlace(
        String commune,
        String name,
        @Nullable String part,
        List<String> postalCodes,
        String departement,
        String region,
        @Nullable Grouping epci,
        @Nullable Integer population,
        @Nullable Integer vintage) {

    /** « Toulouse », « Toulouse (Le Mirail) ». */
    public String label() {
        return part == null ? name : name + " (" + part + ")";
    }
}
