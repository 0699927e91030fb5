package fr.maillage.diagnosis;

import fr.maillage.community.Perimeter;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.diagnosis.AccessMap.Layer;
import fr.maillage.diagnosis.ScenarioChange.Kind;
import fr.maillage.diagnosis.ScenarioOutcome.Row;
import fr.maillage.diagnosis.ScenarioOutcome.Touched;
import fr.maillage.diagnosis.apl.Accessibility;
import fr.maillage.diagnosis.apl.ParameterSet;
import fr.maillage.professionals.Supply;
import fr.maillage.rules.SizeClasses;
import fr.maillage.rules.aci.Grids;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Computes what a scenario changes. The map of accessibility keeps its catchments: a changed supply asks for one more
 * pass over them, some milliseconds for the whole country.
 */
@Component
class ScenarioEffects {

    private static final int MOST_TOUCHED = 8;
    private static final double PER = 10_000;

    private final AccessMaps maps;
    private final Supply supply;
    private final Communes communes;
    private final Ages ages;
    private final Today today;

    ScenarioEffects(AccessMaps maps, Supply supply, Communes communes, Ages ages, Today today) {
        this.maps = maps;
        this.supply = supply;
        this.communes = communes;
        this.ages = ages;
        this.today = today;
    }

    /** A territory before or after. */
    private record Side(Set<String> codes, long population) {}

    ScenarioOutcome of(Perimeter perimeter, List<ScenarioChange> changes) {
        var before = new Side(
                new LinkedHashSet<>(
                        perimeter.places().stream().map(PerimeterPlace::commune).toList()),
                perimeter.population());
        var after = after(before, perimeter, changes);
        var rows = new ArrayList<Row>();
        var touched = new ArrayList<Touched>();
        var notes = new ArrayList<String>();
        for (var set : concerned(changes)) {
            access(set, before, after, changes, rows, touched, notes);
            counts(set, before, after, changes, rows, notes);
        }
        territory(before, after, perimeter.vintage(), rows, notes);
        touched.sort(Comparator.comparingDouble((Touched one) -> -Math.abs(one.after() - one.before()))
                .thenComparing(Touched::commune));
        return new ScenarioOutcome(rows, touched.stream().limit(MOST_TOUCHED).toList(), sources(rows), notes);
    }

    /** The professions of the changes; general practitioners when only the territory or its people change. */
    private static List<ParameterSet> concerned(List<ScenarioChange> changes) {
        var named = ParameterSet.shipped().stream()
                .filter(set ->
                        changes.stream().anyMatch(change -> set.profession().equals(change.profession())))
                .toList();
        return named.isEmpty() ? List.of(ParameterSet.shipped().getFirst()) : named;
    }

    private Side after(Side before, Perimeter perimeter, List<ScenarioChange> changes) {
        Set<String> codes = new LinkedHashSet<>(before.codes);
        long population = before.population;
        for (var change : changes) {
            var code = change.commune();
            if (code == null) {
                continue;
            }
            if (change.kind() == Kind.COMMUNE_ADDED && codes.add(code)) {
                population += communes.withCode(code).map(Commune::population).orElse(0);
            }
            if (change.kind() == Kind.COMMUNE_REMOVED && codes.remove(code)) {
                population -= perimeter.places().stream()
                        .filter(place -> place.commune().equals(code))
                        .mapToLong(place -> place.population() == null ? 0 : place.population())
                        .sum();
            }
        }
        return new Side(codes, population);
    }

