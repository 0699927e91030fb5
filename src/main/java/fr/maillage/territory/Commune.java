package fr.maillage.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commune of the day, or an arrondissement municipal of Paris, Lyon or Marseille.
 *
 * @param code INSEE code, always text: {@code 01001}, {@code 2A004}
 * @param postalCodes several per commune, and one postal code covers several communes
 * @param epci null for the few communes of no grouping
 * @param parent for an arrondissement, the code of its city; else null
 * @param population municipal population, null where nobody is counted
 * @param vintage the year of that population
 */
public record Commune(
        String code,
        String name,
        List<String> postalCodes,
        Grouping departement,
        Grouping region,
        @Nullable Grouping epci,
        @Nullable String parent,
        @Nullable Integer population,
        @Nullable Integer vintage) {

    /** Whether this is a part of a city that the reference also holds whole. */
    public boolean isArrondissement() {
        return parent != null;
    }
}
