package fr.maillage.demo;

import fr.maillage.community.CommunityView;
import fr.maillage.project.Action;
import fr.maillage.project.Budget;
import fr.maillage.project.Budgets;
import fr.maillage.project.PreProjectBudget;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.Change;
import fr.maillage.shared.Today;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the budgets of a fictional project, year after year from the next one, as a team would. */
@Component
class BudgetMaker {

    private final Budgets budgets;
    private final Projects projects;
    private final Today today;

    BudgetMaker(Budgets budgets, Projects projects, Today today) {
        this.budgets = budgets;
        this.projects = projects;
        this.today = today;
    }

    void make(CommunityView view, FictionalProject.BudgetLines source) {
        int first = today.day().getYear() + 1;
        budgets.open(view, first);
        var project = projects.of(view.id());
        source.lines().forEach(line -> write(view, project, first, line));
        budgets.comment(view, first, 0, source.comment());
        var writing = source.writing();
        if (writing != null) {
            budgets.savePreProject(
                    view,
                    new PreProjectBudget(
                            writing.communication(),
                            writing.meetings(),
                            writing.writing(),
                            PreProjectBudget.Writer.TEAM,
                            writing.subsidy(),
                            new Change(-1, today.instant(), "")));
        }
    }

    private void write(CommunityView view, StructuredProject project, int first, FictionalProject.BudgetLine line) {
        var number = line.action();
        var facts = new Budget.LineFacts(
                line.account(),
                orEmpty(line.label()),
                line.allocation(),
                number == null ? null : project.action(number).map(Action::id).orElse(null),
                line.nature(),
                line.funder(),
                orEmpty(line.comment()),
                0);
        for (int i = 0; i < line.amounts().size(); i++) {
            if (line.amounts().get(i) > 0) {
                budgets.add(
                        view,
                        first + i,
                        UUID.randomUUID(),
                        facts.withAmount(line.amounts().get(i)));
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
