package fr.maillage.project;

import fr.maillage.community.CommunityView;
import fr.maillage.shared.French;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the budgets, within the transaction of whoever changes them. */
@Component
class BudgetLines {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final String COLUMNS =
            "id, community_id, year, account, label, allocation, action_id, nature, funder, comment, amount";

    private final JdbcClient db;
    private final Traces traces;

    BudgetLines(JdbcClient db, Traces traces) {
        this.db = db;
        this.traces = traces;
    }

    /** Whether the year had no budget yet. */
    boolean open(CommunityView view, int year) {
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

    /** Whether a line was added; the same id adds one line. */
    boolean add(CommunityView view, int year, UUID id, Budget.LineFacts facts) {
        return db.sql("""
                                insert into project.budget_line (id, community_id, year, account, label, allocation,
                                    action_id, nature, funder, comment, amount, changed_at, changed_by)
                                values (:id, :community, :year, :account, :label, :allocation,
                                    :action, :nature, :funder, :comment, :amount, :at, :by)
                                on conflict (id) do nothing
                                """).params(parameters(view, year, id, facts)).update() == 1;
    }

    void change(CommunityView view, int year, UUID id, Budget.LineFacts facts) {
        db.sql("""
                        update project.budget_line
                        set account = :account, label = :label, allocation = :allocation, action_id = :action,
                            nature = :nature, funder = :funder, comment = :comment, amount = :amount,
                            version = version + 1, changed_at = :at, changed_by = :by
                        where community_id = :community and year = :year and id = :id
                        """).params(parameters(view, year, id, facts)).update();
    }

    /** Takes a line away; it can be brought back for a day. */
    void remove(CommunityView view, int year, UUID id) {
        db.sql("delete from project.removed_budget_line where community_id = ? and removed_at < ?")
                .params(
                        view.id().value(),
                        Timestamp.from(traces.now().toInstant().minus(REMEMBERED)))
                .update();
        db.sql("""
                        with gone as (delete from project.budget_line
                            where community_id = :community and year = :year and id = :id returning *)
                        insert into project.removed_budget_line
                        select %s, :at from gone
                        on conflict (id) do update set year = excluded.year, account = excluded.account,
                            label = excluded.label, allocation = excluded.allocation, action_id = excluded.action_id,
                            nature = excluded.nature, funder = excluded.funder, comment = excluded.comment,
                            amount = excluded.amount, removed_at = excluded.removed_at
                        """.formatted(COLUMNS))
                .param("community", view.id().value())
                .param("year", year)
                .param("id", id)
                .param("at", traces.now())
                .update();
    }

    /** Brings a line back as it was; whether there was one to bring back. */
    boolean restore(CommunityView view, int year, UUID id) {
        return db.sql("""
                                with back as (delete from project.removed_budget_line
                                    where community_id = :community and year = :year and id = :id returning *)
                                insert into project.budget_line (%1$s, changed_at, changed_by)
                                select %1$s, :at, :by from back
                                on conflict (id) do nothing
                                """.formatted(COLUMNS))
                        .param("community", view.id().value())
                        .param("year", year)
                        .param("id", id)
                        .param("at", traces.now())
                        .param("by", view.actor().name())
                        .update()
                == 1;
    }

    /** « Rémunération des personnels, 36 000 €. » */
    static String sentence(Budget.LineFacts facts) {
        var form = BudgetAccounts.line(facts.account())
                .map(BudgetAccounts.Line::label)
                .orElse(facts.account());
        return form + ", " + French.number(facts.amount()) + " €.";
    }

    private Map<String, @Nullable Object> parameters(CommunityView view, int year, UUID id, Budget.LineFacts facts) {
        var action = facts.action();
        var nature = facts.nature();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("id", id);
        parameters.put("community", view.id().value());
        parameters.put("year", year);
        parameters.put("account", facts.account());
        parameters.put("label", facts.label());
        parameters.put("allocation", facts.allocation());
        parameters.put("action", action == null ? null : action.value());
        parameters.put("nature", nature == null ? null : nature.name());
        parameters.put("funder", facts.funder());
        parameters.put("comment", facts.comment());
        parameters.put("amount", facts.amount());
        parameters.put("at", traces.now());
        parameters.put("by", view.actor().name());
        return parameters;
    }
}
