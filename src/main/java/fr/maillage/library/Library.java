package fr.maillage.library;

import fr.maillage.access.Actor;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.shared.Change;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents of each CPTS. Nothing is ever deleted: a version replaces another, a document is archived. */
@Service
public class Library {

    /** A document with its current version; to be followed by a condition on {@code d}. */
    static final String SELECT = """
            select d.*, v.ordinal, v.file_name, v.added_at as file_at, v.added_by as file_by,
                c.format, c.size, c.text_state
            from library.document d
            join library.version v on v.document_id = d.id and v.ordinal = d.current
            join library.content c on c.sha256 = v.sha256
            """;

    private final JdbcClient jdbc;
    private final Received received;
    private final Journal journal;
    private final Today today;

    Library(JdbcClient jdbc, Received received, Journal journal, Today today) {
        this.jdbc = jdbc;
        this.received = received;
        this.journal = journal;
        this.today = today;
    }

    /** @throws NotFound when this CPTS has no such document, or when this person may not see it */
    public LibraryDocument find(CommunityView view, DocumentId id) {
        return find(view.id(), id)
                .filter(document -> !document.facts().type().reserved() || view.may(Right.WRITE))
                .orElseThrow(() -> new NotFound("document " + id + " of " + view.slug()));
    }

    Optional<LibraryDocument> find(CommunityId community, DocumentId id) {
        return jdbc.sql(SELECT + "where d.community_id = ? and d.id = ?")
                .params(community.value(), id.value())
                .query((rs, _) -> read(rs))
                .optional();
    }

    /** Those of a CPTS among these, for a module that has checked who asks. */
    public List<LibraryDocument> all(CommunityId community, List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where d.community_id = ? and d.id = any(?)")
                        .params(community.value(), ids.toArray(UUID[]::new))
                        .query((rs, _) -> read(rs))
                        .list();
    }

    /** Those one can choose from, by title; at most a few hundreds. */
    public List<LibraryDocument> choices(CommunityView view) {
        return jdbc.sql(SELECT + """
                        where d.community_id = :community and d.archived_at is null
                        and (:writes or not d.type = any(:reserved))
                        order by public.unaccent(lower(d.title)), d.id limit 300
                        """)
                .param("community", view.id().value())
                .param("writes", view.may(Right.WRITE))
                .param("reserved", DocumentType.reservedCodes().toArray(String[]::new))
                .query((rs, _) -> read(rs))
                .list();
    }

    /** All versions, the one that serves first. */
    public List<StoredFile> versions(LibraryDocument document) {
        return jdbc.sql("""
                        select v.ordinal, v.file_name, v.sha256, v.added_at as file_at, v.added_by as file_by,
                            c.format, c.size, c.text_state
                        from library.version v join library.content c on c.sha256 = v.sha256
                        where v.document_id = ? order by v.ordinal desc
                        """)
                .param(document.id().value())
                .query((rs, _) -> file(rs))
                .list();
    }

    /** Files a document; the same form sent twice files one. */
    @Transactional
    public Filing add(CommunityView view, DocumentId id, DocumentFacts facts, Received.File file) {
        return add(Filer.of(view), id, facts, file);
    }

    /** As {@link #add(CommunityView, DocumentId, DocumentFacts, Received.File)}. */
    @Transactional
    public Filing add(Filer filer, DocumentId id, DocumentFacts facts, Received.File file) {
        if (find(filer.community(), id).isPresent()) {
            return new Filing.Done(id);
        }
        var same = holding(filer.community(), file);
        if (same.isPresent()) {
            return new Filing.AlreadyThere(same.get());
        }
        jdbc.sql("""
                        insert into library.document (id, community_id, title, type, type_label, dated, origin, sha256,
                            added_at, added_by, changed_at, changed_by, body)
                        values (:id, :community, :title, :type, :label, :dated, :origin, :sha256, :at, :by, :at, :by,
                            (select body from library.content where sha256 = :sha256))
                        """)
                .param("id", id.value())
                .param("community", filer.community().value())
                .param("title", facts.title())
                .param("type", facts.type().code())
                .param("label", facts.type().label())
                .param("dated", Date.valueOf(facts.dated()))
                .param("origin", facts.origin())
                .param("sha256", file.sha256())
                .param("at", now())
                .param("by", filer.actor().name())
                .update();
        keepVersion(filer.actor(), id, 1, file);
        record(filer, id, "document.added", "Document ajouté : " + facts.toldToAll() + ".");
        return new Filing.Done(id);
    }

