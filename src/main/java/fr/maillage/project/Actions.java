package fr.maillage.project;

import fr.maillage.community.CommunityView;
import fr.maillage.community.ParticipantId;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the fiches action and the calendar of a projet de santé. */
@Service
public class Actions {

    private final JdbcClient db;
    private final Projects projects;
    private final Traces traces;

    Actions(JdbcClient db, Projects projects, Traces traces) {
        this.db = db;
        this.projects = projects;
        this.traces = traces;
    }

    /** @throws NotFound when the project has no such action, or it was archived */
    public Action find(CommunityView view, int number) {
        return projects.of(view.id()).action(number).orElseThrow(() -> new NotFound("action " + number));
    }

    /**
     * Adds an action; the same id sent twice adds one.
     *
     * @return its number
     */
    @Transactional
    public int add(CommunityView view, ActionId id, ActionFacts facts) {
        traces.queue(view);
        var added = bind(db.sql("""
                                insert into project.action (id, community_id, number, title, objective_id, diagnosis,
                                    description, beneficiaries, links, pilot_id, starts_on, ends_on, state,
                                    changed_at, changed_by)
                                values (:id, :community,
                                    (select coalesce(max(number), 0) + 1 from project.action
                                     where community_id = :community),
                                    :title, :objective, :diagnosis, :description, :beneficiaries, :links, :pilot,
                                    :starts, :ends, :state, :at, :by)
                                on conflict (id) do nothing
                                """), view, id, facts).update();
        if (added == 1) {
            writeParts(view, id, facts);
            trace(view, "action.added", "Action ajoutée : " + facts.title() + ".");
        }
        return db.sql("select number from project.action where community_id = ? and id = ?")
                .params(view.id().value(), id.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("action " + id.value()));
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving change(CommunityView view, int number, int version, ActionFacts facts) {
        traces.queue(view);
        var before = find(view, number);
        if (before.facts().equals(facts)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        bind(db.sql("""
                                update project.action
                                set title = :title, objective_id = :objective, diagnosis = :diagnosis,
                                    description = :description, beneficiaries = :beneficiaries, links = :links,
                                    pilot_id = :pilot, starts_on = :starts, ends_on = :ends, state = :state,
                                    version = version + 1, changed_at = :at, changed_by = :by
                                where community_id = :community and id = :id
                                """), view, before.id(), facts).update();
        for (var table : new String[] {"action_coverage", "action_partner", "milestone", "indicator"}) {
            db.sql("delete from project." + table + " where action_id = ?")
                    .param(before.id().value())
                    .update();
        }
        writeParts(view, before.id(), facts);
        trace(view, "action.changed", "Action " + number + " modifiée : " + facts.title() + ".");
        return Saving.DONE;
    }

    /** Takes an action out of the project; {@link #restore} brings it back with its number. */
    @Transactional
    public void archive(CommunityView view, int number) {
        setArchived(view, number, true, "action.archived", "Action %d archivée : %s.");
    }

    @Transactional
    public void restore(CommunityView view, int number) {
        setArchived(view, number, false, "action.restored", "Action %d remise dans le projet : %s.");
    }

    /** Adds a key step of the project as a whole; the same step asked twice is added once. */
    @Transactional
    public void addMilestone(CommunityView view, Milestone milestone) {
        traces.queue(view);
        if (projects.of(view.id()).milestones().contains(milestone)) {
            return;
        }
        writeMilestone(view, null, milestone);
        trace(view, "milestone.added", "Étape ajoutée au calendrier : " + milestone.title() + ".");
    }

    /** Takes a key step of the project away; one already taken away is gone. */
    @Transactional
    public void removeMilestone(CommunityView view, Milestone milestone) {
        var removed = db.sql("""
                        delete from project.milestone
                        where community_id = ? and action_id is null and on_day = ? and title = ?
                        """)
                .params(view.id().value(), milestone.on(), milestone.title())
                .update();
        if (removed > 0) {
            trace(view, "milestone.removed", "Étape retirée du calendrier : " + milestone.title() + ".");
        }
    }

    private void setArchived(CommunityView view, int number, boolean archived, String action, String sentence) {
        db.sql("""
                        update project.action
                        set archived_at = case when :archived then :at::timestamptz end, version = version + 1,
                            changed_at = :at, changed_by = :by
                        where community_id = :community and number = :number and (archived_at is null) = :archived
                        returning title
                        """)
                .param("archived", archived)
                .param("at", traces.now())
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("number", number)
                .query(String.class)
                .optional()
                .ifPresent(title -> trace(view, action, sentence.formatted(number, title)));
    }

    private void writeParts(CommunityView view, ActionId id, ActionFacts facts) {
        facts.coverage()
                .forEach(code -> db.sql("insert into project.action_coverage (action_id, code) values (?, ?)")
                        .params(id.value(), code)
                        .update());
        facts.partners().stream()
                .map(ParticipantId::value)
                .forEach(partner -> db.sql("""
                                insert into project.action_partner (community_id, action_id, participant_id)
                                values (?, ?, ?)
                                """)
                        .params(view.id().value(), id.value(), partner)
                        .update());
        facts.milestones().forEach(milestone -> writeMilestone(view, id, milestone));
        int rank = 0;
        for (var indicator : facts.indicators()) {
            db.sql("""
                            insert into project.indicator
                                (action_id, rank, label, unit, baseline, target, target_on, source)
                            values (:action, :rank, :label, :unit, :baseline, :target, :targetOn, :source)
                            """)
                    .param("action", id.value())
                    .param("rank", ++rank)
                    .param("label", indicator.label())
                    .param("unit", indicator.unit())
                    .param("baseline", indicator.baseline(), Types.NUMERIC)
                    .param("target", indicator.target(), Types.NUMERIC)
                    .param("targetOn", indicator.targetOn(), Types.DATE)
                    .param("source", indicator.source())
                    .update();
        }
    }

    private void writeMilestone(CommunityView view, @Nullable ActionId action, Milestone milestone) {
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

    private JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec sql, CommunityView view, ActionId id, ActionFacts facts) {
        return sql.param("id", id.value())
                .param("community", view.id().value())
                .param("title", facts.title())
                .param(
                        "objective",
                        facts.objective() == null ? null : facts.objective().value(),
                        Types.OTHER)
                .param("diagnosis", facts.diagnosis())
                .param("description", facts.description())
                .param("beneficiaries", facts.beneficiaries())
                .param("links", facts.links())
                .param("pilot", facts.pilot() == null ? null : facts.pilot().value(), Types.OTHER)
                .param("starts", facts.startsOn(), Types.DATE)
                .param("ends", facts.endsOn(), Types.DATE)
                .param("state", facts.state().name())
                .param("at", traces.now())
                .param("by", view.actor().name());
    }

    private void trace(CommunityView view, String action, String sentence) {
        traces.leave(view, Part.ACTIONS, action, sentence);
    }
}