    private void access(
            ParameterSet set,
            Side before,
            Side after,
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
                age(change, map, layer, after.codes, people, notes);
            }
        }
        var was = map.ranks(before.codes);
        var would = map.ranks(after.codes);
        if (!told(map, layer.demand(), was) || !told(map, people, would)) {
            notes.add("Accessibilité aux " + set.plural() + " non calculée" + French.NBSP
                    + ": l’annuaire importé ne couvre pas tout le territoire.");
            return;
        }
        Accessibilities.tell(map, layer, would, 0, notes);
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
                        after.codes.contains(commune.code())));
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

    /** A place never offers less than nothing: somebody with two sites counts for a half in each. */
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
        for (int rank : at) {
            double there = at.stream().mapToDouble(one -> offered[one]).sum();
            double share = amount < 0 && there > 0 ? offered[rank] / there : 1. / at.size();
            double left = offered[rank] + amount * share;
            if (left < -1e-9) {
                notes.add("L’annuaire ne compte plus assez de professionnels à " + change.communeName() + French.NBSP
                        + ": l’offre y est ramenée à zéro.");
            }
            offered[rank] = Math.max(0, left);
        }
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
                : java.util.Optional.<double[][]>empty();
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

    private void counts(
            ParameterSet set,
            Side before,
            Side after,
            List<ScenarioChange> changes,
            List<Row> rows,
            List<String> notes) {
        var vintage = supply.vintage();
        if (vintage.isEmpty() || !covered(before.codes) || !covered(after.codes)) {
            notes.add("Nombre de " + set.plural() + " non compté" + French.NBSP
                    + ": l’annuaire importé ne couvre pas tout le territoire.");
            return;
        }
        int moved = changes.stream()
                .filter(change -> set.profession().equals(change.profession()))
                .filter(change -> after.codes.contains(change.commune()))
                .mapToInt(change -> change.kind() == Kind.DEPARTURE ? -change.persons() : change.persons())
                .sum();
        int now = liberals(set, before.codes);
        int then = Math.max(0, liberals(set, after.codes) + moved);
        var label = set.label() + " en exercice libéral";
        var source = "annuaire du " + vintage.get().label();
        rows.add(new Row(
                label,
                "Le nombre de " + set.plural() + " en exercice libéral",
                BigDecimal.valueOf(now),
                BigDecimal.valueOf(then),
                0,
                "",
                source,
                false));
        if (before.population > 0 && after.population > 0) {
            rows.add(new Row(
                    "Densité",
                    "La densité de " + set.plural(),
                    BigDecimal.valueOf(now * PER / before.population),
                    BigDecimal.valueOf(then * PER / after.population),
                    1,
                    "pour 10" + French.NBSP + "000 habitants",
                    source,
                    false));
        }
    }

    private boolean covered(Collection<String> codes) {
        var departements = communes.withCodes(codes).stream()
                .map(commune -> commune.departement().code())
                .distinct()
                .toList();
        return supply.covers(departements);
    }

    private int liberals(ParameterSet set, Set<String> codes) {
        return supply.of(codes).stream()
                .filter(count -> count.code().equals(set.profession()))
                .mapToInt(Supply.ProfessionCount::liberals)
                .findFirst()
                .orElse(0);
    }

    private void territory(Side before, Side after, String vintage, List<Row> rows, List<String> notes) {
        var source = "populations de " + vintage;
        rows.add(new Row(
                "Population",
                "La population du territoire",
                BigDecimal.valueOf(before.population),
                BigDecimal.valueOf(after.population),
                0,
                "habitants",
                source,
                false));
        var sizes = SizeClasses.on(today.day());
        int now = sizes.of(before.population).number();
        int then = sizes.of(after.population).number();
        rows.add(new Row(
                "Taille de la CPTS",
                "La taille de la CPTS",
                BigDecimal.valueOf(now),
                BigDecimal.valueOf(then),
                0,
                "",
                sizes.of(after.population).source().title(),
                false));
        var grid = Grids.shipped().defaultOn(today.day(), List.of());
        var most = grid.yearlyMaximum(now);
        var mostThen = grid.yearlyMaximum(then);
        if (most.isEmpty() || mostThen.isEmpty()) {
            notes.add("Plafond de financement inconnu" + French.NBSP
                    + ": tous les montants du barème ne sont pas publiés.");
            return;
        }
        rows.add(new Row(
                "Plafond de financement par an",
                "Le plafond de financement annuel",
                most.get().value(),
                mostThen.get().value(),
                0,
                "€",
                grid.title(),
                false));
    }

    private static List<String> sources(List<Row> rows) {
        var sources = new LinkedHashSet<String>();
        rows.forEach(row -> sources.add(row.vintage()));
        return List.copyOf(sources);
    }
}
