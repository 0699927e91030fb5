package fr.maillage.dossier.instruction;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.Party;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What institutions do on a deposited dossier: take it, give an opinion, note, ask, decide. */
@Service
@Transactional
class Instruction {

    /** Longest text of an opinion, a note or a motive, in signs. */
    private static final int LONGEST = 20_000;

    private final JdbcClient jdbc;
    private final Moves moves;
    private final Silence silence;
    private final Reviews reviews;
    private final Letters letters;
    private final Announcements announcements;
    private final Today today;

    Instruction(
            JdbcClient jdbc,
            Moves moves,
            Silence silence,
            Reviews reviews,
            Letters letters,
            Announcements announcements,
            Today today) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.silence = silence;
        this.reviews = reviews;
        this.letters = letters;
        this.announcements = announcements;
        this.today = today;
    }

    MoveOutcome take(InstitutionView view, String number) {
        return move(view, number, Move.TAKE, null, null);
    }

    /** The list of what is missing is the motive; the remarks by section complete it. */
    MoveOutcome askMore(InstitutionView view, String number, String reason) {
        return reasoned(
                view, number, Move.ASK_MORE, reason, null, "Dites ce qui manque : la CPTS doit pouvoir répondre.");
    }

    MoveOutcome validate(InstitutionView view, String number, String reason) {
        return move(view, number, Move.VALIDATE, reason.isBlank() ? null : reason.strip(), null);
    }

    MoveOutcome lapse(InstitutionView view, String number, String reason) {
        return reasoned(view, number, Move.LAPSE, reason, null, "Dites pourquoi le dossier devient caduc.");
    }

    /** The law knows two grounds of opposition only (rules.md section 4); they are data of {@link LegalDelay}. */
    MoveOutcome oppose(InstitutionView view, String number, String ground, String reason) {
        var known = grounds().stream().map(LegalDelay.Ground::code).collect(Collectors.toSet());
        if (!known.contains(ground)) {
            return new MoveOutcome.Invalid("ground", "Choisissez l’un des deux motifs prévus par la loi.");
        }
        return reasoned(
                view, number, Move.OPPOSE, reason, ground, "Expliquez l’opposition : le motif est notifié à la CPTS.");
    }

    List<LegalDelay.Ground> grounds() {
        return LegalDelay.project(today.day()).grounds();
    }

    /** What the letter of a move will say; null when the move goes without one. */
    @Nullable
    @Transactional(readOnly = true)
    LetterText letter(InstitutionView view, String number, Move move, String reason, String ground) {
        var dossier = moves.find(
                reviews.forInstitution(view.institution().id(), number).id());
        return LetterText.goesWith(move) ? letters.text(dossier, move, reason, ground.isEmpty() ? null : ground) : null;
    }

    private MoveOutcome reasoned(
            InstitutionView view, String number, Move move, String reason, @Nullable String ground, String ifMissing) {
        if (reason.isBlank()) {
            return new MoveOutcome.Invalid("reason", ifMissing);
        }
        if (reason.length() > LONGEST) {
            return tooLong("reason");
        }
        return move(view, number, move, reason.strip(), ground);
    }

    private MoveOutcome move(
            InstitutionView view, String number, Move move, @Nullable String reason, @Nullable String ground) {
        var header = reviews.forInstitution(view.institution().id(), number);
        var dossier = silence.lock(header.id());
        if (!move.allowed(dossier.kind(), dossier.step(), view.institution().party())) {
            return new MoveOutcome.NotFromHere(dossier.step());
        }
        var by = By.institution(view);
        long line = moves.take(dossier, move, by, new Moves.Details(dossier.lastDeposit(), reason, ground));
        var letter = letters.keepFor(dossier, move, line, by, reason, ground);
        announcements.moved(dossier, move, by, reason, letter);
        return new MoveOutcome.Done(move.to());
    }

    /**
     * An opinion on the version under instruction; a second one replaces the first, which stays in the journal.
     *
     * @param id chosen when the form was shown: the same form sent twice gives one opinion
     */
    MoveOutcome giveOpinion(InstitutionView view, String number, UUID id, @Nullable Verdict verdict, String reason) {
        if (verdict == null) {
            return new MoveOutcome.Invalid("verdict", "Choisissez un avis.");
        }
        if (verdict != Verdict.FAVORABLE && reason.isBlank()) {
            return new MoveOutcome.Invalid("reason", "Dites la réserve ou la raison : la décision s’appuiera dessus.");
        }
        if (reason.length() > LONGEST) {
            return tooLong("reason");
        }
        var dossier = silence.lock(
                reviews.forInstitution(view.institution().id(), number).id());
        if (!dossier.step().underReview() || dossier.lastDeposit() == null) {
            return new MoveOutcome.NotFromHere(dossier.step());
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
    MoveOutcome addNote(InstitutionView view, String number, UUID id, String text) {
        if (text.isBlank()) {
            return new MoveOutcome.Invalid("text", "Écrivez la note avant de l’ajouter.");
        }
        if (text.length() > LONGEST) {
            return tooLong("text");
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

    private static MoveOutcome tooLong(String field) {
        return new MoveOutcome.Invalid(field, "Ce texte est trop long : 20 000 signes au plus.");
    }

    /** The moves a party may take now, in the order of the table: they are the buttons of the page. */
    static List<Move> open(Reviews.Header dossier, Party party) {
        return Arrays.stream(Move.values())
                .filter(move -> move.allowed(dossier.kind(), dossier.step(), party))
                .toList();
    }
}
