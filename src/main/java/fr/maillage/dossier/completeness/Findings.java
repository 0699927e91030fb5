package fr.maillage.dossier.completeness;

import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.project.Action;
import fr.maillage.project.Budget;
import fr.maillage.project.Coverage;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at a project as an instructor would before reading it: facts, never an opinion. */
final class Findings {

    private final Trame trame;
    private final ProjectFacts facts;

    private Findings(Trame trame, ProjectFacts facts) {
        this.trame = trame;
        this.facts = facts;
    }

    static List<Finding> of(DossierKind kind, Trame trame, ProjectFacts facts) {
        var findings = new Findings(trame, facts);
        var noticed = new ArrayList<Finding>();
        noticed.add(findings.population());
        findings.pieces().ifPresent(noticed::add);
        if (kind == DossierKind.HEALTH_PROJECT) {
            noticed.add(findings.baselines());
            noticed.add(findings.missions());
            noticed.add(findings.budget());
        }
        return List.copyOf(noticed);
    }

    private Finding population() {
        long threshold = facts.coherence().threshold();
        boolean under = facts.population() < threshold;
        return new Finding(
                !under,
                French.count(facts.population(), "habitant", "habitants") + ", "
                        + (under ? "sous le repère de " : "au moins le repère de ")
                        + French.number(threshold),
                place(ProjectRule.POPULATION_LARGE_ENOUGH, "Territoire") + "Repère sans caractère obligatoire.");
    }

    private Optional<Finding> pieces() {
        return Boolean.FALSE.equals(facts.connected())
                ? Optional.of(new Finding(
                        false,
                        "Territoire en plusieurs morceaux",
                        place(ProjectRule.TERRITORY_IN_ONE_PIECE, "Territoire") + "Ce n’est pas interdit."))
                : Optional.empty();
    }

    /** Without its value before the action, an indicator tells no progress. */
    private Finding baselines() {
        var place = place(ProjectRule.ACTIONS_MEASURED, "Actions");
        var counting = facts.project().actions().stream().filter(Action::counts).toList();
        var unknown = counting.stream()
                .filter(action -> action.facts().indicators().stream()
                        .anyMatch(i -> !i.baselineAmount().known()))
                .map(action -> String.valueOf(action.number()))
                .toList();
        if (unknown.isEmpty()) {
            return new Finding(
                    true,
                    "Une valeur de départ pour chaque indicateur",
                    place + French.count(counting.size(), "fiche action", "fiches action") + ".");
        }
        return new Finding(
                false,
                (unknown.size() == 1 ? "Action " : "Actions ") + enumerated(unknown) + " sans valeur de départ",
                place + "Le progrès ne pourra pas être mesuré.");
    }

    private Finding missions() {
        var place = place(ProjectRule.BASE_MISSIONS_COVERED, "Missions");
        var base = facts.project().coverage().items().stream()
                .filter(Coverage.Item::base)
                .toList();
        var holes = facts.project().holes().stream().filter(Coverage.Item::base).toList();
        return holes.isEmpty()
                ? new Finding(true, "Missions socles toutes couvertes", place + titles(base))
                : new Finding(
                        false,
                        French.count(holes.size(), "mission socle", "missions socles") + " sans action",
                        place + titles(holes));
    }

    private Finding budget() {
        var place = place(ProjectRule.BUDGET_BALANCED, "Budget");
        var unbalanced = facts.project().budgets().stream()
                .filter(budget -> !budget.balanced())
                .map(Budget::year)
                .map(String::valueOf)
                .toList();
        return !facts.project().budgets().isEmpty() && unbalanced.isEmpty()
                ? new Finding(true, "Budget équilibré", place + "Charges et produits, contributions volontaires.")
                : new Finding(
                        false,
                        unbalanced.isEmpty() ? "Budget absent" : "Budget non équilibré : " + enumerated(unbalanced),
                        place + "Charges et produits, contributions volontaires.");
    }

    /** « Territoire, section 2.1. », or « Territoire. » when the trame asks nothing about it. */
    private String place(ProjectRule rule, String subject) {
        return subject
                + trame.inOrder().stream()
                        .filter(section -> section.rules().contains(rule.code()))
                        .findFirst()
                        .map(section -> ", section " + section.number())
                        .orElse("")
                + ". ";
    }

    private static String titles(List<Coverage.Item> items) {
        return items.stream().map(Coverage.Item::title).collect(Collectors.joining(" ; ")) + ".";
    }

    private static String enumerated(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " et " + words.get(last);
    }
}
