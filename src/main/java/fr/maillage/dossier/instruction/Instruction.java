package fr.maillage.dossier.instruction;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.Party;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What institutions do on a deposited dossier: take it, give an opinion, note, ask, decide. */
@Service
@Transactional
public class Instruction {

    /** Longest text of an opinion, a note or a motive, in signs. */
    private static final int LONGEST = 20_000;

    private static final String TOO_LONG = "Ce texte est trop long : 20 000 signes au plus.";

    private final JdbcClient jdbc;
    private final Moves moves;
    private final Silence silence;
    private final Reviews reviews;
    private final Letters letters;
    private final LetterWriter writer;
    private final Announcements announcements;
    private final Today today;

    Instruction(
            JdbcClient jdbc,
            Moves moves,
            Silence silence,
            Reviews reviews,
            Letters letters,
            LetterWriter writer,
            Announcements announcements,
            Today today) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.silence = silence;
        this.reviews = reviews;
        this.letters = letters;
        this.writer = writer;
        this.announcements = announcements;
        this.today = today;
    }

    public MoveOutcome take(InstitutionView view, String number) {
        return move(view, number, Move.TAKE, null);
    }

    /** Takes a decision and keeps its letter; what is wrong with it is told first. */
    MoveOutcome decide(InstitutionView view, String number, Decision decision) {
        var fault = fault(decision);
        return fault == null ? move(view, number, decision.move(), decision) : fault;
    }

    /** What is wrong with a decision as it was typed, or null. */
    MoveOutcome.@Nullable Invalid fault(Decision decision) {
        var faults = new LinkedHashMap<String, String>();
        if (decision.move() == Move.OPPOSE && !knows(decision.grounds())) {
            faults.put("ground", "Choisissez au moins un des motifs prévus par la loi.");
        }
        if (decision.reason().length() > LONGEST) {
            faults.put("reason", TOO_LONG);
        } else if (decision.reason().isEmpty() && decision.move() != Move.VALIDATE) {
            faults.put("reason", missingReason(decision.move()));
        }
        if (decision.answerBy() != null && decision.answerBy().isBefore(today.day())) {
            faults.put("answerBy", "Cette date est passée. Choisissez-en une à venir.");
        }
        if (decision.isNotified()
                && (decision.quality().isEmpty() || decision.quality().equals(writer.delegation()))) {
            faults.put("quality", "Dites en quelle qualité vous signez : elle figure sur la lettre.");
        }
        return faults.isEmpty() ? null : new MoveOutcome.Invalid(faults);
    }

    private static String missingReason(Move move) {
        return switch (move) {
            case ASK_MORE -> "Dites ce qui manque : la CPTS doit pouvoir répondre.";
            case OPPOSE -> "Expliquez l’opposition : le motif est notifié à la CPTS.";
            case DECLINE -> "Dites pourquoi : le motif est dans la lettre.";
            default -> "Dites pourquoi le dossier devient caduc.";
        };
    }

    /** The law knows two grounds of opposition only (rules.md section 4); they are data of {@link LegalDelay}. */
    private boolean knows(List<String> grounds) {
        var known = grounds().stream().map(LegalDelay.Ground::code).toList();
        return !grounds.isEmpty() && known.containsAll(grounds);
    }

    List<LegalDelay.Ground> grounds() {
        return LegalDelay.project(today.day()).grounds();
    }

    /** The letter of a decision as it would leave now, for who decides to read it. */
    @Transactional(readOnly = true)
    Letter letter(InstitutionView view, String number, Decision decision) {
        var dossier = moves.find(
                reviews.forInstitution(view.institution().id(), number).id());
        return writer.of(dossier, decision, By.institution(view));
    }

    /** In what quality this person signed last; the usual delegation, to be completed, when they never did. */
    @Transactional(readOnly = true)
    String proposedQuality(InstitutionView view) {
        return jdbc.sql("""
                        select signatory_quality from dossier.move
                        where account_id = :account and institution_id = :institution and signatory_quality is not null
                        order by id desc limit 1
                        """)
                .param("account", view.actor().account().value())
                .param("institution", view.institution().id().value())
                .query(String.class)
                .optional()
                .orElseGet(() -> view.institution().party() == Party.ARS ? writer.delegation() + " " : "");
    }

    private MoveOutcome move(InstitutionView view, String number, Move move, @Nullable Decision decision) {
        var header = reviews.forInstitution(view.institution().id(), number);
        var dossier = silence.lock(header.id());
        if (!move.allowed(dossier.kind(), dossier.step(), view.institution().party())) {
            return new MoveOutcome.NotFromHere(dossier.seen());
        }
        if (decision != null && decision.version() != null && decision.version() != dossier.deposits()) {
            return new MoveOutcome.Invalid(
                    "version",
                    "La CPTS a déposé la version %d entre-temps. Lisez-la avant de décider."
                            .formatted(dossier.deposits()));
        }
        var by = By.institution(view);
        var about = dossier.lastDeposit();
        var details = decision == null ? Moves.Details.about(about) : Moves.Details.of(decision, about);
        long line = moves.take(dossier, move, by, details);
        var letter = decision == null ? null : letters.keepFor(dossier, decision, line, by);
        announcements.moved(dossier, move, by, decision, letter);
        return new MoveOutcome.Done(move.to());
    }

    /**
     * An opinion on the version under instruction; a second one replaces the first, which stays in the journal.
     *
     * @param id chosen when the form was shown: the same form sent twice gives one opinion
     */
    public MoveOutcome giveOpinion(
            InstitutionView view, String number, UUID id, @Nullable Verdict verdict, String reason) {
        var faults = new LinkedHashMap<String, String>();
        if (verdict == null) {
            faults.put("verdict", "Choisissez un avis.");
        } else if (verdict != Verdict.FAVORABLE && reason.isBlank()) {
            faults.put("reason", "Dites la réserve ou la raison : la décision s’appuiera dessus.");
        }
        if (reason.length() > LONGEST) {
            faults.put("reason", TOO_LONG);
        }
        if (verdict == null || !faults.isEmpty()) {
            return new MoveOutcome.Invalid(faults);
        }
        var dossier = silence.lock(
                reviews.forInstitution(view.institution().id(), number).id());
        if (!dossier.step().underReview() || dossier.lastDeposit() == null) {
            return new MoveOutcome.NotFromHere(dossier.seen());
        }
        int added = jdbc.sql("""
                        insert into dossier.opinion (id, dossier_id, deposit_id, institution_id, account_id, author_name,
                            verdict, reason, given_at)
                        values (:id, :dossier, :deposit, :institution, :account, :name, :verdict, :reason, :at)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("dossier", dossier.id().value())
                .param("deposit", dossier.lastDeposit())
                .param("institution", view.institution().id().value())
                .param("account", view.actor().account().value())
                .param("name", view.actor().name())
                .param("verdict", verdict.name())
                .param("reason", reason.strip())
                .param("at", Timestamp.from(today.instant()))
                .update();
        if (added > 0) {
            announcements.opinionGiven(dossier, By.institution(view), verdict);
        }
        return new MoveOutcome.Done(dossier.step());
    }

    /**
     * A note that other institutions read and the CPTS never does.
     *
     * @param id chosen when the form was shown: the same form sent twice adds one note
     */
    public MoveOutcome addNote(InstitutionView view, String number, UUID id, String text) {
        if (text.isBlank()) {
            return new MoveOutcome.Invalid("text", "Écrivez la note avant de l’ajouter.");
        }
        if (text.length() > LONGEST) {
            return new MoveOutcome.Invalid("text", TOO_LONG);
        }
        var dossier = silence.lock(
                reviews.forInstitution(view.institution().id(), number).id());
        int added = jdbc.sql("""
                        insert into dossier.note (id, dossier_id, institution_id, account_id, author_name, text, written_at)
                        values (:id, :dossier, :institution, :account, :name, :text, :at)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("dossier", dossier.id().value())
                .param("institution", view.institution().id().value())
                .param("account", view.actor().account().value())
                .param("name", view.actor().name())
                .param("text", text.strip())
                .param("at", Timestamp.from(today.instant()))
                .update();
        if (added > 0) {
            announcements.noteAdded(dossier, By.institution(view));
        }
        return new MoveOutcome.Done(dossier.step());
    }

    /** The moves a party may take now, in the order of the table: they are the buttons of the page. */
    static List<Move> open(Reviews.Header dossier, Party party) {
        return Arrays.stream(Move.values())
                .filter(move -> move.allowed(dossier.kind(), dossier.step(), party))
                .toList();
    }
}
