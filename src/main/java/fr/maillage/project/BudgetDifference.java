package fr.maillage.project;

import fr.maillage.project.Budget.Line;
import fr.maillage.project.Budget.LineFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** One step from a stored budget to a wanted one. A line keeps its identity as long as it can be recognised. */
public sealed interface BudgetDifference {

    record Added(LineFacts facts) implements BudgetDifference {}

    record Changed(Line before, LineFacts facts) implements BudgetDifference {}

    record Removed(Line before) implements BudgetDifference {}

    /**
     * Nothing for a line that stays as it is. A wanted line is first the stored one that says exactly the same, then one
     * of the same account, allocation and words, then one of the same account and allocation.
     */
    static List<BudgetDifference> of(@Nullable Budget stored, List<LineFacts> wanted) {
        var left = new ArrayList<Line>(stored == null ? List.of() : stored.lines());
        var missing = new ArrayList<LineFacts>(wanted);
        var differences = new ArrayList<BudgetDifference>();
        BiPredicate<Line, LineFacts> place = (line, facts) ->
                line.account().equals(facts.account()) && line.allocation().equals(facts.allocation());
        pair(left, missing, differences, (line, facts) -> line.facts().equals(facts));
        pair(left, missing, differences, place.and((line, facts) -> line.label().equals(facts.label())));
        pair(left, missing, differences, place);
        missing.forEach(facts -> differences.add(new Added(facts)));
        left.forEach(line -> differences.add(new Removed(line)));
        return differences;
    }

    /** Takes out of both lists what goes together. */
    private static void pair(
            List<Line> left,
            List<LineFacts> missing,
            List<BudgetDifference> differences,
            BiPredicate<Line, LineFacts> together) {
        missing.removeIf(facts -> {
            var like = left.stream().filter(line -> together.test(line, facts)).findFirst();
            like.ifPresent(line -> {
                left.remove(line);
                if (!line.facts().equals(facts)) {
                    differences.add(new Changed(line, facts));
                }
            });
            return like.isPresent();
        });
    }
}
