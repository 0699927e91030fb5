package fr.maillage.diagnosis;

import fr.maillage.community.Perimeter;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.diagnosis.ScenarioChange.Kind;
import fr.maillage.diagnosis.ScenarioOutcome.Row;
import fr.maillage.diagnosis.ScenarioOutcome.Touched;
import fr.maillage.diagnosis.apl.ParameterSet;
import fr.maillage.professionals.Supply;
import fr.maillage.rulebook.Rulebook;
import fr.maillage.rules.SizeClasses;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Computes what a scenario changes: accessibility, the professionals counted, the territory and its financing. */
@Component
class ScenarioEffects {

    private static final int MOST_TOUCHED = 8;

    private final ScenarioAccess access;
    private final Supply supply;
    private final Communes communes;
    private final Rulebook rulebook;
    private final Today today;

    ScenarioEffects(ScenarioAccess access, Supply supply, Communes communes, Rulebook rulebook, Today today) {
        this.rulebook = rulebook;
        this.access = access;
        this.supply = supply;
        this.communes = communes;
        this.today = today;
    }

    /** A territory before or after. */
    private record Side(Set<String> codes, long population) {}

    /**
     * The part of a side that the directory tells about, as everywhere in the diagnosis: a commune across the border of
     * its département must not hide what two retirements change.
     */
    private record Told(Side side, Coverage coverage) {}

    ScenarioOutcome of(Perimeter perimeter, List<ScenarioChange> changes) {
        var before = new Side(
                new LinkedHashSet<>(
                        perimeter.places().stream().map(PerimeterPlace::commune).toList()),
                perimeter.population());
        var after = after(before, perimeter, changes);
        var rows = new ArrayList<Row>();
        var touched = new ArrayList<Touched>();
        var notes = new ArrayList<String>();
        var directory = supply.coveredDepartements();
        var now = told(before, directory);
        var then = told(after, directory);
        for (var set : concerned(changes)) {
            if (supply.vintage().isPresent() && !(now.coverage.enough() && then.coverage.enough())) {
                notes.add(set.label() + French.NBSP
                        + ": rien n’est calculé, l’annuaire importé couvre moins de la moitié des habitants.");
                continue;
            }
            access.of(set, now.side.codes, then.side.codes, changes, rows, touched, notes);
            counts(set, now.side, then.side, changes, rows, notes);
        }
        caution(now.coverage, then.coverage, notes);
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

    private Told told(Side side, Set<String> directory) {
        var territory = communes.withCodes(side.codes);
        var coverage = Coverage.of(territory, directory::contains);
        long outside = territory.stream()
                .filter(commune -> !coverage.codes().contains(commune.code()))
                .mapToLong(commune -> Objects.requireNonNullElse(commune.population(), 0))
                .sum();
        return new Told(
                new Side(new LinkedHashSet<>(coverage.codes()), Math.max(0, side.population - outside)), coverage);
    }

    /** What is left out on either side, once. */
    private static void caution(Coverage now, Coverage then, List<String> notes) {
        var left = then.caution() == null ? now.caution() : then.caution();
        if (left != null && now.enough() && then.enough()) {
            notes.add(left);
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
        if (vintage.isEmpty()) {
            notes.add("Nombre de " + set.plural() + " non compté" + French.NBSP
                    + ": aucun annuaire des professionnels n’est chargé.");
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
        var was = Density.perTenThousand(now, before.population);
        var would = Density.perTenThousand(then, after.population);
        if (was != null && would != null) {
            rows.add(new Row(
                    "Densité",
                    "La densité de " + set.plural(),
                    was,
                    would,
                    1,
                    "pour 10" + French.NBSP + "000 habitants",
                    source,
                    false));
        }
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
        var grid = rulebook.grids().defaultOn(today.day(), List.of());
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
