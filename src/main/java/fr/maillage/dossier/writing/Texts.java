package fr.maillage.dossier.writing;

import fr.maillage.access.AccountId;
import fr.maillage.access.Actor;
import fr.maillage.community.CommunityId;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts of a dossier: saving never overwrites what its author has not seen, and every text stays in the history. */
@Service
public class Texts {

    /** Signs; also a check of the database. */
    public static final int LONGEST = 100_000;

    /** Savings of one person within this time make one line of the history. */
    private static final Duration ONE_SITTING = Duration.ofMinutes(15);

    /** Signs: shorter removals are corrections of the same sitting. */
    private static final int A_FEW_WORDS = 20;

    private final JdbcClient db;
    private final Today today;

    Texts(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    /** A posted text as it is stored: one kind of line end, composed accents, no invisible sign. */
    public static String clean(String posted) {
        return PlainMarkdown.clean(posted);
    }

    /** The texts of a dossier by key; a text never written is absent. */
    public Map<String, SectionText> of(DossierId dossier) {
        return db
                .sql("select * from dossier.narrative where dossier_id = ?")
                .param(dossier.value())
                .query(Texts::text)
                .list()
                .stream()
                .collect(Collectors.toMap(SectionText::key, Function.identity()));
    }

    /** A text and the dossier it was written in. */
    public record Found(SectionText text, Origin from) {}

    public record Origin(DossierId id, DossierKind kind, String trame) {}

    /**
     * The texts of a CPTS over all its dossiers, one by key, without the blank ones: that of the dossier of a kind when it
     * has one, else the most recent.
     *
     * @param first the kind that goes before the others, or null
     */
    public Map<String, Found> ofCommunity(CommunityId community, @Nullable DossierKind first) {
        return newest(written(community).stream()
                .sorted(Comparator.comparing(found -> found.from().kind() != first))
                .toList());
    }

    /** The most recent text of each key in the other dossiers of the CPTS, without the blank ones. */
    public Map<String, Found> elsewhere(CommunityId community, DossierId but) {
        return newest(written(community).stream()
                .filter(found -> !found.from().id().equals(but))
                .toList());
    }

    private static Map<String, Found> newest(List<Found> ordered) {
        var found = new HashMap<String, Found>();
        ordered.forEach(candidate -> found.putIfAbsent(candidate.text().key(), candidate));
        return found;
    }

    /** Every text of the CPTS that is not blank, the most recent first. */
    private List<Found> written(CommunityId community) {
        return db
                .sql("""
                        select n.*, d.kind, d.trame from dossier.narrative n
                        join dossier.dossier d on d.id = n.dossier_id
                        where d.community_id = ? and n.text <> '' order by n.saved_at desc, n.dossier_id
                        """)
                .param(community.value())
                .query((row, n) -> new Found(
                        text(row, n),
                        new Origin(
                                new DossierId(row.getObject("dossier_id", UUID.class)),
                                DossierKind.valueOf(row.getString("kind")),
                                row.getString("trame"))))
                .list()
                .stream()
                .filter(found -> !found.text().isBlank())
                .toList();
    }

    public Optional<SectionText> find(DossierId dossier, String key) {
        return current(dossier, key, "");
    }

    /**
     * Saves a text written from a version of it.
     *
     * @param from the version the author had before their eyes, 0 for a text never written
     */
    @Transactional
    public SaveOutcome save(DossierId dossier, String key, int from, String posted, Actor author) {
        return write(dossier, key, from, posted, author, Revision.Kind.WRITTEN);
    }

    /** Adds a paragraph after whatever was saved last: nobody's words are in its way. */
    @Transactional
    public SaveOutcome append(DossierId dossier, String key, String paragraph, Actor author) {
        return amend(dossier, key, text -> Optional.of(text.isBlank() ? paragraph : text + "\n\n" + paragraph), author)
                .orElseThrow();
    }

    /**
     * Changes whatever was saved last, under its lock: no saving comes between the reading and the writing.
     *
     * @param change from the present text to the next; empty to leave it
     * @return empty when the change leaves the text as it is
     */
    @Transactional
    public Optional<SaveOutcome> amend(
            DossierId dossier, String key, Function<String, Optional<String>> change, Actor author) {
        var step = lock(dossier);
        if (!step.writable()) {
            return Optional.of(new SaveOutcome.Closed(step));
        }
        begin(dossier, key, author);
        var before = current(dossier, key, "for update").orElseThrow();
        return change.apply(before.text())
                .map(text -> write(dossier, key, before.version(), text, author, Revision.Kind.WRITTEN));
    }

    /** Puts an older text back as a new version; the present one stays in the history. */
    @Transactional
    public SaveOutcome restore(DossierId dossier, String key, int from, long revision, Actor author) {
        return write(dossier, key, from, revision(dossier, key, revision).text(), author, Revision.Kind.RESTORED);
    }

    /** The text this person must still choose about, after it met somebody else's. */
    public Optional<Revision> setAside(DossierId dossier, String key, AccountId author) {
        return db.sql("""
                        select * from dossier.revision
                        where dossier_id = ? and key = ? and author_id = ? and kind = 'SET_ASIDE' and settled_at is null
                        """)
                .params(dossier.value(), key, author.value())
                .query(Texts::revision)
                .optional();
    }

    /**
     * Ends the choice between two texts by a text of the author: theirs, or one made of both.
     *
     * @param from the version of the other's text that was shown beside; a newer one collides again
     */
    @Transactional
    public SaveOutcome keepMine(DossierId dossier, String key, int from, String text, Actor author) {
        var outcome = write(dossier, key, from, text, author, Revision.Kind.WRITTEN);
        if (outcome instanceof SaveOutcome.Saved) {
            settle(dossier, key, author);
        }
        return outcome;
    }

    /** Ends the choice between two texts: the saved one stays, the author's own stays in the history. */
    @Transactional
    public void keepTheirs(DossierId dossier, String key, Actor author) {
        settle(dossier, key, author);
    }

    /** What a text was, newest first, from a place of this order. */
    public List<Revision> history(DossierId dossier, String key, int offset, int limit) {
        return db.sql("""
                        select * from dossier.revision where dossier_id = ? and key = ?
                        order by saved_at desc, id desc offset ? limit ?
                        """)
                .params(dossier.value(), key, offset, limit)
                .query(Texts::revision)
                .list();
    }

    /** How many texts {@link #history} has. */
    int revisions(DossierId dossier, String key) {
        return db.sql("select count(*) from dossier.revision where dossier_id = ? and key = ?")
                .params(dossier.value(), key)
                .query(Integer.class)
                .single();
    }

    /** Who saved a text and when, without the text. */
    record Saving(Revision.Kind kind, Instant savedAt, AccountId author, String authorName) {}

    /** The last savings of a text, newest first: a page that only names them does not read a hundred texts. */
    List<Saving> latest(DossierId dossier, String key, int limit) {
        return db.sql("""
                        select kind, saved_at, author_id, author_name from dossier.revision
                        where dossier_id = ? and key = ? order by saved_at desc, id desc limit ?
                        """)
                .params(dossier.value(), key, limit)
                .query((rs, _) -> new Saving(
                        Revision.Kind.valueOf(rs.getString("kind")),
                        rs.getTimestamp("saved_at").toInstant(),
                        new AccountId(rs.getObject("author_id", UUID.class)),
                        rs.getString("author_name")))
                .list();
    }

    /** The text just before another in the history; empty before the first. */
    Optional<Revision> before(DossierId dossier, String key, Revision newer) {
        return db.sql("""
                        select * from dossier.revision
                        where dossier_id = ? and key = ? and (saved_at, id) < (select saved_at, id from dossier.revision
                            where id = ?)
                        order by saved_at desc, id desc limit 1
                        """)
                .params(dossier.value(), key, newer.id())
                .query(Texts::revision)
                .optional();
    }

    /** @throws NotFound when this text has no such revision */
    public Revision revision(DossierId dossier, String key, long id) {
        return db.sql("select * from dossier.revision where dossier_id = ? and key = ? and id = ?")
                .params(dossier.value(), key, id)
                .query(Texts::revision)
                .optional()
                .orElseThrow(() -> new NotFound("revision " + id));
    }

    private SaveOutcome write(
            DossierId dossier, String key, int from, String posted, Actor author, Revision.Kind kind) {
        var step = lock(dossier);
        if (!step.writable()) {
            return new SaveOutcome.Closed(step);
        }
        var text = PlainMarkdown.clean(posted);
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            return new SaveOutcome.TooLong(length);
        }
        begin(dossier, key, author);
        var before = current(dossier, key, "for update").orElseThrow();
        if (before.text().equals(text)) {
            return new SaveOutcome.Saved(before);
        }
        if (before.version() != from) {
            return new SaveOutcome.Collision(putAside(dossier, key, from, text, author), before);
        }
        var now = new SectionText(key, text, from + 1, today.instant(), author.account(), author.name());
        db.sql("""
                        update dossier.narrative
                        set text = :text, version = :version, saved_at = :at, author_id = :author, author_name = :name
                        where dossier_id = :dossier and key = :key
                        """)
                .param("text", text)
                .param("version", now.version())
                .param("at", at(now))
                .param("author", author.account().value())
                .param("name", author.name())
                .param("dossier", dossier.value())
                .param("key", key)
                .update();
        remember(dossier, now, before, kind);
        return new SaveOutcome.Saved(now);
    }

