package fr.maillage.project;

import fr.maillage.community.CommunityView;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the forecast budgets of a projet de santé, one line at a time; many at once: {@link BudgetEntries}. */
@Service
public class Budgets {

    private final JdbcClient db;
    private final Projects projects;
    private final BudgetLines lines;
    private final Traces traces;

    Budgets(JdbcClient db, Projects projects, BudgetLines lines, Traces traces) {
        this.db = db;
        this.projects = projects;
        this.lines = lines;
        this.traces = traces;
    }

    /** Opens the budget of a year; one already open stays as it is. */
    @Transactional
    public void open(CommunityView view, int year) {
        if (lines.open(view, year)) {
            trace(view, "budget.opened", "Budget " + year + " ouvert.");
        }
    }

    /** Adds a line, opening the year if needed; the same id sent twice adds one. */
    @Transactional
    public void add(CommunityView view, int year, UUID id, Budget.LineFacts facts) {
        traces.queue(view);
        lines.open(view, year);
        if (lines.add(view, year, id, facts)) {
            trace(view, "budget.line.added", "Budget " + year + ", ligne ajoutée : " + BudgetLines.sentence(facts));
        }
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving change(CommunityView view, int year, UUID id, int version, Budget.LineFacts facts) {
        traces.queue(view);
        var before = line(view, year, id);
        if (before.facts().equals(facts)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        lines.change(view, year, id, facts);
        trace(view, "budget.line.changed", "Budget " + year + ", ligne modifiée : " + BudgetLines.sentence(facts));
        return Saving.DONE;
    }

    /** Takes a line away; one already taken away is gone. */
    @Transactional
    public void remove(CommunityView view, int year, UUID id) {
        traces.queue(view);
        projects.of(view.id())
                .budget(year)
                .flatMap(budget -> budget.lines().stream()
                        .filter(line -> line.id().equals(id))
                        .findFirst())
                .ifPresent(line -> {
                    lines.remove(view, year, id);
                    trace(
                            view,
                            "budget.line.removed",
                            "Budget " + year + ", ligne retirée : " + BudgetLines.sentence(line.facts()));
                });
    }

    /** Brings back a line taken away since yesterday; brought back already, nothing is done. */
    @Transactional
    public void restore(CommunityView view, int year, UUID id) {
        traces.queue(view);
        if (lines.restore(view, year, id)) {
            trace(
                    view,
                    "budget.line.restored",
                    "Budget " + year + ", ligne remise : "
                            + BudgetLines.sentence(line(view, year, id).facts()));
        }
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving comment(CommunityView view, int year, int version, String comment) {
        traces.queue(view);
        var before = projects.of(view.id()).budget(year).orElseThrow(() -> new NotFound("budget " + year));
        if (before.comment().equals(comment)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        db.sql("""
                        update project.budget set comment = :comment, version = version + 1,
                            changed_at = :at, changed_by = :by
                        where community_id = :community and year = :year
                        """)
                .param("comment", comment)
                .param("at", traces.now())
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("year", year)
                .update();
        trace(view, "budget.comment", "Commentaire du budget " + year + " modifié.");
        return Saving.DONE;
    }

    /**
     * Writes the small budget of the pré-projet.
     *
     * @param facts its change holds the version the form was filled from, -1 for the first writing
     */
    @Transactional
    public Saving savePreProject(CommunityView view, PreProjectBudget facts) {
        traces.queue(view);
        var before = projects.of(view.id()).preProject();
        int stored = before == null ? -1 : before.change().version();
        if (before != null && same(before, facts)) {
            return Saving.DONE;
        }
        if (before != null && stored != facts.change().version()) {
            return new Saving.Overtaken(before.change());
        }
        PreProjectBudget.@Nullable Writer writer = facts.writer();
        db.sql("""
                        insert into project.pre_project_budget as b
                            (community_id, communication, meetings, writing, writer, subsidy, changed_at, changed_by)
                        values (:community, :communication, :meetings, :writing, :writer, :subsidy, :at, :by)
                        on conflict (community_id) do update
                        set communication = excluded.communication, meetings = excluded.meetings,
                            writing = excluded.writing, writer = excluded.writer, subsidy = excluded.subsidy,
                            version = b.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("community", view.id().value())
                .param("communication", facts.communication())
                .param("meetings", facts.meetings())
                .param("writing", facts.writing())
                .param("writer", writer == null ? null : writer.name())
                .param("subsidy", facts.subsidy())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
        trace(view, "budget.pre-project", "Budget du pré-projet modifié.");
        return Saving.DONE;
    }

    /** @throws NotFound when the budget has no such line */
    public Budget.Line line(CommunityView view, int year, UUID id) {
        return projects.of(view.id())
                .budget(year)
                .flatMap(budget -> budget.lines().stream()
                        .filter(line -> line.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> new NotFound("budget line " + id));
    }

    private static boolean same(PreProjectBudget one, PreProjectBudget other) {
        return new PreProjectBudget(
                        other.communication(),
                        other.meetings(),
                        other.writing(),
                        other.writer(),
                        other.subsidy(),
                        one.change())
                .equals(one);
    }

    private void trace(CommunityView view, String action, String sentence) {
        traces.leave(view, Part.BUDGET, action, sentence);
    }
}
