package fr.maillage.territory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a map of a territory shows.
 *
 * @param label what it is, for those who do not see it
 * @param chosen the communes of the territory with their zone
 * @param taken communes of other CPTS, by code, with the name of their CPTS: hatched
 * @param selected the commune to show as « ici », or null
 * @param departement framed when nothing is chosen, or null
 * @param link what a click on a commune opens: this followed by its code; null for a map without links
 */
public record TerritoryMap(
        String label,
        List<Spot> chosen,
        Map<String, String> taken,
        @Nullable String selected,
        @Nullable String departement,
        @Nullable String link) {

    /** @param zone 1 to 4 for the four colours, 0 for the rest */
    public record Spot(String code, int zone) {}

    /** A territory of one colour, without neighbours' names nor links. */
    public static TerritoryMap of(String label, List<String> codes) {
        return new TerritoryMap(
                label, codes.stream().map(code -> new Spot(code, 1)).toList(), Map.of(), null, null, null);
    }

    List<String> codes() {
        return chosen.stream().map(Spot::code).toList();
    }
}
