package fr.maillage.review;

import fr.maillage.access.Actor;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Party;
import fr.maillage.audit.Author;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Settlements;
import fr.maillage.review.YearlyReview.State;
import fr.maillage.review.YearlyReview.Voice;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acts of a yearly review: opened, filled by each party, settled line by line, closed once. */
@Service
public class YearlyReviews {

    private final JdbcClient db;
    private final YearlyReader reader;
    private final Settlements settlements;
    private final Journal journal;
    private final ReviewMails mails;
    private final Today today;

    YearlyReviews(
            JdbcClient db,
            YearlyReader reader,
            Settlements settlements,
            Journal journal,
            ReviewMails mails,
            Today today) {
        this.db = db;
        this.reader = reader;
        this.settlements = settlements;
        this.journal = journal;
        this.mails = mails;
        this.today = today;
    }

    /** What came of an act. */
    public sealed interface Outcome {

        record Done() implements Outcome {}

        /** The review was closed meanwhile. */
        record Closed(String by) implements Outcome {}

        record Refused(String field, String sentence) implements Outcome {}
    }

    private static final Outcome DONE = new Outcome.Done();

    public Optional<YearlyReview> of(Contract contract, int year) {
        return reader.of(contract, year);
    }

    /** By year. */
    public List<YearlyReview> of(Contract contract) {
        return reader.of(contract);
    }

    /** @throws NotFound when that year has no review */
    public YearlyReview find(Contract contract, int year) {
        return of(contract, year).orElseThrow(() -> new NotFound("review " + year + " of " + contract.number()));
    }

    /** Opens the review of a year with the lines that its last terms have; two at once open one. */
    @Transactional
    public Outcome open(
            InstitutionView view,
            Contract contract,
            int year,
            LocalDate fileDue,
            LocalDate contradictoryUntil,
            String request) {
        if (fileDue.isAfter(contradictoryUntil)) {
            return new Outcome.Refused(
                    "contradictoire", "Le délai contradictoire se termine après la remise du dossier.");
        }
        var id = UUID.randomUUID();
        int added = db.sql("""
                        insert into review.review (id, contract_id, year, state, opened_at, opened_by, opened_for, request,
                            file_due, contradictory_until)
                        values (:id, :contract, :year, 'OPEN', :at, :by, :institution, :request, :due, :until)
                        on conflict (contract_id, year) do nothing
                        """)
                .param("id", id)
                .param("contract", contract.id().value())
                .param("year", year)
                .param("at", now())
                .param("by", view.actor().name())
                .param("institution", view.institution().id().value())
                .param("request", request)
                .param("due", fileDue)
                .param("until", contradictoryUntil)
                .update();
        if (added == 0) {
            return opened(view, contract, year, fileDue, contradictoryUntil, request);
        }
        var lastDay = contract.effectOn().plusYears(year).minusDays(1);
        var lines = contract.inForceOn(lastDay).orElse(contract.first()).lines();
        for (int i = 0; i < lines.size(); i++) {
            db.sql("insert into review.line (id, review_id, result_line, ordinal) values (?, ?, ?, ?)")
                    .params(UUID.randomUUID(), id, lines.get(i).id(), i)
                    .update();
        }
        record(
                author(view),
                contract,
                "review.opened",
                "Dialogue de gestion de l’année " + year + " ouvert par "
                        + view.institution().name() + ". Dossier attendu le " + French.date(fileDue) + ".");
        mails.opened(contract, year, view.institution().name(), fileDue);
        return DONE;
    }

