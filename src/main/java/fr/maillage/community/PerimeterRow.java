package fr.maillage.community;

import fr.maillage.territory.Grouping;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of communes.
 *
 * @param zone number of the colour of its EPCI on the map, 0 for the rest
 * @param share of the population of the territory; null when it is unknown
 * @param added not saved yet
 */
public record PerimeterRow(
        String code,
        String name,
        @Nullable String part,
        List<String> postalCodes,
        @Nullable Grouping epci,
        int zone,
        @Nullable Integer population,
        @Nullable Integer vintage,
        @Nullable BigDecimal share,
        boolean added) {

    public String label() {
        return part == null ? name : name + " (" + part + ")";
    }
}
