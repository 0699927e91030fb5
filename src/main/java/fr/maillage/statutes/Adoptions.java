package fr.maillage.statutes;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The texts as they were adopted: numbered, frozen, readable for ever. */
@Service
class Adoptions {

    private static final String LINE = """
            select kind, number, adopted_on, body, place, articles, answers, sha256, docx_sha256, recorded_at, recorded_by
              from statutes.adoption where community_id = :community and kind = :kind
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Journal journal;
    private final Today today;

    Adoptions(JdbcClient db, JsonMapper json, Journal journal, Today today) {
        this.db = db;
        this.json = json;
        this.journal = journal;
        this.today = today;
    }

    /** An adopted text with the answers that made it. */
    record Frozen(Adoption adoption, Values values) {}

    /**
     * What is frozen.
     *
     * @param answers as the forms of the articles sent them
     * @param stamp of the articles when they were read, see {@link #stamp}
     */
    record Content(
            TextDocument.Act act,
            List<Printed> articles,
            Map<String, List<String>> answers,
            byte[] pdf,
            String sha256,
            byte[] docx,
            String docxSha256,
            String stamp) {}

    /** Saving, adopting and taking up again follow one another for a text. */
    void queue(CommunityId community, TextKind kind) {
        db.sql("select pg_advisory_xact_lock(hashtext('statutes' || :kind || :community))::text")
                .param("kind", kind.name())
                .param("community", community.value().toString())
                .query(String.class)
                .single();
    }

    /** Whether articles may change: nothing was adopted yet, or a new draft was begun since. */
    boolean isOpen(CommunityId community, TextKind kind) {
        return db.sql("""
                        select not exists (select from statutes.adoption a
                            where a.community_id = :community and a.kind = :kind
                              and not exists (select from statutes.revision r
                                where r.community_id = a.community_id and r.kind = a.kind
                                  and r.after_number >= a.number))
                        """)
                .param("community", community.value())
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    /** Changes with every saving of an article of either text: checks read both. */
    String stamp(CommunityId community) {
        return db.sql("""
                        select coalesce(md5(string_agg(kind || article || version, ',' order by kind, article)), '')
                        from statutes.answer where community_id = ?
                        """).param(community.value()).query(String.class).single();
    }

    /** Newest first. */
    List<Adoption> of(CommunityId community, TextKind kind) {
        return db
                .sql(LINE + " order by number desc")
                .param("community", community.value())
                .param("kind", kind.name())
                .query(this::line)
                .list()
                .stream()
                .map(Frozen::adoption)
                .toList();
    }

    /** @throws NotFound when there is none */
    Adoption find(CommunityId community, TextKind kind, int number) {
        return db.sql(LINE + " and number = :number")
                .param("community", community.value())
                .param("kind", kind.name())
                .param("number", number)
                .query(this::line)
                .optional()
                .orElseThrow(() -> new NotFound(kind + " " + number))
                .adoption();
    }

    /** The last one adopted on this day or before. */
    Optional<Frozen> latest(CommunityId community, TextKind kind, LocalDate day) {
        return db.sql(LINE + " and adopted_on <= :day order by number desc limit 1")
                .param("community", community.value())
                .param("kind", kind.name())
                .param("day", day)
                .query(this::line)
                .optional();
    }

    /** @throws NotFound when there is none */
    byte[] bytes(CommunityId community, TextKind kind, int number, boolean docx) {
        return db.sql("select " + (docx ? "docx" : "pdf")
                        + " from statutes.adoption where community_id = ? and kind = ? and number = ?")
                .params(community.value(), kind.name(), number)
                .query((row, _) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new NotFound(kind + " " + number));
    }

    Optional<AdoptedText> file(CommunityId community, TextKind kind) {
        return of(community, kind).stream()
                .findFirst()
                .map(adoption -> new AdoptedText(
                        kind,
                        adoption.number(),
                        adoption.adoptedOn(),
                        kind.path() + "-" + adoption.adoptedOn() + ".pdf",
                        adoption.sha256(),
                        bytes(community, kind, adoption.number(), false)));
    }

    /** Keeps a text for ever; the same id sent twice keeps it once. */
    @Transactional
    AdoptionOutcome record(CommunityView view, TextKind kind, UUID id, Content content) {
        // both texts: a change of the other one could contradict this one
        for (var either : TextKind.values()) {
            queue(view.id(), either);
        }
        var same = db.sql("select number from statutes.adoption where id = ? and community_id = ? and kind = ?")
                .params(id, view.id().value(), kind.name())
                .query(Integer.class)
                .optional();
        if (same.isPresent()) {
            return new AdoptionOutcome.Recorded(same.get());
        }
        if (!isOpen(view.id(), kind)) {
            return new AdoptionOutcome.Closed();
        }
        if (!stamp(view.id()).equals(content.stamp())) {
            return new AdoptionOutcome.Changed();
        }
        var before = of(view.id(), kind);
        if (!before.isEmpty() && content.act().on().isBefore(before.getFirst().adoptedOn())) {
            return new AdoptionOutcome.Refused(
                    "date",
                    "Le texte précédent a été adopté le "
                            + French.date(before.getFirst().adoptedOn()) + ", après cette date. Vérifiez-la.");
        }
        var number = before.size() + 1;
        db.sql("""
                        insert into statutes.adoption (id, community_id, kind, number, adopted_on, body, place, articles,
                            answers, pdf, docx, sha256, docx_sha256, recorded_at, recorded_by)
                        values (:id, :community, :kind, :number, :on, :body, :place, :articles::jsonb,
                            :answers::jsonb, :pdf, :docx, :sha256, :docxSha256, :at, :by)
                        """)
                .param("id", id)
                .param("community", view.id().value())
                .param("kind", kind.name())
                .param("number", number)
                .param("on", content.act().on())
                .param("body", content.act().body())
                .param("place", content.act().place())
                .param("articles", json.writeValueAsString(content.articles()))
                .param("answers", json.writeValueAsString(content.answers()))
                .param("pdf", content.pdf())
                .param("docx", content.docx())
                .param("sha256", content.sha256())
                .param("docxSha256", content.docxSha256())
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .update();
        journal.record(Entry.of(
                        view.author(),
                        Subject.of("community", view.id().value()),
                        "statutes.adopted",
                        kind.title() + ", version " + number + "\u00A0: adoption du "
                                + French.date(content.act().on()) + " enregistrée.")
                .with("sha256", content.sha256())
                .in(view.id().value()));
        return new AdoptionOutcome.Recorded(number);
    }

    /** Begins a new draft after the last adopted text; asked twice, it begins once. */
    @Transactional
    void takeUpAgain(CommunityView view, TextKind kind) {
        queue(view.id(), kind);
        var begun = db.sql("""
                        insert into statutes.revision (community_id, kind, after_number, opened_at, opened_by)
                        select community_id, kind, max(number), :at, :by from statutes.adoption
                        where community_id = :community and kind = :kind group by community_id, kind
                        on conflict do nothing
                        """)
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("kind", kind.name())
                .update();
        if (begun == 1) {
            journal.record(Entry.of(
                            view.author(),
                            Subject.of("community", view.id().value()),
                            "statutes.revision.begun",
                            kind.title() + "\u00A0: une modification est préparée.")
                    .in(view.id().value()));
        }
    }

    private Frozen line(ResultSet row, int index) throws SQLException {
        var kind = TextKind.valueOf(row.getString("kind"));
        List<Printed> articles = json.readValue(row.getString("articles"), new TypeReference<>() {});
        Map<String, List<String>> answers = json.readValue(row.getString("answers"), new TypeReference<>() {});
        var values = TextModel.of(kind).articles().stream()
                .map(article -> Answers.stored(article, answers))
                .reduce(Values.NONE, Values::and);
        return new Frozen(
                new Adoption(
                        kind,
                        row.getInt("number"),
                        row.getObject("adopted_on", LocalDate.class),
                        row.getString("body"),
                        row.getString("place"),
                        articles,
                        row.getString("sha256"),
                        row.getString("docx_sha256"),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by")),
                values);
    }
}
