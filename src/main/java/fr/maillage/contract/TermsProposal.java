package fr.maillage.contract;

import fr.maillage.community.CommunityId;
import fr.maillage.community.Perimeters;
import fr.maillage.project.Action;
import fr.maillage.project.Projects;
import fr.maillage.rulebook.Rulebook;
import fr.maillage.rules.Mission;
import fr.maillage.rules.SizeClasses;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Grids;
import fr.maillage.rules.aci.MissionTerms;
import fr.maillage.shared.Euros;
import fr.maillage.shared.NotFound;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What Maillage proposes to write in terms: the territory gives the size, the grid the amounts, the project the dates. */
@Component
class TermsProposal {

    private final Perimeters perimeters;
    private final Projects projects;
    private final Rulebook rulebook;

    TermsProposal(Perimeters perimeters, Projects projects, Rulebook rulebook) {
        this.rulebook = rulebook;
        this.perimeters = perimeters;
        this.projects = projects;
    }

    record Proposed(Grid grid, TermsTyped typed) {}

    Grids grids() {
        return rulebook.grids();
    }

    /** @throws NotFound when no grid has that code */
    Grid grid(String code) {
        return grids().byCode(code).orElseThrow(() -> new NotFound("grid " + code));
    }

    /** The contract itself: every mission that the grid makes obligatory, and the optional ones of the project. */
    Proposed first(CommunityId community, LocalDate effect) {
        var grid = grids().inForceOn(effect);
        var perimeter = perimeters.current(community);
        var population = perimeter.map(p -> p.population()).orElse(null);
        var size =
                population == null ? 1 : SizeClasses.on(effect).of(population).number();
        var from = perimeter
                .map(p -> "Population " + p.vintage() + " des " + p.communes() + " communes du territoire")
                .orElse("");
        return new Proposed(
                grid,
                new TermsTyped(
                        effect,
                        grid.code(),
                        size,
                        population,
                        from,
                        starts(community, grid, effect),
                        amounts(grid, size),
                        Map.of(),
                        ""));
    }

    /** An amendment: the terms in force, with a new subject. */
    Proposed after(Terms last, LocalDate effect, String subject) {
        var amounts = new HashMap<String, Euros>();
        var reasons = new HashMap<String, String>();
        last.amounts().forEach(line -> {
            if (line.amount() != null) {
                amounts.put(line.code(), line.amount());
            }
            if (!line.reason().isBlank()) {
                reasons.put(line.code(), line.reason());
            }
        });
        var starts = last.missions().stream()
                .collect(Collectors.toMap(Terms.MissionLine::mission, Terms.MissionLine::startOn));
        return new Proposed(
                grid(last.grid()),
                new TermsTyped(
                        effect,
                        last.grid(),
                        last.size(),
                        last.population(),
                        last.populationFrom(),
                        starts,
                        amounts,
                        reasons,
                        subject));
    }

    /** The amounts that a grid gives for a size; those it does not know are left out. */
    static Map<String, Euros> amounts(Grid grid, int size) {
        var amounts = new HashMap<String, Euros>();
        var operating = grid.operating().rate(size).amount();
        if (operating != null) {
            amounts.put(grid.operating().code(), operating);
        }
        for (var mission : grid.missions()) {
            for (var part : mission.parts()) {
                var amount = part.rate(size).amount();
                if (amount != null) {
                    amounts.put(mission.code() + "-" + part.code(), amount);
                }
            }
        }
        return amounts;
    }

    private Map<String, LocalDate> starts(CommunityId community, Grid grid, LocalDate effect) {
        var project = projects.of(community);
        var optional = project.optionalMissions().stream().map(Mission::code).collect(Collectors.toSet());
        var starts = new LinkedHashMap<String, LocalDate>();
        for (var mission : grid.missions()) {
            if (mission.base() || optional.contains(mission.code())) {
                var planned = project.actions().stream()
                        .filter(Action::counts)
                        .filter(action -> action.missions().stream()
                                .anyMatch(m -> m.code().equals(mission.code())))
                        .map(action -> action.facts().startsOn())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder());
                starts.put(mission.code(), within(mission, effect, planned.orElse(effect)));
            }
        }
        return starts;
    }

    /** Not before the contract, not after the latest day of the agreement. */
    private static LocalDate within(MissionTerms mission, LocalDate effect, LocalDate planned) {
        var calendar = mission.calendar();
        var latest = calendar == null ? effect.plusYears(1) : effect.plusMonths(calendar.startWithinMonths());
        return planned.isBefore(effect) ? effect : planned.isAfter(latest) ? latest : planned;
    }
}
