package fr.maillage.project;

import fr.maillage.community.CommunityView;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the tasks of the fiches action. */
@Service
public class ActionTasks {

    private final JdbcClient db;
    private final Actions actions;
    private final ActionWriter writer;
    private final TaskWriter tasks;
    private final Traces traces;

    ActionTasks(JdbcClient db, Actions actions, ActionWriter writer, TaskWriter tasks, Traces traces) {
        this.db = db;
        this.actions = actions;
        this.writer = writer;
        this.tasks = tasks;
        this.traces = traces;
    }

    /** @throws NotFound when the action has no such task, or it was archived */
    @Transactional(readOnly = true)
    public Task find(CommunityView view, int number, UUID id) {
        return actions.find(view, number).tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("task " + id));
    }

    /** Adds a task to an action; the same id sent twice adds one. */
    @Transactional
    public void add(CommunityView view, int number, UUID id, Task.Facts facts) {
        traces.queue(view);
        var action = actions.find(view, number);
        if (tasks.add(view, action.id(), id, facts)) {
            writer.touch(view, action.id());
            trace(view, "task.added", "Tâche ajoutée à l’action " + number + " : " + facts.title() + ".");
        }
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving change(CommunityView view, int number, UUID id, int version, Task.Facts facts) {
        traces.queue(view);
        var before = find(view, number, id);
        if (before.facts().equals(facts)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        tasks.change(view, id, facts);
        writer.touch(view, actions.find(view, number).id());
        trace(
                view,
                "task.changed",
                "Tâche de l’action " + number + ", " + facts.state().label().toLowerCase(Locale.FRENCH) + " : "
                        + facts.title() + ".");
        return Saving.DONE;
    }

    /** Takes a task away; {@link #restore} brings it back. */
    @Transactional
    public void archive(CommunityView view, int number, UUID id) {
        setArchived(view, number, id, true, "task.archived", "Tâche retirée : ");
    }

    @Transactional
    public void restore(CommunityView view, int number, UUID id) {
        setArchived(view, number, id, false, "task.restored", "Tâche remise : ");
    }

    private void setArchived(
            CommunityView view, int number, UUID id, boolean archived, String action, String sentence) {
        traces.queue(view);
        var owner = actions.find(view, number).id();
        db.sql("""
                        update project.task
                        set archived_at = case when :archived then :at::timestamptz end, version = version + 1,
                            changed_at = :at, changed_by = :by
                        where community_id = :community and action_id = :action and id = :id
                          and (archived_at is null) = :archived
                        returning title
                        """)
                .param("archived", archived)
                .param("at", traces.now())
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("action", owner.value())
                .param("id", id)
                .query(String.class)
                .optional()
                .ifPresent(title -> {
                    writer.touch(view, owner);
                    trace(view, action, sentence + title + ".");
                });
    }

    private void trace(CommunityView view, String action, String sentence) {
        traces.leave(view, Part.ACTIONS, action, sentence);
    }
}
