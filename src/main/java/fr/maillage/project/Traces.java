package fr.maillage.project;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityView;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every change of the structured project leaves behind: the journal's line and the last change of its part. */
@Component
public class Traces {

    private final JdbcClient db;
    private final Journal journal;
    private final Today today;

    Traces(JdbcClient db, Journal journal, Today today) {
        this.db = db;
        this.journal = journal;
        this.today = today;
    }

    /** In the transaction of the change. */
    public void leave(CommunityView view, Part part, String action, String sentence) {
        db.sql("""
                        insert into project.part as p (community_id, part, changed_at, changed_by)
                        values (:community, :part, :at, :by)
                        on conflict (community_id, part) do update
                        set version = p.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("community", view.id().value())
                .param("part", part.name())
                .param("at", now())
                .param("by", view.actor().name())
                .update();
        journal.record(Entry.of(view.author(), Subject.of("project", view.id().value()), action, sentence)
                .in(view.id().value()));
    }

    /** Changes of one part follow one another: what is counted or ranked stays right under two people. */
    public void queue(CommunityView view) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("project " + view.id().value())
                .query(String.class)
                .single();
    }

    public Timestamp now() {
        return Timestamp.from(today.instant());
    }
}
