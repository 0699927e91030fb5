package fr.maillage.project.budget;

import fr.maillage.community.CommunityView;
import fr.maillage.project.BudgetEntries;
import fr.maillage.project.Projects;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Workbooks that somebody sent, kept as they are until they are confirmed; forgotten after a day. */
@Service
class BudgetUploads {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final Projects projects;
    private final BudgetEntries entries;
    private final Today today;

    BudgetUploads(JdbcClient db, Projects projects, BudgetEntries entries, Today today) {
        this.db = db;
        this.projects = projects;
        this.entries = entries;
        this.today = today;
    }

    /** What became of a confirmation. */
    sealed interface Confirmed {

        /** The budgets are those of the file; also when it was confirmed before. */
        record Done() implements Confirmed {}

        /** Somebody changed the budgets since the preview: it is to be looked at again. */
        record Overtaken(String by) implements Confirmed {}

        /** The file no longer holds whole: the project has changed since, an action for instance. */
        record Faulty() implements Confirmed {}
    }

    @Transactional
    UUID keep(CommunityView view, byte[] file) {
        var now = today.instant();
        db.sql("delete from project.budget_upload where community_id = ? and sent_at < ?")
                .params(view.id().value(), Timestamp.from(now.minus(KEPT)))
                .update();
        var id = UUID.randomUUID();
        db.sql("insert into project.budget_upload (id, community_id, file, sent_at, sent_by) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        view.id().value(),
                        file,
                        Timestamp.from(now),
                        view.actor().name())
                .update();
        return id;
    }

    /** @throws NotFound when it was forgotten, or belongs to others */
    byte[] file(CommunityView view, UUID id) {
        return db.sql("select file from project.budget_upload where community_id = ? and id = ?")
                .params(view.id().value(), id)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new NotFound("budget upload " + id));
    }

    /** @param seen {@link fr.maillage.project.Budget#state} of the budgets that the preview compared the file with */
    @Transactional
    Confirmed confirm(CommunityView view, UUID id, String seen) {
        var applied = db.sql("""
                        select applied_at is not null from project.budget_upload
                        where community_id = ? and id = ? for update
                        """)
                .params(view.id().value(), id)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotFound("budget upload " + id));
        if (applied) {
            return new Confirmed.Done();
        }
        if (!(BudgetSheetReader.read(file(view, id), projects.of(view.id())) instanceof BudgetUpload.Read read)
                || !read.faults().isEmpty()) {
            return new Confirmed.Faulty();
        }
        if (entries.replace(view, seen, BudgetSheetReader.facts(read)) instanceof Saving.Overtaken(var other)) {
            return new Confirmed.Overtaken(other.by());
        }
        db.sql("update project.budget_upload set applied_at = ? where id = ?")
                .params(Timestamp.from(today.instant()), id)
                .update();
        return new Confirmed.Done();
    }
}
