package fr.maillage.diagnosis;

import fr.maillage.community.CommunityId;
import fr.maillage.community.Perimeter;
import fr.maillage.community.Perimeters;
import fr.maillage.diagnosis.ScenarioChange.Kind;
import fr.maillage.professionals.Supply;
import fr.maillage.shared.French;
import fr.maillage.shared.Saving;
import fr.maillage.territory.Communes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a change does not fit a scenario: the directory and the territory have the last word. */
@Component
class ScenarioRefusals {

    /** More would be a plan, not a question. */
    private static final int MOST_CHANGES = 20;

    private final Perimeters perimeters;
    private final Communes communes;
    private final Supply supply;

    ScenarioRefusals(Perimeters perimeters, Communes communes, Supply supply) {
        this.perimeters = perimeters;
        this.communes = communes;
        this.supply = supply;
    }

    /** What only the stored data can refuse; null when the change fits. */
    Saving.@Nullable Refused of(CommunityId community, Scenario scenario, ScenarioChange change) {
        if (scenario.changes().size() >= MOST_CHANGES) {
            return new Saving.Refused("genre", "Un scénario a " + MOST_CHANGES + " changements au plus.");
        }
        var perimeter = perimeters.current(community).orElse(null);
        return switch (change.kind()) {
            case DEPARTURE -> tooMany(scenario, change);
            case COMMUNE_ADDED -> holds(perimeter, scenario, change, true) ? alreadyIn(change) : null;
            case COMMUNE_REMOVED ->
                holds(perimeter, scenario, change, false)
                        ? lastOne(perimeter, scenario)
                        : new Saving.Refused("commune", change.communeName() + " n’est pas dans le territoire.");
            case AGEING ->
                scenario.changes().stream().anyMatch(known -> known.kind() == Kind.AGEING)
                        ? new Saving.Refused("genre", "La population vieillit déjà dans ce scénario.")
                        : null;
            case ARRIVAL -> null;
        };
    }

    private Saving.@Nullable Refused tooMany(Scenario scenario, ScenarioChange change) {
        if (supply.vintage().isEmpty()) {
            return null;
        }
        var profession = Objects.requireNonNull(change.profession());
        int there = supply.liberalsByCommune(profession).getOrDefault(change.commune(), 0);
        int gone = scenario.changes().stream()
                .filter(known -> known.kind().isOfProfessionals()
                        && profession.equals(known.profession())
                        && Objects.equals(change.commune(), known.commune()))
                .mapToInt(known -> known.kind() == Kind.DEPARTURE ? known.persons() : -known.persons())
                .sum();
        int left = Math.max(0, there - gone);
        return change.persons() <= left
                ? null
                : new Saving.Refused(
                        "nombre",
                        "L’annuaire compte " + French.count(left, "professionnel libéral", "professionnels libéraux")
                                + " de cette profession à " + change.communeName() + ", départs déjà saisis déduits.");
    }

    /** Whether the commune is in the territory that the scenario has so far; a city and its parts overlap. */
    private boolean holds(
            @Nullable Perimeter perimeter, Scenario scenario, ScenarioChange change, boolean overlapping) {
        var codes = after(perimeter, scenario);
        if (codes.contains(change.commune())) {
            return true;
        }
        return overlapping
                && communes.withCodes(codes).stream()
                        .anyMatch(inside -> Objects.equals(inside.parent(), change.commune())
                                || communes.withCode(change.commune() == null ? "" : change.commune())
                                        .map(asked -> inside.code().equals(asked.parent()))
                                        .orElse(false));
    }

    private static Saving.Refused alreadyIn(ScenarioChange change) {
        return new Saving.Refused("commune", change.communeName() + " est déjà dans le territoire.");
    }

    private static Saving.@Nullable Refused lastOne(@Nullable Perimeter perimeter, Scenario scenario) {
        return after(perimeter, scenario).size() > 1
                ? null
                : new Saving.Refused("commune", "C’est la dernière commune du territoire.");
    }

    private static List<String> after(@Nullable Perimeter perimeter, Scenario scenario) {
        var codes = new ArrayList<String>();
        if (perimeter != null) {
            perimeter.places().forEach(place -> codes.add(place.commune()));
        }
        for (var known : scenario.changes()) {
            if (known.kind() == Kind.COMMUNE_ADDED && known.commune() != null) {
                codes.add(known.commune());
            } else if (known.kind() == Kind.COMMUNE_REMOVED) {
                codes.removeIf(code -> code.equals(known.commune()));
            }
        }
        return codes.stream().distinct().toList();
    }
}
