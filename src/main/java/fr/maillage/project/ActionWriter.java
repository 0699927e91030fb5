package fr.maillage.project;

import fr.maillage.community.CommunityView;
import fr.maillage.community.ParticipantId;
import fr.maillage.project.ActionPart.Content;
import fr.maillage.project.ActionPart.Dates;
import fr.maillage.project.ActionPart.Means;
import fr.maillage.project.ActionPart.People;
import fr.maillage.project.ActionPart.Purpose;
import java.sql.Types;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the parts of a fiche action into their tables, in the transaction of {@link Actions}. */
@Component
class ActionWriter {

    private final JdbcClient db;
    private final Traces traces;

    ActionWriter(JdbcClient db, Traces traces) {
        this.db = db;
        this.traces = traces;
    }

    void write(CommunityView view, ActionId id, ActionPart part) {
        switch (part) {
            case Purpose purpose -> purpose(view, id, purpose);
            case Content content -> content(view, id, content);
            case People people -> people(view, id, people);
            case Dates dates -> dates(view, id, dates);
            case Means means -> means(view, id, means);
        }
    }

    /** Raises the version of a part, and tells that the fiche has changed. */
    void touch(CommunityView view, ActionId id, ActionPart.Kind part) {
        db.sql("""
                        insert into project.action_part as p (action_id, part, version, changed_at, changed_by)
                        values (:id, :part, 1, :at, :by)
                        on conflict (action_id, part) do update
                        set version = p.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("id", id.value())
                .param("part", part.name())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
        touch(view, id);
    }

    /** Tells that something in the fiche has changed. */
    void touch(CommunityView view, ActionId id) {
        on(view, id, "version = version + 1, changed_at = :at, changed_by = :by")
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
    }

    private void purpose(CommunityView view, ActionId id, Purpose purpose) {
        on(view, id, """
                        title = :title, objective_id = :objective, prs_code = :prsCode, prs_objective = :prs,
                        diagnosis = :diagnosis""")
                .param("title", purpose.title())
                .param(
                        "objective",
                        purpose.objective() == null ? null : purpose.objective().value(),
                        Types.OTHER)
                .param("prsCode", purpose.prsCode(), Types.VARCHAR)
                .param("prs", purpose.prsObjective())
                .param("diagnosis", purpose.diagnosis())
                .update();
        clear("action_coverage", id);
        purpose.coverage()
                .forEach(code -> db.sql("insert into project.action_coverage (action_id, code) values (?, ?)")
                        .params(id.value(), code)
                        .update());
        clear("action_evidence", id);
        purpose.evidence().forEach(evidence -> pair(view, "action_evidence", "evidence_id", id, evidence));
    }

    private void content(CommunityView view, ActionId id, Content content) {
        on(view, id, """
                        description = :description, beneficiaries = :beneficiaries, beneficiary_count = :count,
                        links = :links""")
                .param("description", content.description())
                .param("beneficiaries", content.beneficiaries())
                .param("count", content.beneficiaryCount(), Types.BIGINT)
                .param("links", content.links())
                .update();
        relate(view, id, content.related().stream().map(ActionId::value).collect(Collectors.toSet()));
    }

    /** The link shows on both fiches: whoever has the other one open must be told that it has changed. */
    private void relate(CommunityView view, ActionId id, Set<UUID> wanted) {
        var known =
                Set.copyOf(db.sql("""
                        delete from project.action_link where action_id = :id or other_id = :id
                        returning case when action_id = :id then other_id else action_id end
                        """).param("id", id.value()).query(UUID.class).list());
        wanted.forEach(other -> pair(view, "action_link", "other_id", id, other));
        Stream.concat(wanted.stream(), known.stream())
                .filter(other -> wanted.contains(other) != known.contains(other))
                .forEach(other -> touch(view, new ActionId(other), ActionPart.Kind.CONTENT));
    }

    private void people(CommunityView view, ActionId id, People people) {
        on(view, id, "pilot_id = :pilot, actors = :actors")
                .param("pilot", people.pilot() == null ? null : people.pilot().value(), Types.OTHER)
                .param("actors", people.actors())
                .update();
        clear("action_partner", id);
        people.partners().stream()
                .map(ParticipantId::value)
                .forEach(partner -> pair(view, "action_partner", "participant_id", id, partner));
    }

    private void dates(CommunityView view, ActionId id, Dates dates) {
        on(view, id, "starts_on = :starts, ends_on = :ends, state = :state")
                .param("starts", dates.startsOn(), Types.DATE)
                .param("ends", dates.endsOn(), Types.DATE)
                .param("state", dates.state().name())
                .update();
        clear("milestone", id);
        dates.milestones().forEach(milestone -> milestone(view, id, milestone));
    }

    private void means(CommunityView view, ActionId id, Means means) {
        on(view, id, "means = :means").param("means", means.means()).update();
        clear("action_risk", id);
        int rank = 0;
        for (var risk : means.risks()) {
            db.sql("insert into project.action_risk (action_id, rank, title, answer) values (?, ?, ?, ?)")
                    .params(id.value(), ++rank, risk.title(), risk.answer())
                    .update();
        }
    }

    /** @param action null for a step of the project as a whole */
    void milestone(CommunityView view, @Nullable ActionId action, Milestone milestone) {
        db.sql("""
                        insert into project.milestone (community_id, action_id, on_day, title)
                        values (:community, :action, :on, :title)
                        """)
                .param("community", view.id().value())
                .param("action", action == null ? null : action.value(), Types.OTHER)
                .param("on", milestone.on())
                .param("title", milestone.title())
                .update();
    }

    private JdbcClient.StatementSpec on(CommunityView view, ActionId id, String columns) {
        return db.sql("update project.action set " + columns + " where community_id = :community and id = :id")
                .param("community", view.id().value())
                .param("id", id.value());
    }

    private void clear(String table, ActionId id) {
        db.sql("delete from project." + table + " where action_id = ?")
                .param(id.value())
                .update();
    }

    private void pair(CommunityView view, String table, String column, ActionId id, UUID other) {
        db.sql("insert into project." + table + " (community_id, action_id, " + column + ") values (?, ?, ?)")
                .params(view.id().value(), id.value(), other)
                .update();
    }
}
