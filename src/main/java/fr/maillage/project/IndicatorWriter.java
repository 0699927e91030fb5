package fr.maillage.project;

import fr.maillage.community.CommunityView;
import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what is said of an indicator, in the transaction of its service. */
@Component
class IndicatorWriter {

    private final JdbcClient db;
    private final Traces traces;

    IndicatorWriter(JdbcClient db, Traces traces) {
        this.db = db;
        this.traces = traces;
    }

    /**
     * Adds an indicator after the others of its action.
     *
     * @return false when it was already there
     */
    boolean add(CommunityView view, ActionId action, IndicatorId id, Indicator facts) {
        var added = bind(db.sql("""
                                insert into project.indicator (id, community_id, action_id, rank, label, kind, nature,
                                    unit, baseline, baseline_words, baseline_on, target, target_words, target_on,
                                    source, proof, changed_at, changed_by)
                                values (:id, :community, :action,
                                    (select coalesce(max(rank), 0) + 1 from project.indicator where action_id = :action),
                                    :label, :kind, :nature, :unit, :baseline, :baselineWords, :baselineOn, :target,
                                    :targetWords, :targetOn, :source, :proof, :at, :by)
                                on conflict (id) do nothing
                                """), view, id, facts)
                .param("action", action.value())
                .update();
        if (added == 1) {
            targets(id, facts);
        }
        return added == 1;
    }

    void change(CommunityView view, IndicatorId id, Indicator facts) {
        bind(db.sql("""
                                update project.indicator
                                set label = :label, kind = :kind, nature = :nature, unit = :unit, baseline = :baseline,
                                    baseline_words = :baselineWords, baseline_on = :baselineOn, target = :target,
                                    target_words = :targetWords, target_on = :targetOn, source = :source,
                                    proof = :proof, version = version + 1, changed_at = :at, changed_by = :by
                                where community_id = :community and id = :id
                                """), view, id, facts).update();
        db.sql("delete from project.indicator_target where indicator_id = ?")
                .param(id.value())
                .update();
        targets(id, facts);
    }

    private void targets(IndicatorId id, Indicator facts) {
        facts.yearly()
                .forEach(target -> db.sql("""
                                insert into project.indicator_target (indicator_id, year, value, words)
                                values (:id, :year, :value, :words)
                                """)
                        .param("id", id.value())
                        .param("year", target.year())
                        .param("value", target.amount().number(), Types.NUMERIC)
                        .param("words", target.amount().words())
                        .update());
    }

    private JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec sql, CommunityView view, IndicatorId id, Indicator facts) {
        return sql.param("id", id.value())
                .param("community", view.id().value())
                .param("label", facts.label())
                .param("kind", facts.kind() == null ? null : facts.kind().name(), Types.VARCHAR)
                .param("nature", facts.nature().name())
                .param("unit", facts.unit())
                .param("baseline", facts.baselineAmount().number(), Types.NUMERIC)
                .param("baselineWords", facts.baselineAmount().words())
                .param("baselineOn", facts.baselineOn(), Types.DATE)
                .param("target", facts.targetAmount().number(), Types.NUMERIC)
                .param("targetWords", facts.targetAmount().words())
                .param("targetOn", facts.targetOn(), Types.DATE)
                .param("source", facts.source())
                .param("proof", facts.proof())
                .param("at", traces.now())
                .param("by", view.actor().name());
    }
}
