package fr.maillage.funding;

import fr.maillage.funding.Simulation.Notice;
import fr.maillage.funding.Simulation.Territory;
import fr.maillage.rulebook.Rulebook;
import fr.maillage.rules.SizeClass;
import fr.maillage.rules.SizeClasses;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Grids;
import fr.maillage.rules.aci.Plan;
import fr.maillage.rules.aci.ResultLine;
import fr.maillage.rules.aci.Schedule;
import fr.maillage.rules.aci.Scheduler;
import fr.maillage.shared.French;
import fr.maillage.territory.Overviewed;
import fr.maillage.territory.Territories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Estimates what an ACI contract pays, for anybody. */
@Service
class Simulations {

    private static final long LARGEST_POPULATION = 100_000_000;

    private final Rulebook rulebook;
    private final Territories territories;

    Simulations(Rulebook rulebook, Territories territories) {
        this.rulebook = rulebook;
        this.territories = territories;
    }

    Grids grids() {
        return rulebook.grids();
    }

    /** Computes the schedule of a draft, or tells everything that is wrong with it. */
    Simulated simulate(Draft draft) {
        return simulate(draft, new Faults());
    }

    /** @param faults those already found while reading the request; they are told with the others */
    Simulated simulate(Draft draft, Faults faults) {
        var contract = new DraftReading(grids(), draft, faults);
        var sizes = contract.signature == null ? null : SizeClasses.on(contract.signature);
        var territory = territory(draft, faults);
        var size = size(draft, faults, territory, sizes);
        var results = size == null || contract.grid == null
                ? List.<ResultLine.Earned>of()
                : new LineReading(draft, contract.grid, size.number(), contract.missions, contract.amounts, faults)
                        .read();
        if (!faults.isEmpty() || contract.signature == null || contract.grid == null || size == null) {
            return new Simulated.Refused(faults.all());
        }
        var plan = new Plan(size.number(), contract.signature, contract.missions, contract.amounts, results);
        var schedule = Scheduler.schedule(contract.grid, plan);
        return new Simulated.Done(new Simulation(size, territory, schedule, notices(draft, size, territory, schedule)));
    }

    private @Nullable Territory territory(Draft draft, Faults faults) {
        checkOneBasis(draft, faults);
        if (draft.communes() != null) {
            return switch (territories.overview(draft.communes(), List.of(), null)) {
                case Overviewed.Done(var found) -> new Territory(found.population(), found.vintage(), found.communes());
                case Overviewed.Refused(var refused) -> {
                    refused.forEach(fault -> faults.add(fault.path(), fault.message()));
                    yield null;
                }
            };
        }
        if (draft.population() != null) {
            var population = faults.whole(
                    "population",
                    draft.population(),
                    1,
                    LARGEST_POPULATION,
                    "La population est un nombre entier d’habitants, au moins 1.");
            return population == null ? null : new Territory(population, null, 0);
        }
        return null;
    }

    private static void checkOneBasis(Draft draft, Faults faults) {
        long given = Stream.of(draft.size(), draft.population(), draft.communes())
                .filter(Objects::nonNull)
                .count();
        if (given == 0) {
            faults.add("taille", "Indiquez la taille, la population ou les communes du territoire.");
        }
        if (given > 1) {
            var field = draft.size() != null ? "taille" : "population";
            faults.add(
                    field,
                    "Indiquez une seule de ces trois valeurs" + French.NBSP
                            + ": la taille, la population ou les communes.");
        }
    }

    private static @Nullable SizeClass size(
            Draft draft, Faults faults, @Nullable Territory territory, @Nullable SizeClasses sizes) {
        Long number = null;
        if (draft.size() != null) {
            number = faults.whole("taille", draft.size(), 1, 4, "La taille est 1, 2, 3 ou 4.");
        }
        if (sizes == null) {
            return null;
        }
        if (number != null) {
            return sizes.numbered(number.intValue()).orElseThrow();
        }
        return territory == null ? null : sizes.of(territory.population());
    }

    private List<Notice> notices(Draft draft, SizeClass size, @Nullable Territory territory, Schedule schedule) {
        var notices = new ArrayList<Notice>();
        gridNotice(draft, schedule.grid(), schedule.plan().signature(), notices);
        if (territory != null) {
            size.notes().forEach(note -> notices.add(new Notice("SEUIL_EXACT", note)));
            SizeClasses.on(schedule.plan().signature())
                    .warningFor(territory.population())
                    .ifPresent(warning -> notices.add(new Notice(warning.code(), warning.message())));
        }
        schedule.notices().forEach(n -> notices.add(new Notice(n.code(), n.message())));
        var published = schedule.grid().publishedTotals().get(size.number());
        if (published != null && !schedule.unknowns().isEmpty()) {
            notices.add(new Notice(
                    "TOTAL_PUBLIE",
                    "Pour une CPTS de taille " + size.number() + ", le total publié est de "
                            + French.headline(published.amount())
                            + " par an, toutes missions réunies. Le détail n’est pas"
                            + " publié."));
        }
        return List.copyOf(notices);
    }

    /** The compulsory missions that only the grid in force has: owed, and not counted. */
    private static String notCounted(Grid inForce, Grid used) {
        return inForce.missions().stream()
                .filter(mission ->
                        mission.base() && used.mission(mission.code()).isEmpty())
                .map(mission -> " La mission «" + French.NBSP + mission.title() + French.NBSP
                        + "», obligatoire, n’y est pas comptée" + French.NBSP
                        + ": montant inconnu, à lire dans l’annexe du contrat.")
                .collect(Collectors.joining());
    }

    /** Says when the grid used is not the one in force on the day of the signature, and why. */
    private void gridNotice(Draft draft, Grid used, LocalDate signature, List<Notice> notices) {
        var inForce = grids().inForceOn(signature);
        if (inForce.equals(used)) {
            return;
        }
        var names = "«" + French.NBSP + inForce.title() + French.NBSP + "»";
        if (used.inForceFrom().isAfter(signature)) {
            notices.add(new Notice(
                    "BAREME_POSTERIEUR",
                    "Ce barème est postérieur à la signature" + French.NBSP
                            + ": il suppose un avenant au contrat. Barème en vigueur à la signature" + French.NBSP
                            + ": "
                            + names + "."));
        } else if (draft.grid() == null) {
            notices.add(new Notice(
                    "BAREME_PAR_DEFAUT",
                    "Un barème plus récent est en vigueur à la signature" + French.NBSP + ": " + names
                            + ". Tous ses montants ne sont pas publiés. L’estimation suit donc le dernier barème"
                            + " entièrement connu."
                            + notCounted(inForce, used)));
        } else {
            notices.add(new Notice("BAREME_ANTERIEUR", "Le barème en vigueur à la signature est " + names + "."));
        }
    }
}
