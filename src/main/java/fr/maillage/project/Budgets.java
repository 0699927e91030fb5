package fr.maillage.project;

import fr.maillage.community.CommunityView;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the forecast budgets of a projet de santé. */
@Service
public class Budgets {

    private final JdbcClient db;
    private final Projects projects;
    private final Traces traces;

    Budgets(JdbcClient db, Projects projects, Traces traces) {
        this.db = db;
        this.projects = projects;
        this.traces = traces;
    }

    /** Opens the budget of a year; one already open stays as it is. */
    @Transactional
    public void open(CommunityView view, int year) {
        if (openYear(view, year)) {
            trace(view, "budget.opened", "Budget " + year + " ouvert.");
        }
    }

    /** Adds a line, opening the year if needed; the same id sent twice adds one. */
    @Transactional
    public void add(CommunityView view, int year, UUID id, Budget.LineFacts facts) {
        openYear(view, year);
        var added = db.sql("""
                        insert into project.budget_line
                            (id, community_id, year, account, label, allocation, amount, changed_at, changed_by)
                        values (:id, :community, :year, :account, :label, :allocation, :amount, :at, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("community", view.id().value())
                .param("year", year)
                .param("account", facts.account())
                .param("label", facts.label())
                .param("allocation", facts.allocation())
                .param("amount", facts.amount())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
        if (added == 1) {
            trace(view, "budget.line.added", "Budget " + year + ", ligne ajoutée : " + sentence(facts));
        }
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving change(CommunityView view, int year, UUID id, int version, Budget.LineFacts facts) {
        traces.queue(view);
        var before = line(view, year, id);
        if (facts(before).equals(facts)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        db.sql("""
                        update project.budget_line
                        set account = :account, label = :label, allocation = :allocation, amount = :amount,
                            version = version + 1, changed_at = :at, changed_by = :by
                        where community_id = :community and year = :year and id = :id
                        """)
                .param("account", facts.account())
                .param("label", facts.label())
                .param("allocation", facts.allocation())
                .param("amount", facts.amount())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("year", year)
                .param("id", id)
                .update();
        trace(view, "budget.line.changed", "Budget " + year + ", ligne modifiée : " + sentence(facts));
        return Saving.DONE;
    }

    /** Takes a line away; one already taken away is gone. */
    @Transactional
    public void remove(CommunityView view, int year, UUID id) {
        db.sql("""
                        delete from project.budget_line where community_id = ? and year = ? and id = ?
                        returning account, label, allocation, amount
                        """)
                .params(view.id().value(), year, id)
                .query(Budget.LineFacts.class)
                .optional()
                .ifPresent(removed -> trace(
                        view, "budget.line.removed", "Budget " + year + ", ligne retirée : " + sentence(removed)));
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

    /** @throws NotFound when the budget has no such line */
    public Budget.Line line(CommunityView view, int year, UUID id) {
        return projects.of(view.id())
                .budget(year)
                .flatMap(budget -> budget.lines().stream()
                        .filter(line -> line.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> new NotFound("budget line " + id));
    }

    private boolean openYear(CommunityView view, int year) {
        return db.sql("""
                                insert into project.budget (community_id, year, changed_at, changed_by)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                view.id().value(),
                                year,
                                traces.now(),
                                view.actor().name())
                        .update()
                == 1;
    }

    private static Budget.LineFacts facts(Budget.Line line) {
        return new Budget.LineFacts(line.account(), line.label(), line.allocation(), line.amount());
    }

    private static String sentence(Budget.LineFacts facts) {
        var form = BudgetAccounts.line(facts.account())
                .map(BudgetAccounts.Line::label)
                .orElse(facts.account());
        return form + ", " + French.number(facts.amount()) + " €.";
    }

    private void trace(CommunityView view, String action, String sentence) {
        traces.leave(view, Part.BUDGET, action, sentence);
    }
}
