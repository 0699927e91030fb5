package fr.maillage.dossier.suggestions;

import fr.maillage.access.AccountId;
import fr.maillage.access.Actor;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.suggestions.Suggestion.State;
import fr.maillage.dossier.writing.SaveOutcome;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The changes proposed to the texts of a dossier. Accepting one replaces exactly the words its author had before their
 * eyes, under the lock of the text: where they have changed, nothing is written and people decide.
 */
@Service
public class Suggestions {

    /** Signs of the reason; also a check of the database. */
    static final int LONGEST_REASON = 1_000;

    private final JdbcClient db;
    private final Texts texts;
    private final Journal journal;
    private final Today today;

    Suggestions(JdbcClient db, Texts texts, Journal journal, Today today) {
        this.db = db;
        this.texts = texts;
        this.journal = journal;
        this.today = today;
    }

    /** The proposals about a text: those to decide first, oldest first, then the decided ones, newest first. */
    public List<Suggestion> of(DossierId dossier, String key) {
        return db.sql("""
                        select * from dossier.suggestion where dossier_id = ? and key = ?
                        order by state <> 'OPEN', decided_at desc, made_at, ordinal
                        """).params(dossier.value(), key).query(Suggestions::read).list();
    }

    /** How many wait for a decision about a text. */
    public int open(DossierId dossier, String key) {
        return db.sql("select count(*) from dossier.suggestion where dossier_id = ? and key = ? and state = 'OPEN'")
                .params(dossier.value(), key)
                .query(Integer.class)
                .single();
    }

    /** The same, by the key of each text that has some. */
    public Map<String, Integer> open(DossierId dossier) {
        var open = new TreeMap<String, Integer>();
        db.sql("""
                        select key, count(*) as count from dossier.suggestion where dossier_id = ? and state = 'OPEN'
                        group by key
                        """).param(dossier.value()).query(row -> {
            open.put(row.getString("key"), row.getInt("count"));
        });
        return open;
    }

    /**
     * Proposes the changes that lead from a text to another, each by itself; the same form sent twice proposes once.
     *
     * @param form chosen when the form was shown
     * @param base the text the author started from
     * @return how many changes there are
     */
    @Transactional
    public int propose(
            CommunityView view, DossierId dossier, UUID form, String key, String base, String text, String reason) {
        var passages = Passage.between(base, text);
        int ordinal = 0;
        boolean first = false;
        for (var passage : passages) {
            first |= insert(view.actor(), dossier, part(form, ordinal), ordinal, key, passage, reason);
            ordinal++;
        }
        if (first) {
            tell(view, dossier, "suggestion-made", "Modification proposée dans un texte.");
        }
        return passages.size();
    }

    /** Puts the words into the text, as a version of whoever accepts. */
    @Transactional
    public SuggestionOutcome accept(CommunityView view, DossierId dossier, String key, UUID id) {
        var suggestion = lock(dossier, key, id);
        if (!suggestion.isOpen()) {
            return already(suggestion);
        }
        var outcome = texts.amend(
                dossier,
                key,
                text -> suggestion.passage().in(text) instanceof Passage.Applied.To(var changed)
                        ? Optional.of(changed)
                        : Optional.empty(),
                view.actor());
        if (outcome.isEmpty()) {
            return new SuggestionOutcome.Moved();
        }
        return switch (outcome.get()) {
            case SaveOutcome.Saved _ -> decide(view, dossier, suggestion, State.ACCEPTED, "Modification acceptée");
            case SaveOutcome.Collision _ -> new SuggestionOutcome.Moved();
            case SaveOutcome.TooLong(int length) -> new SuggestionOutcome.TooLong(length);
            case SaveOutcome.Closed(var step) -> new SuggestionOutcome.Closed(step);
        };
    }

    /** Leaves the text as it is; the author of a proposal withdraws it. */
    @Transactional
    public SuggestionOutcome refuse(CommunityView view, DossierId dossier, String key, UUID id) {
        var suggestion = lock(dossier, key, id);
        if (!suggestion.isOpen()) {
            return already(suggestion);
        }
        boolean own = suggestion.author().equals(view.actor().account());
        return decide(
                view,
                dossier,
                suggestion,
                own ? State.WITHDRAWN : State.REFUSED,
                own ? "Modification retirée par son auteur" : "Modification refusée");
    }

    private SuggestionOutcome decide(
            CommunityView view, DossierId dossier, Suggestion suggestion, State state, String sentence) {
        db.sql("""
                        update dossier.suggestion
                        set state = :state, decided_at = :at, decided_by = :by, decider_name = :name where id = :id
                        """)
                .param("state", state.name())
                .param("at", now())
                .param("by", view.actor().account().value())
                .param("name", view.actor().name())
                .param("id", suggestion.id())
                .update();
        var proposed = state == State.WITHDRAWN ? "" : ", proposée par " + suggestion.authorName();
        tell(view, dossier, "suggestion-" + state.name().toLowerCase(Locale.ROOT), sentence + proposed + ".");
        return new SuggestionOutcome.Done(state);
    }

    private boolean insert(
            Actor author, DossierId dossier, UUID id, int ordinal, String key, Passage passage, String reason) {
        return db.sql("""
                        insert into dossier.suggestion
                            (id, dossier_id, key, ordinal, before, after, reason, author_id, author_name, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                        .params(
                                id,
                                dossier.value(),
                                key,
                                ordinal,
                                passage.before(),
                                passage.after(),
                                reason,
                                author.account().value(),
                                author.name(),
                                now())
                        .update()
                > 0;
    }

    /** A change of a form has an id of its own, the same when the form is sent again. */
    private static UUID part(UUID form, int ordinal) {
        return UUID.nameUUIDFromBytes((form + "/" + ordinal).getBytes(StandardCharsets.UTF_8));
    }

    private Suggestion lock(DossierId dossier, String key, UUID id) {
        return db.sql("select * from dossier.suggestion where id = ? and dossier_id = ? and key = ? for update")
                .params(id, dossier.value(), key)
                .query(Suggestions::read)
                .optional()
                .orElseThrow(() -> new NotFound("suggestion " + id));
    }

    private static SuggestionOutcome already(Suggestion suggestion) {
        return new SuggestionOutcome.Already(suggestion.state(), Objects.requireNonNull(suggestion.decidedBy()));
    }

    private void tell(CommunityView view, DossierId dossier, String action, String sentence) {
        journal.record(Entry.of(view.author(), Subject.of("draft", dossier.value()), "dossier." + action, sentence)
                .in(view.id().value()));
    }

    private OffsetDateTime now() {
        return today.instant().atOffset(ZoneOffset.UTC);
    }

    private static Suggestion read(ResultSet rs, int row) throws SQLException {
        return new Suggestion(
                rs.getObject("id", UUID.class),
                rs.getString("key"),
                new Passage(rs.getString("before"), rs.getString("after")),
                rs.getString("reason"),
                new AccountId(rs.getObject("author_id", UUID.class)),
                rs.getString("author_name"),
                rs.getTimestamp("made_at").toInstant(),
                State.valueOf(rs.getString("state")),
                instant(rs),
                rs.getString("decider_name"));
    }

    private static @Nullable Instant instant(ResultSet rs) throws SQLException {
        var at = rs.getTimestamp("decided_at");
        return at == null ? null : at.toInstant();
    }
}
