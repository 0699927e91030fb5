package fr.maillage.dossier.writing;

import fr.maillage.access.Actor;
import fr.maillage.access.Party;
import fr.maillage.dossier.DossierId;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The remarks on the sections of a dossier. The caller has checked that the person may see the dossier. */
@Service
public class Remarks {

    /** Signs; also a check of the database. */
    public static final int LONGEST = 5_000;

    private final JdbcClient db;
    private final Today today;

    Remarks(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    /** Every remark of a dossier with its answers, oldest first. */
    public List<Remark> of(DossierId dossier) {
        var remarks = new LinkedHashMap<UUID, Remark>();
        db.sql("""
                        select r.*, a.author_name as answer_author, a.party as answer_party, a.text as answer_text,
                               a.written_at as answered_at
                        from dossier.remark r left join dossier.remark_answer a on a.remark_id = r.id
                        where r.dossier_id = ?
                        order by r.written_at, r.id, a.written_at, a.id
                        """)
                .param(dossier.value())
                .query((rs, _) -> remarks.merge(rs.getObject("id", UUID.class), read(rs), Remarks::together))
                .list();
        return List.copyOf(remarks.values());
    }

    /** @throws NotFound when this dossier has no such remark */
    Remark find(DossierId dossier, UUID id) {
        return of(dossier).stream()
                .filter(remark -> remark.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("remark " + id));
    }

    /**
     * Writes a remark; the same id sent twice writes one.
     *
     * @param id chosen when the form is shown
     * @param text not blank, at most {@link #LONGEST} signs
     * @return false when this remark was written already
     */
    @Transactional
    public boolean write(DossierId dossier, UUID id, String section, String text, Actor author, Party party) {
        return db.sql("""
                        insert into dossier.remark
                            (id, dossier_id, section_key, author_id, author_name, party, text, written_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                        .params(
                                id,
                                dossier.value(),
                                section,
                                author.account().value(),
                                author.name(),
                                party.name(),
                                PlainMarkdown.clean(text),
                                now())
                        .update()
                > 0;
    }

    /** Says which institution a remark just written is of, and by when it awaits an answer. */
    @Transactional
    public void from(UUID remark, UUID institution, @Nullable LocalDate dueOn) {
        db.sql("update dossier.remark set institution_id = :institution, due_on = :due where id = :id")
                .param("institution", institution)
                .param("due", dueOn, Types.DATE)
                .param("id", remark)
                .update();
    }

    /**
     * Answers a remark; the same id sent twice answers once.
     *
     * @return false when this answer was given already
     */
    @Transactional
    public boolean answer(DossierId dossier, UUID remark, UUID id, String text, Actor author, Party party) {
        require(dossier, remark);
        return db.sql("""
                        insert into dossier.remark_answer
                            (id, remark_id, author_id, author_name, party, text, written_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                        .params(
                                id,
                                remark,
                                author.account().value(),
                                author.name(),
                                party.name(),
                                PlainMarkdown.clean(text),
                                now())
                        .update()
                > 0;
    }

    /** Whether an answer of this id was given already. */
    @Transactional(readOnly = true)
    public boolean isAnswer(UUID id) {
        return db.sql("select count(*) from dossier.remark_answer where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Marks a remark settled, or open again. */
    @Transactional
    public void setResolved(DossierId dossier, UUID remark, boolean resolved, Actor by) {
        require(dossier, remark);
        db.sql("""
                        update dossier.remark
                        set resolved_at = case when :resolved then coalesce(resolved_at, :now) end,
                            resolved_by = case when :resolved then coalesce(resolved_by, :by) end
                        where id = :id
                        """)
                .param("resolved", resolved)
                .param("now", now())
                .param("by", by.name())
                .param("id", remark)
                .update();
    }

    private void require(DossierId dossier, UUID remark) {
        if (db.sql("select id from dossier.remark where id = ? and dossier_id = ?")
                .params(remark, dossier.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFound("remark " + remark);
        }
    }

    private OffsetDateTime now() {
        return today.instant().atOffset(ZoneOffset.UTC);
    }

    private static Remark together(Remark one, Remark more) {
        var answers = new ArrayList<>(one.answers());
        answers.addAll(more.answers());
        return with(one, answers);
    }

    private static Remark with(Remark remark, List<Remark.Answer> answers) {
        return new Remark(
                remark.id(),
                remark.section(),
                remark.author(),
                remark.party(),
                remark.text(),
                remark.writtenAt(),
                answers,
                remark.resolvedAt(),
                remark.resolvedBy(),
                remark.institution(),
                remark.dueOn());
    }

    private static Remark read(ResultSet rs) throws SQLException {
        return new Remark(
                rs.getObject("id", UUID.class),
                rs.getString("section_key"),
                rs.getString("author_name"),
                Party.valueOf(rs.getString("party")),
                rs.getString("text"),
                rs.getTimestamp("written_at").toInstant(),
                answer(rs),
                instant(rs, "resolved_at"),
                rs.getString("resolved_by"),
                rs.getObject("institution_id", UUID.class),
                rs.getObject("due_on", LocalDate.class));
    }

    private static List<Remark.Answer> answer(ResultSet rs) throws SQLException {
        var at = instant(rs, "answered_at");
        return at == null
                ? List.of()
                : List.of(new Remark.Answer(
                        rs.getString("answer_author"),
                        Party.valueOf(rs.getString("answer_party")),
                        rs.getString("answer_text"),
                        at));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var timestamp = rs.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
