package fr.maillage.dossier.writing;

import fr.maillage.access.Actor;
import fr.maillage.documents.Block;
import fr.maillage.dossier.DossierId;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was put into the texts of a dossier from the diagnosis. Each is kept as it was on its day: renewed data is told
 * to the author and never changes a text nor a map by itself.
 */
@Service
public class Insertions {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final Texts texts;
    private final JsonMapper json;
    private final Today today;

    Insertions(JdbcClient db, Texts texts, JsonMapper json, Today today) {
        this.db = db;
        this.texts = texts;
        this.json = json;
        this.today = today;
    }

    /** The figures that the texts of a dossier may hold, by the name in their line. */
    public Map<String, Block.Figure> figures(DossierId dossier) {
        return db
                .sql("select name, figure::text from dossier.insertion where dossier_id = ? and figure is not null")
                .param(dossier.value())
                .query((rs, _) -> Map.entry(rs.getString(1), json.readValue(rs.getString(2), Block.Figure.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What a text still holds, in the order in which it was put there: word for word, or a sentence that somebody wrote in
     * other words around its figures, unless a later sentence of the same subject stands there.
     */
    List<Insertion> in(DossierId dossier, @Nullable SectionText text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var all = db.sql("select * from dossier.insertion where dossier_id = ? and key = ? order by inserted_at, id")
                .params(dossier.value(), text.key())
                .query(this::insertion)
                .list();
        var told = all.stream()
                .filter(insertion -> insertion.figure() == null && insertion.isIn(text.text()))
                .map(Insertion::subject)
                .collect(Collectors.toSet());
        var rewritten = all.reversed().stream()
                .filter(insertion -> insertion.isRewrittenIn(text.text()))
                .filter(insertion -> told.add(insertion.subject()))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(insertion -> insertion.isIn(text.text()) || rewritten.contains(insertion))
                .toList();
    }

    /** @throws NotFound when the dossier has no such insertion */
    Insertion find(DossierId dossier, UUID id) {
        return db.sql("select * from dossier.insertion where dossier_id = ? and id = ?")
                .params(dossier.value(), id)
                .query(this::insertion)
                .optional()
                .orElseThrow(() -> new NotFound("insertion " + id));
    }

    /**
     * Puts something at the end of a text, after whatever was saved last; the same id sent twice puts it there once.
     *
     * @param words as the author accepted or changed them; of a sentence only
     * @throws NotFound when the id is that of an insertion of another dossier
     */
    @Transactional
    SaveOutcome insert(DossierId dossier, String key, UUID id, Insertable thing, String words, Actor author) {
        var name = thing.figure() == null ? null : freeName(dossier, thing.name());
        if (!keep(dossier, key, id, thing, name, words, author)) {
            var earlier = find(dossier, id);
            return new SaveOutcome.Saved(texts.find(dossier, earlier.key()).orElseThrow());
        }
        var outcome = texts.append(dossier, key, find(dossier, id).line(), author);
        if (!(outcome instanceof SaveOutcome.Saved)) {
            drop(id);
        }
        return outcome;
    }

    /**
     * Exchanges an insertion for what the diagnosis says today, as a new text: the old one stays in the history with its
     * own figures.
     *
     * @param from the version of the text the author had before their eyes
     */
    @Transactional
    SaveOutcome renew(DossierId dossier, Insertion old, int from, Insertable fresh, Actor author) {
        var id = UUID.randomUUID();
        var name = fresh.figure() == null ? null : freeName(dossier, fresh.name());
        keep(dossier, old.key(), id, fresh, name, fresh.words(), author);
        var text = texts.find(dossier, old.key()).map(SectionText::text).orElse("");
        var outcome = texts.save(
                dossier,
                old.key(),
                from,
                old.exchangedIn(text, find(dossier, id).line()),
                author);
        if (!(outcome instanceof SaveOutcome.Saved)) {
            drop(id);
        }
        return outcome;
    }

    /** The author saw the figures of today and keeps the text: nothing is told until they move again. */
    @Transactional
    void leave(DossierId dossier, UUID id, Map<String, String> facts) {
        db.sql("update dossier.insertion set kept = ?::jsonb where dossier_id = ? and id = ?")
                .params(json.writeValueAsString(facts), dossier.value(), id)
                .update();
    }

    private boolean keep(
            DossierId dossier,
            String key,
            UUID id,
            Insertable thing,
            @Nullable String name,
            String words,
            Actor author) {
        return db.sql("""
                        insert into dossier.insertion (id, dossier_id, key, kind, name, subject, title, words, facts,
                            figure, inserted_at, inserted_by)
                        values (:id, :dossier, :key, :kind, :name::text, :subject, :title, :words, :facts::jsonb,
                            :figure::jsonb, :at, :by)
                        on conflict (id) do nothing
                        """)
                        .param("id", id)
                        .param("dossier", dossier.value())
                        .param("key", key)
                        .param("kind", thing.figure() == null ? "SENTENCE" : "FIGURE")
                        .param("name", name)
                        .param("subject", thing.subject().stored())
                        .param("title", thing.title())
                        .param("words", thing.figure() == null ? PlainMarkdown.clean(words) : thing.words())
                        .param("facts", json.writeValueAsString(thing.facts()))
                        .param("figure", thing.figure() == null ? null : json.writeValueAsString(thing.figure()))
                        .param("at", today.instant().atOffset(ZoneOffset.UTC))
                        .param("by", author.name())
                        .update()
                == 1;
    }

    /** Gives the figures of a text to the same text of another dossier; one that has its name there already stays. */
    void copy(DossierId from, DossierId to, String key) {
        db.sql("""
                        insert into dossier.insertion (id, dossier_id, key, kind, name, subject, title, words, facts,
                            figure, kept, inserted_at, inserted_by)
                        select gen_random_uuid(), :to, key, kind, name, subject, title, words, facts,
                            figure, kept, inserted_at, inserted_by
                        from dossier.insertion where dossier_id = :from and key = :key
                        on conflict (dossier_id, name) do nothing
                        """)
                .param("to", to.value())
                .param("from", from.value())
                .param("key", key)
                .update();
    }

    private void drop(UUID id) {
        db.sql("delete from dossier.insertion where id = ?").param(id).update();
    }

    /** {@code distance-urgences}, then {@code distance-urgences-2}; two at once wait for each other. */
    private String freeName(DossierId dossier, String wished) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("insertion " + dossier.value())
                .query(String.class)
                .single();
        var taken = db.sql("select name from dossier.insertion where dossier_id = ? and name is not null")
                .param(dossier.value())
                .query(String.class)
                .set();
        var name = wished;
        for (int i = 2; taken.contains(name); i++) {
            name = wished + "-" + i;
        }
        return name;
    }

    private Insertion insertion(ResultSet rs, int row) throws SQLException {
        var figure = rs.getString("figure");
        var kept = rs.getString("kept");
        return new Insertion(
                rs.getObject("id", UUID.class),
                rs.getString("key"),
                rs.getString("name"),
                Insertion.Subject.ofStored(rs.getString("subject")),
                rs.getString("title"),
                rs.getString("words"),
                Objects.requireNonNull(json.readValue(rs.getString("facts"), FACTS)),
                figure == null ? null : json.readValue(figure, Block.Figure.class),
                kept == null ? null : json.readValue(kept, FACTS),
                rs.getTimestamp("inserted_at").toInstant(),
                rs.getString("inserted_by"));
    }
}
