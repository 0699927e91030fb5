package fr.maillage.territory;

import org.jspecify.annotations.Nullable;

/**
 * A commune in a list of places, whole or by one of its parts.
 *
 * @param part the name of the part, null for the whole commune
 * @param population of the commune or of the part; null where nobody is counted
 * @param vintage the year of the population; null when it was stated by the CPTS
 */
public record Place(
        Commune commune,
        @Nullable String part,
        @Nullable Integer population,
        @Nullable Integer vintage) {

    static Place whole(Commune commune) {
        return new Place(commune, null, commune.population(), commune.vintage());
    }

    static Place part(Commune commune, Part part) {
        return new Place(commune, part.name(), part.population(), null);
    }

    /** « Toulouse », « Toulouse (Le Mirail) ». */
    public String label() {
        return part == null ? commune.name() : commune.name() + " (" + part + ")";
    }
}
