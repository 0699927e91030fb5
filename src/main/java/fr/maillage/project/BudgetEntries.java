package fr.maillage.project;

import fr.maillage.community.CommunityView;
import fr.maillage.shared.Change;
import fr.maillage.shared.French;
import fr.maillage.shared.Saving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes many lines of a budget in one act: the entry table, a proposal taken over, a year copied, a workbook. */
@Service
public class BudgetEntries {

    private final Projects projects;
    private final BudgetLines lines;
    private final Traces traces;

    BudgetEntries(Projects projects, BudgetLines lines, Traces traces) {
        this.projects = projects;
        this.lines = lines;
        this.traces = traces;
    }

    /**
     * One line of the entry table.
     *
     * @param version of the line as the table showed it; -1 for a line it did not have
     * @param facts with an amount of zero, the line is taken away
     */
    public record Entry(UUID id, int version, Budget.LineFacts facts) {}

    /** What became of a table. */
    public sealed interface Outcome {

        record Done(int added, int changed, int removed) implements Outcome {}

        /** Nothing was written: somebody changed these lines meanwhile, or took them away. */
        record Overtaken(Map<UUID, Change> lines) implements Outcome {}
    }

    /** Writes the lines that differ from what is stored; all of them, or none when one was changed by somebody else. */
    @Transactional
    public Outcome save(CommunityView view, int year, List<Entry> entries) {
        traces.queue(view);
        var stored = projects.of(view.id()).budget(year).map(Budget::lines).orElse(List.of()).stream()
                .collect(Collectors.toMap(Budget.Line::id, Function.identity()));
        var overtaken = new LinkedHashMap<UUID, Change>();
        var add = new ArrayList<Entry>();
        var change = new ArrayList<Entry>();
        var remove = new ArrayList<Entry>();
        for (var entry : entries) {
            var line = stored.get(entry.id);
            if (line == null) {
                if (entry.facts.amount() > 0) {
                    // one taken away meanwhile is written again: its amount was just typed
                    add.add(entry);
                }
            } else if (!line.facts().equals(entry.facts)) {
                if (entry.version >= 0 && line.change().version() != entry.version) {
                    overtaken.put(entry.id, line.change());
                }
                (entry.facts.amount() > 0 ? change : remove).add(entry);
            }
        }
        if (!overtaken.isEmpty()) {
            return new Outcome.Overtaken(overtaken);
        }
        if (!add.isEmpty()) {
            lines.open(view, year);
        }
        add.forEach(entry -> lines.add(view, year, entry.id, entry.facts));
        change.forEach(entry -> lines.change(view, year, entry.id, entry.facts));
        remove.forEach(entry -> lines.remove(view, year, entry.id));
        var done = new Outcome.Done(add.size(), change.size(), remove.size());
        if (done.added + done.changed + done.removed > 0) {
            traces.leave(view, Part.BUDGET, "budget.entered", "Budget " + year + " saisi : " + words(done) + ".");
        }
        return done;
    }

    /** Copies the lines of a year into another one that has none; anything already there stops it. */
    @Transactional
    public boolean copy(CommunityView view, int from, int to) {
        traces.queue(view);
        var project = projects.of(view.id());
        var model = project.budget(from).map(Budget::lines).orElse(List.of());
        if (model.isEmpty()
                || project.budget(to).map(Budget::lines).orElse(List.of()).size() > 0) {
            return false;
        }
        lines.open(view, to);
        model.forEach(line -> lines.add(view, to, UUID.randomUUID(), line.facts()));
        traces.leave(
                view,
                Part.BUDGET,
                "budget.copied",
                "Budget " + to + " repris de " + from + " : " + French.count(model.size(), "ligne", "lignes") + ".");
        return true;
    }

    /** Adds the lines of a proposal that the team takes over, unless the same account already has the same allocation. */
    @Transactional
    public int take(CommunityView view, int year, List<Budget.LineFacts> proposed) {
        traces.queue(view);
        var budget = projects.of(view.id()).budget(year);
        var taken = proposed.stream()
                .filter(facts -> budget.map(Budget::lines).orElse(List.of()).stream()
                        .noneMatch(line -> line.account().equals(facts.account())
                                && line.allocation().equals(facts.allocation())))
                .toList();
        if (!taken.isEmpty()) {
            lines.open(view, year);
            taken.forEach(facts -> lines.add(view, year, UUID.randomUUID(), facts));
            traces.leave(
                    view,
                    Part.BUDGET,
                    "budget.proposal",
                    "Budget " + year + ", proposition reprise : " + French.count(taken.size(), "ligne", "lignes")
                            + ".");
        }
        return taken.size();
    }

    /** What {@link #replace} would do to a year. */
    public static List<BudgetDifference> differences(@Nullable Budget stored, List<Budget.LineFacts> wanted) {
        return BudgetDifference.of(stored, wanted);
    }

    /**
     * Makes the budgets of some years what a workbook says, if they are still those it was compared with.
     *
     * @param comparedWith {@link Budget#state} of all the budgets as the preview showed them
     */
    @Transactional
    public Saving replace(CommunityView view, String comparedWith, Map<Integer, List<Budget.LineFacts>> years) {
        traces.queue(view);
        var project = projects.of(view.id());
        if (!Budget.state(project.budgets()).equals(comparedWith)) {
            return new Saving.Overtaken(Objects.requireNonNull(project.changes().get(Part.BUDGET)));
        }
        years.forEach((year, wanted) -> {
            var changes = BudgetDifference.of(project.budget(year).orElse(null), wanted);
            if (changes.isEmpty()) {
                return;
            }
            lines.open(view, year);
            for (var change : changes) {
                switch (change) {
                    case BudgetDifference.Added(var facts) -> lines.add(view, year, UUID.randomUUID(), facts);
                    case BudgetDifference.Changed(var before, var facts) ->
                        lines.change(view, year, before.id(), facts);
                    case BudgetDifference.Removed(var before) -> lines.remove(view, year, before.id());
                }
            }
            traces.leave(
                    view,
                    Part.BUDGET,
                    "budget.imported",
                    "Budget " + year + " repris d’un tableur : "
                            + French.count(changes.size(), "ligne touchée", "lignes touchées") + ".");
        });
        return Saving.DONE;
    }

    /** « 3 lignes ajoutées, 1 ligne retirée ». */
    public static String words(Outcome.Done done) {
        var words = new ArrayList<String>();
        if (done.added > 0) {
            words.add(French.count(done.added, "ligne ajoutée", "lignes ajoutées"));
        }
        if (done.changed > 0) {
            words.add(French.count(done.changed, "ligne modifiée", "lignes modifiées"));
        }
        if (done.removed > 0) {
            words.add(French.count(done.removed, "ligne retirée", "lignes retirées"));
        }
        return words.isEmpty() ? "rien de changé" : String.join(", ", words);
    }
}