    /** The same form sent twice opens once; another institution, or other dates, are told who opened it. */
    private Outcome opened(
            InstitutionView view, Contract contract, int year, LocalDate due, LocalDate until, String request) {
        return db.sql("""
                        select r.*, i.name from review.review r join access.institution i on i.id = r.opened_for
                        where contract_id = ? and year = ?
                        """)
                .params(contract.id().value(), year)
                .query((rs, _) -> {
                    var day = rs.getObject("file_due", LocalDate.class);
                    return rs.getObject("opened_for", UUID.class)
                                            .equals(view.institution().id().value())
                                    && due.equals(day)
                                    && until.equals(rs.getObject("contradictory_until", LocalDate.class))
                                    && request.equals(rs.getString("request"))
                            ? DONE
                            : new Outcome.Refused(
                                    "dossier",
                                    "Ce dialogue de gestion est déjà ouvert par " + rs.getString("name")
                                            + ", dossier attendu le " + French.date(day)
                                            + ". Vos dates ne sont pas prises.");
                })
                .single();
    }

    /**
     * What a party says of a line.
     *
     * @param proof for an institution, whether it holds the line proven
     * @param version of what the party said before, as its form showed it; -1 when it had said nothing
     */
    public record Said(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable LocalDate extractedOn,
            String comment,
            boolean proof,
            int version) {

        private boolean same(YearlyReview.Reading other) {
            return same(value, other.value())
                    && same(numerator, other.numerator())
                    && same(denominator, other.denominator())
                    && Objects.equals(extractedOn, other.extractedOn())
                    && comment.equals(other.comment())
                    && proof == other.proof();
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? one == other : one.compareTo(other) == 0;
        }
    }

    @Transactional
    public Outcome say(YearlyReview review, UUID line, Voice voice, Said said, Actor by) {
        var closed = locked(review);
        if (closed != null) {
            return closed;
        }
        requireLine(review, line);
        var before = of(review.contract(), review.year()).orElseThrow().lines().stream()
                .filter(each -> each.id().equals(line))
                .findFirst()
                .flatMap(each -> each.of(voice));
        if (before.isPresent() && before.get().version() != said.version()) {
            return said.same(before.get())
                    ? DONE
                    : new Outcome.Refused(
                            "valeur-" + line,
                            before.get().by() + " vient de dire "
                                    + shown(before.get().value())
                                    + " pour la même partie. Rien n’est enregistré\u00A0: envoyez de nouveau pour remplacer sa valeur.");
        }
        db.sql("""
                        insert into review.reading (line_id, party, value, numerator, denominator, extracted_on, comment, proof,
                            given_at, given_by)
                        values (:line, :party, :value, :numerator, :denominator, :on, :comment, :proof, :at, :by)
                        on conflict (line_id, party) do update set value = excluded.value, numerator = excluded.numerator,
                            denominator = excluded.denominator, extracted_on = excluded.extracted_on,
                            comment = excluded.comment, proof = excluded.proof, given_at = excluded.given_at,
                            given_by = excluded.given_by, version = reading.version + 1
                        """)
                .param("line", line)
                .param("party", voice.name())
                .param("value", said.value(), Types.NUMERIC)
                .param("numerator", said.numerator(), Types.NUMERIC)
                .param("denominator", said.denominator(), Types.NUMERIC)
                .param("on", said.extractedOn(), Types.DATE)
                .param("comment", said.comment())
                .param("proof", said.proof())
                .param("at", now())
                .param("by", by.name())
                .update();
        // What was settled rested on what was said before.
        db.sql(
                        "update review.line set agreed_at = null, agreed = null, agreed_by = null, agreed_reason = '' where id = ?")
                .param(line)
                .update();
        touch(review);
        record(
                by.author(party(voice)),
                review.contract(),
                "review.said",
                labelled(review, line, voice.label() + " dit " + shown(said.value())));
        return DONE;
    }