    /** A share lock: a deposit, which takes the row for itself, never freezes half a saving. */
    private Step lock(DossierId dossier) {
        return db.sql("select dossier.step_on(d, ?) as step from dossier.dossier d where d.id = ? for share")
                .params(today.day(), dossier.value())
                .query((rs, _) -> Step.valueOf(rs.getString("step")))
                .optional()
                .orElseThrow(() -> new NotFound("dossier " + dossier.value()));
    }

    /** Version 0 is an empty text, so that the first two writers meet like any other two. */
    private void begin(DossierId dossier, String key, Actor author) {
        db.sql("""
                        insert into dossier.narrative (dossier_id, key, text, version, saved_at, author_id, author_name)
                        values (?, ?, '', 0, ?, ?, ?) on conflict do nothing
                        """)
                .params(dossier.value(), key, now(), author.account().value(), author.name())
                .update();
    }

    private void remember(DossierId dossier, SectionText now, SectionText before, Revision.Kind kind) {
        if (kind == Revision.Kind.WRITTEN && !isCut(before.text(), now.text()) && continueSitting(dossier, now)) {
            return;
        }
        db.sql("""
                        insert into dossier.revision
                            (dossier_id, key, kind, version, text, began_at, saved_at, author_id, author_name)
                        values (:dossier, :key, :kind, :version, :text, :at, :at, :author, :name)
                        """)
                .param("dossier", dossier.value())
                .param("key", now.key())
                .param("kind", kind.name())
                .param("version", now.version())
                .param("text", now.text())
                .param("at", at(now))
                .param("author", now.author().value())
                .param("name", now.authorName())
                .update();
    }

