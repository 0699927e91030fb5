package fr.maillage.project;

import fr.maillage.community.CommunityView;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the fiches action and the calendar of a projet de santé. */
@Service
public class Actions {

    private final JdbcClient db;
    private final Projects projects;
    private final ActionWriter writer;
    private final IndicatorWriter indicators;
    private final TaskWriter tasks;
    private final Traces traces;

    Actions(
            JdbcClient db,
            Projects projects,
            ActionWriter writer,
            IndicatorWriter indicators,
            TaskWriter tasks,
            Traces traces) {
        this.db = db;
        this.projects = projects;
        this.writer = writer;
        this.indicators = indicators;
        this.tasks = tasks;
        this.traces = traces;
    }

    /** @throws NotFound when the project has no such action, or it was archived */
    public Action find(CommunityView view, int number) {
        return projects.of(view.id()).action(number).orElseThrow(() -> new NotFound("action " + number));
    }

    /** Adds an action; the same id sent twice adds one. */
    @Transactional
    public int add(CommunityView view, ActionId id, ActionFacts facts) {
        return add(view, id, facts, List.of(), null);
    }

    /**
     * Adds an action, copied from a model or not; the same id sent twice adds one.
     *
     * @param model code of the model that it was copied from, or null
     * @return its number
     */
    @Transactional
    public int add(CommunityView view, ActionId id, ActionFacts facts, List<Task.Facts> due, @Nullable String model) {
        traces.queue(view);
        var added = db.sql("""
                        insert into project.action (id, community_id, number, title, model, changed_at, changed_by)
                        values (:id, :community,
                            (select coalesce(max(number), 0) + 1 from project.action where community_id = :community),
                            :title, :model, :at, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", id.value())
                .param("community", view.id().value())
                .param("title", facts.title())
                .param("model", model, Types.VARCHAR)
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
        if (added == 1) {
            for (var kind : ActionPart.Kind.values()) {
                writer.write(view, id, facts.part(kind));
            }
            facts.indicators()
                    .forEach(indicator -> indicators.add(view, id, new IndicatorId(UUID.randomUUID()), indicator));
            due.forEach(task -> tasks.add(view, id, UUID.randomUUID(), task));
            trace(view, "action.added", "Action ajoutée : " + facts.title() + ".");
        }
        return db.sql("select number from project.action where community_id = ? and id = ?")
                .params(view.id().value(), id.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("action " + id.value()));
    }

    /**
     * Writes one part of a fiche anew.
     *
     * @param version of the part, when its form was filled
     */
    @Transactional
    public Saving change(CommunityView view, int number, int version, ActionPart part) {
        traces.queue(view);
        var before = find(view, number);
        if (before.facts().part(part.kind()).equals(part)) {
            return Saving.DONE;
        }
        if (before.change(part.kind()).version() != version) {
            return new Saving.Overtaken(before.change(part.kind()));
        }
        writer.write(view, before.id(), part);
        writer.touch(view, before.id(), part.kind());
        var title = part instanceof ActionPart.Purpose purpose
                ? purpose.title()
                : before.facts().title();
        trace(view, "action.changed", "Action " + number + " modifiée : " + title + ".");
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
        writer.milestone(view, null, milestone);
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

    private void trace(CommunityView view, String action, String sentence) {
        traces.leave(view, Part.ACTIONS, action, sentence);
    }
}
