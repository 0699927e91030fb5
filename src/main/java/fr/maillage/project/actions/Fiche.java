package fr.maillage.project.actions;

import fr.maillage.project.Action;
import fr.maillage.project.ActionModel;
import fr.maillage.project.ActionModels;
import fr.maillage.project.Budget;
import fr.maillage.project.Coverage;
import fr.maillage.project.Evidence;
import fr.maillage.project.Objective;
import fr.maillage.project.Problem;
import fr.maillage.project.Smart;
import fr.maillage.project.StructuredProject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fiche action as its page shows it.
 *
 * @param general the general objective it serves through its operational one (« finalité »), or null
 * @param needs the problems that this objective answers
 * @param smart letter by letter
 * @param model the one it was copied from, or null
 * @param budgets of the years that have a line for it
 * @param today to tell what is late
 */
public record Fiche(
        Action action,
        List<Coverage.Item> covered,
        @Nullable Objective general,
        List<Problem> needs,
        List<Evidence> evidence,
        List<Action> related,
        List<Smart.Letter> smart,
        @Nullable ActionModel model,
        List<Budget> budgets,
        LocalDate today) {

    static Fiche of(StructuredProject project, Action action, LocalDate today) {
        return new Fiche(
                action,
                project.coverage().items().stream()
                        .filter(item -> action.facts().coverage().contains(item.code()))
                        .toList(),
                project.generalOf(action).orElse(null),
                project.needsOf(action),
                project.evidenceOf(action),
                project.relatedTo(action),
                Smart.read(project, action),
                Optional.ofNullable(action.model())
                        .flatMap(ActionModels::ofCode)
                        .orElse(null),
                project.budgets().stream()
                        .filter(budget -> !budget.of(action.id()).isEmpty())
                        .toList(),
                today);
    }
}
