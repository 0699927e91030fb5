package fr.maillage.diagnosis;

import fr.maillage.diagnosis.AccessMap.Layer;
import fr.maillage.diagnosis.ScenarioChange.Kind;
import fr.maillage.diagnosis.ScenarioOutcome.Row;
import fr.maillage.diagnosis.ScenarioOutcome.Touched;
import fr.maillage.diagnosis.apl.Accessibility;
import fr.maillage.diagnosis.apl.ParameterSet;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a scenario changes in the accessibility of a profession. The map of accessibility keeps its catchments: a changed
 * supply asks for one more pass over them, some milliseconds for the whole country.
 */
@Component
class ScenarioAccess {

    private final AccessMaps maps;
    private final Ages ages;

    ScenarioAccess(AccessMaps maps, Ages ages) {
        this.maps = maps;
        this.ages = ages;
    }

    /**
     * @param before communes of the territory before the changes
     * @param after communes of the territory after them
     */
    void of(
            ParameterSet set,
            Set<String> before,
            Set<String> after,
            List<ScenarioChange> changes,
            List<Row> rows,
            List<Touched> touched,
            List<String> notes) {
        var map = maps.current().orElse(null);
        var layer = map == null ? null : map.layer(set.profession()).orElse(null);
        if (map == null || layer == null) {
            notes.add("Accessibilité non calculée" + French.NBSP + ": " + maps.missing());
            return;
        }
        double[] offered = layer.supply().clone();
        double[] people = layer.demand().clone();
        for (var change : changes) {
            if (set.profession().equals(change.profession())) {
                move(change, map, set, offered, notes);
            } else if (change.kind() == Kind.AGEING) {
                age(change, map, layer, after, people, notes);
            }
        }
        var was = map.ranks(before);
        var would = map.ranks(after);
        if (!told(map, layer.demand(), was) || !told(map, people, would)) {
            notes.add("Accessibilité aux " + set.plural() + " non calculée" + French.NBSP
                    + ": l’annuaire importé ne couvre pas tout le territoire.");
            return;
        }
        Accessibilities.tell(map, layer, would, Accessibilities.unplaced(map, after), notes);
        var now = layer.access();
        var then = layer.with(offered, people);
        rows.add(new Row(
                "Accessibilité aux " + set.plural(),
                "L’accessibilité aux " + set.plural(),
                BigDecimal.valueOf(mean(layer, now, layer.demand(), was)),
                BigDecimal.valueOf(mean(layer, then, people, would)),
                2,
                set.unit(),
                "annuaire du " + map.vintage(),
                true));
        for (int i = 0; i < map.size(); i++) {
            double gap = layer.value(then, i) - layer.value(now, i);
            if (map.isCovered(i) && Math.abs(gap) >= 0.005) {
                var commune = map.place(i);
                touched.add(new Touched(
                        set.label(),
                        commune.name(),
                        layer.value(now, i),
                        layer.value(then, i),
                        after.contains(commune.code())));
            }
        }
    }

    private static boolean told(AccessMap map, double[] people, List<Integer> ranks) {
        return !ranks.isEmpty()
                && ranks.stream().allMatch(map::isCovered)
                && ranks.stream().mapToDouble(rank -> people[rank]).sum() > 0;
    }

    private static double mean(Layer layer, Accessibility access, double[] people, List<Integer> ranks) {
        double sum = 0;
        double all = 0;
        for (int rank : ranks) {
            sum += layer.value(access, rank) * people[rank];
            all += people[rank];
        }
        return sum / all;
    }

    /** Somebody with two sites counts for a half in each: a departure may ask for more than its place offers. */
    private static void move(
            ScenarioChange change, AccessMap map, ParameterSet set, double[] offered, List<String> notes) {
        var at = map.ranks(List.of(change.commune() == null ? "" : change.commune()));
        double amount =
                change.fullTimes() * set.activity().bounded(set.activity().each());
        if (at.isEmpty()) {
            notes.add("La position de " + change.communeName() + " n’est pas connue" + French.NBSP
                    + ": l’accessibilité ne tient pas compte de ce changement.");
            return;
        }
        if (spread(amount, at, offered) > 1e-9) {
            notes.add("L’annuaire ne compte plus assez de professionnels à " + change.communeName() + French.NBSP
                    + ": l’offre y est ramenée à zéro.");
        }
    }

    /**
     * Adds an amount to what some places offer together, the arrondissements of a city for instance. What leaves them is
     * taken in proportion to what each offered before; what comes is spread evenly.
     *
     * @param amount activity, below 0 when it leaves
     * @return what could not be taken away, since a place never offers less than nothing
     */
    static double spread(double amount, List<Integer> at, double[] offered) {
        double there = at.stream().mapToDouble(rank -> offered[rank]).sum();
        double moved = Math.max(amount, -there);
        for (int rank : at) {
            double share = amount < 0 && there > 0 ? offered[rank] / there : 1. / at.size();
            offered[rank] = Math.max(0, offered[rank] + moved * share);
        }
        return moved - amount;
    }

    /**
     * Points of the population pass from under 60 to 75 and more, within each commune of the territory and by the present
     * share of each class. The need of a commune follows the weights of its ages.
     */
    private void age(
            ScenarioChange change, AccessMap map, Layer layer, Set<String> codes, double[] people, List<String> notes) {
        var weights = layer.set().ages();
        var ranks = map.ranks(codes);
        var known = layer.standardised()
                ? ages.people(ranks.stream().map(map::place).toList(), layer.women())
                : Optional.<double[][]>empty();
        if (weights == null || known.isEmpty()) {
            notes.add("Le vieillissement n’est pas compté" + French.NBSP + ": "
                    + (weights == null
                            ? "les poids des âges pour cette profession ne sont pas connus."
                            : "les âges par commune ne sont pas chargés."));
            return;
        }
        double[] need = Ages.needs(weights);
        for (int k = 0; k < ranks.size(); k++) {
            people[ranks.get(k)] *= Ageing.ratio(known.get()[k], need, change.points() / 100.);
        }
    }
}
