package fr.maillage.project.budget;

import fr.maillage.project.Budget;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.BudgetDifference;
import fr.maillage.project.BudgetEntries;
import fr.maillage.project.BudgetFlag;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.budget.BudgetUpload.Taken;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A year of a workbook beside what is stored, for a person to read before it is taken.
 *
 * @param wanted the budget as it would be
 * @param lines every line of the file, with what it would do
 * @param removed stored lines that the file does not have
 */
public record UploadedYear(
        Budget wanted, List<Line> lines, List<Budget.Line> removed, List<BudgetFlag> flags, int changes) {

    /**
     * @param number as the spreadsheet shows it
     * @param before the amount stored until now; null for a line that is new
     */
    public record Line(
            int number, LineFacts facts, @Nullable Long before, boolean changed) {}

    static UploadedYear of(int year, List<Taken> taken, StructuredProject project) {
        var stored = project.budget(year).orElse(null);
        var wanted = taken.stream().map(Taken::facts).toList();
        var differences = BudgetEntries.differences(stored, wanted);
        var future = new Budget(
                year,
                "",
                wanted.stream()
                        .map(facts -> new Budget.Line(
                                UUID.randomUUID(), facts, Budget.empty(year).change()))
                        .toList(),
                Budget.empty(year).change());
        return new UploadedYear(
                future,
                taken.stream().map(line -> line(line, differences)).toList(),
                differences.stream()
                        .filter(BudgetDifference.Removed.class::isInstance)
                        .map(difference -> ((BudgetDifference.Removed) difference).before())
                        .toList(),
                BudgetFlag.of(future),
                differences.size());
    }

    private static Line line(Taken taken, List<BudgetDifference> differences) {
        for (var difference : differences) {
            if (difference instanceof BudgetDifference.Added(var facts) && facts == taken.facts()) {
                return new Line(taken.line(), facts, null, true);
            }
            if (difference instanceof BudgetDifference.Changed(var before, var facts) && facts == taken.facts()) {
                return new Line(taken.line(), facts, before.amount(), true);
            }
        }
        return new Line(taken.line(), taken.facts(), taken.facts().amount(), false);
    }
}
