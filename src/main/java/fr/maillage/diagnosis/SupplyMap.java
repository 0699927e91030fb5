package fr.maillage.diagnosis;

import fr.maillage.charts.ClassBars;
import fr.maillage.charts.Palette;
import fr.maillage.shared.French;
import fr.maillage.territory.ChoroplethMap;
import fr.maillage.territory.ChoroplethMap.Shade;
import fr.maillage.territory.Commune;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many professionals practise in each commune. Counts, not densities: one person in a village of a hundred people is
 * no abundance.
 */
final class SupplyMap {

    /** The least of each class. */
    private static final List<Integer> LEAST = List.of(0, 1, 2, 5, 10);

    private static final List<String> LABELS =
            List.of("aucune personne", "1 personne", "2 à 4 personnes", "5 à 9 personnes", "10 personnes et plus");

    private static final String UNCOVERED = "non couvert par l’annuaire";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SupplyMap() {}

    /**
     * @param counts by commune; those without one have nobody when the directory covers them
     * @param covered départements that the directory covers: of the others nothing is known
     */
    static ChoroplethMap map(
            Indicator indicator, List<Commune> communes, Map<String, Integer> counts, Set<String> covered) {
        Map<String, Shade> shades = new HashMap<>();
        for (var commune : communes) {
            if (!covered.contains(commune.departement().code())) {
                shades.put(commune.code(), new Shade(ChoroplethMap.UNKNOWN, UNCOVERED));
                continue;
            }
            int count = counts.getOrDefault(commune.code(), 0);
            shades.put(
                    commune.code(),
                    new Shade(
                            classOf(count),
                            count == 0 ? "aucune personne" : French.count(count, "personne", "personnes")));
        }
        return ChoroplethMap.of(
                "Carte" + French.NBSP + ": " + indicator.title(),
                communes.stream().map(Commune::code).toList(),
                Palette.SEQUENTIAL,
                LEAST.size(),
                shades);
    }

    static ClassBars classes(List<Commune> communes, Map<String, Integer> counts, Set<String> covered) {
        int unknown = LEAST.size();
        int[] places = new int[unknown + 1];
        long[] inhabitants = new long[unknown + 1];
        long all = 0;
        for (var commune : communes) {
            int at = covered.contains(commune.departement().code())
                    ? classOf(counts.getOrDefault(commune.code(), 0))
                    : unknown;
            int people = commune.population() == null ? 0 : commune.population();
            places[at]++;
            inhabitants[at] += people;
            all += people;
        }
        var shares = new ArrayList<ClassBars.Share>();
        for (int i = 0; i <= (places[unknown] == 0 ? unknown - 1 : unknown); i++) {
            shares.add(new ClassBars.Share(
                    i == unknown ? UNCOVERED : LABELS.get(i),
                    i < unknown,
                    places[i],
                    inhabitants[i],
                    all == 0
                            ? BigDecimal.ZERO
                            : BigDecimal.valueOf(inhabitants[i])
                                    .multiply(HUNDRED)
                                    .divide(BigDecimal.valueOf(all), MathContext.DECIMAL32)));
        }
        return new ClassBars("Où vivent les habitants", Palette.SEQUENTIAL, shares);
    }

    private static int classOf(int count) {
        int at = 0;
        while (at + 1 < LEAST.size() && count >= LEAST.get(at + 1)) {
            at++;
        }
        return at;
    }
}
