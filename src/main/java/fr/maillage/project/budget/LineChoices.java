package fr.maillage.project.budget;

import fr.maillage.project.StructuredProject;
import fr.maillage.ui.Option;
import java.util.List;

/** The lists that the form of a line chooses from. */
public record LineChoices(List<Option> allocations, List<Option> actions, List<Option> natures, List<Option> funders) {

    static LineChoices of(StructuredProject project) {
        return new LineChoices(
                BudgetLineForm.allocations(project),
                BudgetLineForm.actions(project),
                BudgetLineForm.natures(),
                BudgetLineForm.funders());
    }
}