    /** Whether words were taken away, or others put in their place: the text before must stay in the history by itself. */
    private static boolean isCut(String before, String after) {
        return takenAway(before, after) > A_FEW_WORDS || (after.isBlank() && !before.isBlank());
    }

    /** Signs of the one passage in which the two texts differ: quick, and never fewer than were taken away. */
    private static int takenAway(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return before.length() - start - end;
    }

    /** Extends the newest line of the history when it is the same person's, just before. */
    private boolean continueSitting(DossierId dossier, SectionText now) {
        return db.sql("""
                        update dossier.revision set version = :version, text = :text, saved_at = :at
                        where dossier_id = :dossier and key = :key and kind = 'WRITTEN'
                          and author_id = :author and version = :before and began_at > :since
                        """)
                        .param("version", now.version())
                        .param("before", now.version() - 1)
                        .param("text", now.text())
                        .param("at", at(now))
                        .param("since", at(now).minus(ONE_SITTING))
                        .param("dossier", dossier.value())
                        .param("key", now.key())
                        .param("author", now.author().value())
                        .update()
                > 0;
    }

    /** One open text by person; another of theirs, from a second window, stays in the history by itself. */
    private Revision putAside(DossierId dossier, String key, int from, String text, Actor author) {
        var open = setAside(dossier, key, author.account());
        if (open.isPresent() && isCut(open.get().text(), text)) {
            settle(dossier, key, author);
        }
        return db.sql("""
                        insert into dossier.revision
                            (dossier_id, key, kind, version, text, began_at, saved_at, author_id, author_name)
                        values (:dossier, :key, 'SET_ASIDE', :from, :text, :at, :at, :author, :name)
                        on conflict (dossier_id, key, author_id) where kind = 'SET_ASIDE' and settled_at is null
                        do update set text = excluded.text, saved_at = excluded.saved_at
                        returning *
                        """)
                .param("dossier", dossier.value())
                .param("key", key)
                .param("from", from)
                .param("text", text)
                .param("at", now())
                .param("author", author.account().value())
                .param("name", author.name())
                .query(Texts::revision)
                .single();
    }

    private void settle(DossierId dossier, String key, Actor author) {
        db.sql("""
                        update dossier.revision set settled_at = ?
                        where dossier_id = ? and key = ? and author_id = ? and kind = 'SET_ASIDE' and settled_at is null
                        """)
                .params(now(), dossier.value(), key, author.account().value())
                .update();
    }

    private Optional<SectionText> current(DossierId dossier, String key, String lock) {
        return db.sql("select * from dossier.narrative where dossier_id = ? and key = ? " + lock)
                .params(dossier.value(), key)
                .query(Texts::text)
                .optional();
    }

    private OffsetDateTime now() {
        return today.instant().atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime at(SectionText text) {
        return text.savedAt().atOffset(ZoneOffset.UTC);
    }

    private static SectionText text(ResultSet rs, int row) throws SQLException {
        return new SectionText(
                rs.getString("key"),
                rs.getString("text"),
                rs.getInt("version"),
                rs.getTimestamp("saved_at").toInstant(),
                new AccountId(rs.getObject("author_id", UUID.class)),
                rs.getString("author_name"));
    }

    private static Revision revision(ResultSet rs, int row) throws SQLException {
        return new Revision(
                rs.getLong("id"),
                Revision.Kind.valueOf(rs.getString("kind")),
                rs.getInt("version"),
                rs.getString("text"),
                rs.getTimestamp("saved_at").toInstant(),
                new AccountId(rs.getObject("author_id", UUID.class)),
                rs.getString("author_name"));
    }
}
