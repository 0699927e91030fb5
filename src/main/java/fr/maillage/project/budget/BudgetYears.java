package fr.maillage.project.budget;

import fr.maillage.community.CommunityView;
import fr.maillage.project.Budget;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The civil years that budgets are of, and the addresses of their pages. */
@Component
class BudgetYears {

    static final int FIRST = 2015;
    static final int LAST = 2100;

    private final Today today;

    BudgetYears(Today today) {
        this.today = today;
    }

    /** @throws NotFound for a year that no budget can have */
    static int within(int year) {
        if (year < FIRST || year > LAST) {
            throw new NotFound("budget " + year);
        }
        return year;
    }

    static String back(CommunityView view, int year) {
        return "redirect:" + view.at("/budget") + "?annee=" + year;
    }

    /** The first budget that is not over, else the current year. */
    int toShow(StructuredProject project) {
        int current = today.day().getYear();
        return project.budgets().stream()
                .map(Budget::year)
                .filter(year -> year >= current)
                .findFirst()
                .orElse(current);
    }

    /** The last other year that has lines, or null. */
    static @Nullable Integer toBeginFrom(StructuredProject project, int year) {
        return project.budgets().reversed().stream()
                .filter(budget -> budget.year() != year && !budget.lines().isEmpty())
                .map(Budget::year)
                .findFirst()
                .orElse(null);
    }

    /** The years with a budget, the one shown, and those one is likely to open next. */
    List<Integer> around(StructuredProject project, int shown) {
        var years = new TreeSet<Integer>();
        project.budgets().forEach(budget -> years.add(budget.year()));
        years.add(shown);
        years.add(today.day().getYear());
        years.add(years.last() + 1);
        return List.copyOf(years);
    }
}