    /** Replaces the file of a document; the earlier versions stay. */
    @Transactional
    public Filing replace(CommunityView view, DocumentId id, int version, Received.File file) {
        var document = locked(view, id);
        if (document.isArchived()) {
            return new Filing.Archived();
        }
        if (document.file().sha256().equals(file.sha256())) {
            return new Filing.AlreadyThere(document);
        }
        if (document.change().version() != version) {
            return new Filing.Overtaken(document.change());
        }
        var same = holding(view.id(), file);
        if (same.isPresent()) {
            return new Filing.AlreadyThere(same.get());
        }
        int next = document.file().ordinal() + 1;
        keepVersion(view.actor(), id, next, file);
        jdbc.sql("""
                        update library.document set current = :next, sha256 = :sha256, version = version + 1,
                            body = (select body from library.content where sha256 = :sha256),
                            changed_at = :at, changed_by = :by
                        where id = :id
                        """)
                .param("next", next)
                .param("sha256", file.sha256())
                .param("at", now())
                .param("by", view.actor().name())
                .param("id", id.value())
                .update();
        record(
                view,
                id,
                "document.replaced",
                "Document remplacé, version " + next + " : " + document.facts().toldToAll() + ".");
        return new Filing.Done(id);
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Filing change(CommunityView view, DocumentId id, int version, DocumentFacts facts) {
        var before = locked(view, id);
        if (before.facts().equals(facts)) {
            return new Filing.Done(id);
        }
        if (before.change().version() != version) {
            return new Filing.Overtaken(before.change());
        }
        jdbc.sql("""
                        update library.document set title = :title, type = :type, type_label = :label, dated = :dated,
                            origin = :origin, version = version + 1, changed_at = :at, changed_by = :by
                        where id = :id
                        """)
                .param("title", facts.title())
                .param("type", facts.type().code())
                .param("label", facts.type().label())
                .param("dated", Date.valueOf(facts.dated()))
                .param("origin", facts.origin())
                .param("at", now())
                .param("by", view.actor().name())
                .param("id", id.value())
                .update();
        record(view, id, "document.changed", "Document modifié : " + facts.toldToAll() + ".");
        return new Filing.Done(id);
    }

    /** Takes a document out of the list; its uses and its versions stay. */
    @Transactional
    public void archive(CommunityView view, DocumentId id) {
        var document = locked(view, id);
        if (!document.isArchived()) {
            setArchived(view, id, now());
            record(
                    view,
                    id,
                    "document.archived",
                    "Document archivé : " + document.facts().toldToAll() + ".");
        }
    }

    /** Brings an archived document back, unless the same file was filed again meanwhile. */
    @Transactional
    public Filing restore(CommunityView view, DocumentId id) {
        var document = locked(view, id);
        if (document.isArchived()) {
            var file = document.file();
            var same = holding(
                    view.id(),
                    new Received.File(id.value(), file.fileName(), file.sha256(), file.format(), file.size()));
            if (same.isPresent()) {
                return new Filing.AlreadyThere(same.get());
            }
            setArchived(view, id, null);
            record(
                    view,
                    id,
                    "document.restored",
                    "Document remis dans la liste : " + document.facts().toldToAll() + ".");
        }
        return new Filing.Done(id);
    }

    private void setArchived(CommunityView view, DocumentId id, @Nullable Timestamp at) {
        jdbc.sql("""
                        update library.document set archived_at = :archived, version = version + 1, changed_at = :at,
                            changed_by = :by
                        where id = :id
                        """)
                .param("archived", at, java.sql.Types.TIMESTAMP)
                .param("at", now())
                .param("by", view.actor().name())
                .param("id", id.value())
                .update();
    }

    private LibraryDocument locked(CommunityView view, DocumentId id) {
        jdbc.sql("select 1 from library.document where community_id = ? and id = ? for update")
                .params(view.id().value(), id.value())
                .query(Integer.class)
                .optional();
        return find(view, id);
    }

    /** The document of this CPTS that has these bytes now. The others who file them wait for the end of this act. */
    private Optional<LibraryDocument> holding(CommunityId community, Received.File file) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext(?), hashtext(?))")
                .params(community.value().toString(), file.sha256())
                .query(Integer.class)
                .single();
        // Its text is not being written while a document takes it over.
        jdbc.sql("select 1 from library.content where sha256 = ? for share")
                .param(file.sha256())
                .query(Integer.class)
                .single();
        return jdbc.sql(SELECT + "where d.community_id = ? and d.sha256 = ? and d.archived_at is null")
                .params(community.value(), file.sha256())
                .query((rs, _) -> read(rs))
                .optional();
    }

    private void keepVersion(Actor by, DocumentId id, int ordinal, Received.File file) {
        jdbc.sql("""
                        insert into library.version (document_id, ordinal, sha256, file_name, added_at, added_by,
                            account_id)
                        values (:document, :ordinal, :sha256, :name, :at, :by, :account)
                        """)
                .param("document", id.value())
                .param("ordinal", ordinal)
                .param("sha256", file.sha256())
                .param("name", file.name())
                .param("at", now())
                .param("by", by.name())
                .param("account", by.account().value())
                .update();
        received.settle(file.id());
    }

    private void record(CommunityView view, DocumentId id, String action, String sentence) {
        record(Filer.of(view), id, action, sentence);
    }

    private void record(Filer filer, DocumentId id, String action, String sentence) {
        journal.record(Entry.of(filer.author(), Subject.of("document", id.value()), action, sentence)
                .in(filer.community().value()));
    }

    private Timestamp now() {
        return Timestamp.from(today.instant());
    }

    /** A row of {@link #SELECT}. */
    public static LibraryDocument read(ResultSet rs) throws SQLException {
        var archived = rs.getTimestamp("archived_at");
        return new LibraryDocument(
                new DocumentId(rs.getObject("id", UUID.class)),
                new CommunityId(rs.getObject("community_id", UUID.class)),
                new DocumentFacts(
                        rs.getString("title"),
                        DocumentType.ofCode(rs.getString("type")).orElseThrow(),
                        rs.getObject("dated", LocalDate.class),
                        rs.getString("origin")),
                file(rs),
                archived == null ? null : archived.toInstant(),
                new Change(
                        rs.getInt("version"), rs.getTimestamp("changed_at").toInstant(), rs.getString("changed_by")));
    }

    private static StoredFile file(ResultSet rs) throws SQLException {
        Instant at = rs.getTimestamp("file_at").toInstant();
        return new StoredFile(
                rs.getInt("ordinal"),
                rs.getString("file_name"),
                FileFormat.valueOf(rs.getString("format")),
                rs.getString("sha256"),
                rs.getLong("size"),
                TextState.valueOf(rs.getString("text_state")),
                at,
                rs.getString("file_by"));
    }
}