    /**
     * Settles the value of a line, with the reason of the settlement.
     *
     * @param seen mark of the settlement as the form showed it: see {@link YearlyReview#agreedMark}
     */
    @Transactional
    public Outcome agree(
            InstitutionView view,
            YearlyReview review,
            UUID line,
            @Nullable BigDecimal value,
            boolean proof,
            String reason,
            String seen) {
        var closed = locked(review);
        if (closed != null) {
            return closed;
        }
        requireLine(review, line);
        var before = of(review.contract(), review.year()).orElseThrow().lines().stream()
                .filter(each -> each.id().equals(line))
                .findFirst()
                .map(YearlyReview.Line::agreed)
                .orElse(null);
        if (before != null && !YearlyReview.agreedMark(before).equals(seen)) {
            var typed = new YearlyReview.Agreed(value, proof, reason, before.at(), before.by());
            return YearlyReview.agreedMark(typed).equals(YearlyReview.agreedMark(before))
                    ? DONE
                    : new Outcome.Refused(
                            "raison-" + line,
                            before.by() + " vient de noter un accord sur cette ligne\u00A0: " + shown(before.value())
                                    + ". Rien n’est enregistré\u00A0: envoyez de nouveau pour le remplacer.");
        }
        db.sql("""
                        update review.line set agreed = :value, agreed_proof = :proof, agreed_reason = :reason, agreed_at = :at,
                            agreed_by = :by
                        where id = :line
                        """)
                .param("value", value, Types.NUMERIC)
                .param("proof", proof)
                .param("reason", reason)
                .param("at", now())
                .param("by", view.actor().name())
                .param("line", line)
                .update();
        touch(review);
        record(author(view), review.contract(), "review.agreed", labelled(review, line, "valeur convenue, " + reason));
        return DONE;
    }

    /** The CPTS hands its file in; it may still answer questions and correct its values until the closing. */
    @Transactional
    public Outcome hand(CommunityView view, YearlyReview review) {
        var closed = locked(review);
        if (closed != null) {
            return closed;
        }
        int handed = db.sql("""
                        update review.review set state = 'HANDED', handed_at = ?, handed_by = ?, version = version + 1
                        where id = ? and state = 'OPEN'
                        """).params(now(), view.actor().name(), review.id()).update();
        if (handed > 0) {
            record(
                    view.author(),
                    review.contract(),
                    "review.handed",
                    "Dossier du dialogue de gestion de l’année " + review.year() + " remis.");
        }
        return DONE;
    }

