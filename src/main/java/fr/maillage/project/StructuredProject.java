package fr.maillage.project;

import fr.maillage.community.CommunityId;
import fr.maillage.rules.Mission;
import fr.maillage.shared.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything structured that a CPTS said of its projet de santé; documents and completeness rules read it. The actors
 * and the governance come from the community module.
 *
 * @param coverage what the actions are to cover today: required items and chosen optional missions
 * @param objectives general objectives by rank
 * @param actions by number, without those that were archived
 * @param archived actions taken out of the project, by number
 * @param milestones of the project as a whole, by day
 * @param budgets by year
 * @param preProject the small budget of the pré-projet, or null
 * @param problems by rank, without those that were archived
 * @param changes the last change of each part; absent for a part never touched
 */
public record StructuredProject(
        CommunityId community,
        Set<Mission> optionalMissions,
        Coverage coverage,
        List<Objective> objectives,
        List<Action> actions,
        List<ArchivedAction> archived,
        List<Milestone> milestones,
        List<Budget> budgets,
        @Nullable PreProjectBudget preProject,
        List<Problem> problems,
        Map<Part, Change> changes) {

    /** Items to cover that no action covers: the holes of the matrix. */
    public List<Coverage.Item> holes() {
        return coverage.holes(actions);
    }

    public Optional<Action> action(int number) {
        return actions.stream().filter(action -> action.number() == number).findFirst();
    }

    /** An action taken out of the project; empty when it is in it, or never was. */
    public Optional<ArchivedAction> archived(int number) {
        return archived.stream().filter(action -> action.number() == number).findFirst();
    }

    /** How an action is called, whether it is in the project or was archived. */
    public Optional<String> lineOf(ActionId id) {
        return action(id)
                .map(Action::line)
                .or(() -> archived.stream()
                        .filter(action -> action.id().equals(id))
                        .map(action -> action.line() + " (archivée)")
                        .findFirst());
    }

    public Optional<Budget> budget(int year) {
        return budgets.stream().filter(budget -> budget.year() == year).findFirst();
    }

    /** An action of the project by its identity; empty when it is archived. */
    public Optional<Action> action(ActionId id) {
        return actions.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /** The problems that a general objective answers. */
    public List<Problem> problemsOf(ObjectiveId objective) {
        return problems.stream()
                .filter(problem -> problem.facts().objectives().contains(objective))
                .toList();
    }

    /** The general objectives that answer a problem, by rank. */
    public List<Objective> objectivesOf(Problem problem) {
        return objectives.stream()
                .filter(objective -> problem.facts().objectives().contains(objective.id()))
                .toList();
    }

    /** The actions that serve an operational objective. */
    public List<Action> actionsOf(ObjectiveId objective) {
        return actions.stream()
                .filter(action -> objective.equals(action.facts().objective()))
                .toList();
    }

    /** The general objective (« finalité ») that an action serves through its operational one. */
    public Optional<Objective> generalOf(Action action) {
        return objectives.stream()
                .filter(general -> general.operational().stream()
                        .anyMatch(operational ->
                                operational.id().equals(action.facts().objective())))
                .findFirst();
    }

    /** The problems that an action goes back to, by rank. */
    public List<Problem> needsOf(Action action) {
        return generalOf(action).map(general -> problemsOf(general.id())).orElse(List.of());
    }

    /** The figures of the diagnosis that a fiche shows, in the order of the problems. */
    public List<Evidence> evidenceOf(Action action) {
        return problems.stream()
                .flatMap(problem -> problem.evidence().stream())
                .filter(evidence -> action.facts().purpose().evidence().contains(evidence.id()))
                .toList();
    }

    /** The actions that lean on an action, or it on them, by number. */
    public List<Action> relatedTo(Action action) {
        return actions.stream()
                .filter(other -> action.facts().content().related().contains(other.id()))
                .toList();
    }
}
