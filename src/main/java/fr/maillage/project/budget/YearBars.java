package fr.maillage.project.budget;

import fr.maillage.charts.Bar;
import fr.maillage.charts.ComparisonBars;
import fr.maillage.charts.Datum;
import fr.maillage.charts.Unit;
import fr.maillage.project.Budget;
import fr.maillage.project.BudgetAccounts.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The charges of each year as bars, once there are two years to compare. */
final class YearBars {

    private YearBars() {}

    static @Nullable ComparisonBars of(List<Budget> budgets) {
        return budgets.size() < 2
                ? null
                : ComparisonBars.of(
                        "Charges par année",
                        Unit.of("€", 0),
                        budgets.stream()
                                .map(budget ->
                                        Bar.of(String.valueOf(budget.year()), Datum.of(budget.total(Side.CHARGES))))
                                .toList());
    }
}
