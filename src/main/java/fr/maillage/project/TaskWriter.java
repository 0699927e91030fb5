package fr.maillage.project;

import fr.maillage.community.CommunityView;
import java.sql.Types;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the tasks of an action, in the transaction of its service. */
@Component
class TaskWriter {

    private final JdbcClient db;
    private final Traces traces;

    TaskWriter(JdbcClient db, Traces traces) {
        this.db = db;
        this.traces = traces;
    }

    /** @return false when it was already there */
    boolean add(CommunityView view, ActionId action, UUID id, Task.Facts facts) {
        return bind(db.sql("""
                                insert into project.task (id, community_id, action_id, title, owner_id, owner_words,
                                    due_on, state, rank, added_at, changed_at, changed_by)
                                values (:id, :community, :action, :title, :owner, :words, :due, :state,
                                    (select coalesce(max(rank), 0) + 1 from project.task where action_id = :action),
                                    :at, :at, :by)
                                on conflict (id) do nothing
                                """), view, id, facts)
                        .param("action", action.value())
                        .update()
                == 1;
    }

    void change(CommunityView view, UUID id, Task.Facts facts) {
        bind(db.sql("""
                                update project.task
                                set title = :title, owner_id = :owner, owner_words = :words, due_on = :due,
                                    state = :state, version = version + 1, changed_at = :at, changed_by = :by
                                where community_id = :community and id = :id
                                """), view, id, facts).update();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, CommunityView view, UUID id, Task.Facts facts) {
        return sql.param("id", id)
                .param("community", view.id().value())
                .param("title", facts.title())
                .param("owner", facts.owner() == null ? null : facts.owner().value(), Types.OTHER)
                .param("words", facts.ownerWords())
                .param("due", facts.dueOn(), Types.DATE)
                .param("state", facts.state().name())
                .param("at", traces.now())
                .param("by", view.actor().name());
    }
}
