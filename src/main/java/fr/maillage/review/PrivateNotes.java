package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What institutions write to one another about a review. Only pages of institutions may read it. */
@Service
public class PrivateNotes {

    private final JdbcClient db;
    private final Today today;

    PrivateNotes(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    public record Note(String institution, String author, Instant at, String text) {}

    /** Oldest first. */
    List<Note> of(YearlyReview review) {
        return db.sql("""
                        select n.*, i.name from review.note n join access.institution i on i.id = n.institution_id
                        where n.review_id = ? order by n.written_at, n.id
                        """)
                .param(review.id())
                .query((rs, _) -> new Note(
                        rs.getString("name"),
                        rs.getString("author"),
                        rs.getTimestamp("written_at").toInstant(),
                        rs.getString("note")))
                .list();
    }

    /** Adds a note; the same form sent twice adds one. */
    @Transactional
    void add(InstitutionView view, YearlyReview review, UUID id, String text) {
        db.sql("""
                        insert into review.note (id, review_id, institution_id, author, written_at, note)
                        values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .params(
                        id,
                        review.id(),
                        view.institution().id().value(),
                        view.actor().name(),
                        Timestamp.from(today.instant()),
                        text)
                .update();
    }
}