    @Transactional
    public Outcome ask(InstitutionView view, YearlyReview review, UUID id, String question) {
        var closed = locked(review);
        if (closed != null) {
            return closed;
        }
        int asked = db.sql("""
                        insert into review.question (id, review_id, party, asked_by, asked_at, question)
                        values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .params(id, review.id(), view.institution().name(), view.actor().name(), now(), question)
                .update();
        if (asked > 0) {
            record(
                    author(view),
                    review.contract(),
                    "review.asked",
                    "Question de " + view.institution().name() + " sur l’année " + review.year() + ".");
            mails.asked(review.contract(), review.year(), view.institution().name());
        }
        return DONE;
    }

    @Transactional
    public Outcome answer(CommunityView view, YearlyReview review, UUID question, String answer) {
        var closed = locked(review);
        if (closed != null) {
            return closed;
        }
        int answered = db.sql("""
                        update review.question set answer = ?, answered_by = ?, answered_at = ?
                        where id = ? and review_id = ? and answer is null
                        """)
                .params(answer, view.actor().name(), now(), question, review.id())
                .update();
        if (answered == 0) {
            return answered(review, question, answer);
        }
        record(
                view.author(),
                review.contract(),
                "review.answered",
                "Réponse à une question sur l’année " + review.year() + ".");
        return DONE;
    }

    private Outcome answered(YearlyReview review, UUID question, String answer) {
        return db.sql("select answer, answered_by from review.question where id = ? and review_id = ?")
                .params(question, review.id())
                .query((rs, _) -> answer.equals(rs.getString("answer"))
                        ? DONE
                        : new Outcome.Refused(
                                "reponse-" + question,
                                rs.getString("answered_by")
                                        + " a déjà répondu à cette question. Votre réponse n’est pas envoyée."))
                .optional()
                .orElseThrow(() -> new NotFound("question " + question));
    }

    /** @param seen mark of the meeting as the form showed it: see {@link YearlyReview#meetingMark()} */
    @Transactional
    public Outcome meet(
            InstitutionView view, YearlyReview review, @Nullable LocalDate on, String minutes, String seen) {
        var closed = locked(review);
        if (closed != null) {
            return closed;
        }
        var now = of(review.contract(), review.year()).orElseThrow();
        if (!now.meetingMark().equals(seen)) {
            return now.meetingMark().equals(YearlyReview.mark(on, minutes))
                    ? DONE
                    : new Outcome.Refused(
                            "compte-rendu",
                            "Quelqu’un a écrit ce compte rendu pendant que vous écriviez. Rien n’est enregistré\u00A0: relisez le sien"
                                    + " dans une autre fenêtre, puis envoyez de nouveau pour garder le vôtre.");
        }
        db.sql("update review.review set meeting_on = :on, minutes = :minutes, version = version + 1 where id = :id")
                .param("on", on, Types.DATE)
                .param("minutes", minutes)
                .param("id", review.id())
                .update();
        record(
                author(view),
                review.contract(),
                "review.met",
                "Réunion du dialogue de gestion de l’année " + review.year() + " notée"
                        + (on == null ? "." : ", le " + French.date(on) + "."));
        return DONE;
    }

    /**
     * Decides the amount of a part without lines ({@code EARNED}), or what is taken off a fixed part ({@code WITHHELD}).
     *
     * @param seen mark of what was decided as the form showed it: see {@link Outturn#mark}
     */
    @Transactional
    public Outcome decide(
            InstitutionView view, YearlyReview review, PartKey key, String kind, Outturn.Decided decided, String seen) {
        var closed = locked(review);
        if (closed != null) {
            return closed;
        }
        var before = decided(review, key, kind);
        if (before != null && !Outturn.mark(before).equals(seen)) {
            return Outturn.mark(before).equals(Outturn.mark(decided))
                    ? DONE
                    : new Outcome.Refused(
                            kind,
                            "Quelqu’un vient de noter " + French.amount(before.amount()) + ", " + before.reason()
                                    + ". Rien n’est enregistré\u00A0: envoyez de nouveau pour remplacer ce montant.");
        }
        db.sql("""
                        insert into review.decided (review_id, mission, part, kind, amount, reason)
                        values (:review, :mission, :part, :kind, :amount, :reason)
                        on conflict (review_id, mission, part, kind) do update set amount = excluded.amount,
                            reason = excluded.reason
                        """)
                .param("review", review.id())
                .param("mission", Objects.requireNonNullElse(key.mission(), ""))
                .param("part", key.part())
                .param("kind", kind)
                .param("amount", decided.amount().value())
                .param("reason", decided.reason())
                .update();
        touch(review);
        record(
                author(view),
                review.contract(),
                "review.decided",
                SpendingWords.part(Objects.requireNonNullElse(key.mission(), "")) + ", année " + review.year()
                        + "\u00A0: "
                        + French.amount(decided.amount()) + (kind.equals("WITHHELD") ? " retenus, " : " obtenus, ")
                        + decided.reason() + ".");
        return DONE;
    }

    private Outturn.@Nullable Decided decided(YearlyReview review, PartKey key, String kind) {
        return db.sql("select * from review.decided where review_id = ? and mission = ? and part = ? and kind = ?")
                .params(review.id(), Objects.requireNonNullElse(key.mission(), ""), key.part(), kind)
                .query((rs, _) -> new Outturn.Decided(new Euros(rs.getBigDecimal("amount")), rs.getString("reason")))
                .optional()
                .orElse(null);
    }

    /** The report and its bytes are made before: no connection waits for a rendering. */
    public record Report(byte[] pdf, String sha256) {}

    /**
     * Closes the review, once: what the results earned enters the account of the contract with what is withheld.
     *
     * @param version of the review as the person read it: what was said since makes the act fail
     * @param earned by variable part, for the year as it was
     * @param withheld by fixed part, with the reason
     */
    @Transactional
    public Outcome close(
            InstitutionView view,
            YearlyReview review,
            int version,
            Outturn outturn,
            Map<PartKey, Outturn.Decided> withheld,
            Report report) {
        var closed = locked(review);
        if (closed != null) {
            return closed;
        }
        var stands = settlements.settle(
                review.contract(),
                review.year(),
                earned(outturn),
                reasons(withheld),
                view.actor().name());
        int done = stands
                ? db.sql("""
                                update review.review set state = 'CLOSED', closed_at = :at, closed_by = :by, pdf = :pdf,
                                    sha256 = :sha, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("at", now())
                        .param(
                                "by",
                                view.actor().name() + ", " + view.institution().name())
                        .param("pdf", report.pdf())
                        .param("sha", report.sha256())
                        .param("id", review.id())
                        .param("version", version)
                        .update()
                : 0;
        if (done == 0) {
            throw new ReadSinceChanged();
        }
        record(
                author(view),
                review.contract(),
                "review.closed",
                "Dialogue de gestion de l’année " + review.year() + " clos : " + French.amount(outturn.sum())
                        + " de part variable.");
        mails.closed(review.contract(), review.year(), view.institution().name(), outturn.sum());
        return DONE;
    }

    /** Rolls the closing back: the review, or the contract, changed since the person read it. */
    static final class ReadSinceChanged extends RuntimeException {}

    private static Map<PartKey, Euros> earned(Outturn outturn) {
        var earned = new HashMap<PartKey, Euros>();
        outturn.parts().forEach(part -> earned.put(part.key(), Objects.requireNonNull(part.earned())));
        return earned;
    }

    private static Map<PartKey, Settlements.Withheld> reasons(Map<PartKey, Outturn.Decided> withheld) {
        var reasons = new HashMap<PartKey, Settlements.Withheld>();
        withheld.forEach(
                (key, decided) -> reasons.put(key, new Settlements.Withheld(decided.amount(), decided.reason())));
        return reasons;
    }

    private Outcome.@Nullable Closed locked(YearlyReview review) {
        return db.sql("select state, closed_by from review.review where id = ? for update")
                .param(review.id())
                .query((rs, _) -> rs.getString("state").equals(State.CLOSED.name())
                        ? Optional.of(new Outcome.Closed(rs.getString("closed_by")))
                        : Optional.<Outcome.Closed>empty())
                .single()
                .orElse(null);
    }

    /** Null while the review is open, which then stays so until the end of the act. */
    Outcome.@Nullable Closed lockOpen(YearlyReview review) {
        return locked(review);
    }

    private static void requireLine(YearlyReview review, UUID line) {
        if (review.lines().stream().noneMatch(each -> each.id().equals(line))) {
            throw new NotFound("line " + line + " of review " + review.id());
        }
    }

    /** The frozen report of a closed review. */
    public Optional<byte[]> report(YearlyReview review) {
        return db.sql("select pdf from review.review where id = ? and pdf is not null")
                .param(review.id())
                .query((rs, _) -> rs.getBytes("pdf"))
                .optional();
    }

    private static String labelled(YearlyReview review, UUID line, String what) {
        var label = review.lines().stream()
                .filter(each -> each.id().equals(line))
                .map(each -> each.rule().label())
                .findFirst()
                .orElseThrow();
        return "Année " + review.year() + ", «\u00A0" + label + "\u00A0»\u00A0: " + what + ".";
    }

    private static String shown(@Nullable BigDecimal value) {
        return value == null ? "n’avoir pas de valeur" : French.decimal(value.stripTrailingZeros());
    }

    private static Party party(Voice voice) {
        return switch (voice) {
            case CPTS -> Party.CPTS;
            case ARS -> Party.ARS;
            case CPAM -> Party.CPAM;
            case MSA -> Party.MSA;
        };
    }

    private void touch(YearlyReview review) {
        db.sql("update review.review set version = version + 1 where id = ?")
                .param(review.id())
                .update();
    }

    private void record(Author by, Contract contract, String action, String sentence) {
        journal.record(Entry.of(by, Subject.of("contract", contract.id().value()), action, sentence)
                .in(contract.community().value()));
    }

    private static Author author(InstitutionView view) {
        return view.actor().author(view.institution().party());
    }

    private Timestamp now() {
        return Timestamp.from(today.instant());
    }
}
