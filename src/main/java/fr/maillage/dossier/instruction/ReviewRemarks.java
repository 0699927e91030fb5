package fr.maillage.dossier.instruction;

import fr.maillage.access.Actor;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Party;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.Remark;
import fr.maillage.dossier.writing.Remarks;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The remarks of the institutions on a deposited dossier, and the answers of the CPTS, one by one. */
@Service
@Transactional
public class ReviewRemarks {

    /** A remark with the section it is about, as the trame numbers it. */
    public record Line(Remark remark, String section, boolean written) {

        /** Where the section is written, under the address of the dossier; null when it holds nothing to write. */
        public @Nullable String href(String writing) {
            return written ? writing + "/sections/" + remark.section() : null;
        }
    }

    private static final String TOO_LONG = "Ce texte est trop long : 5 000 signes au plus.";

    private final Remarks remarks;
    private final Reviews reviews;
    private final Trames trames;
    private final Silence silence;
    private final Announcements announcements;
    private final Today today;

    ReviewRemarks(
            Remarks remarks,
            Reviews reviews,
            Trames trames,
            Silence silence,
            Announcements announcements,
            Today today) {
        this.remarks = remarks;
        this.reviews = reviews;
        this.trames = trames;
        this.silence = silence;
        this.announcements = announcements;
        this.today = today;
    }

    /** The remarks of institutions, oldest first; the team's own stay in its writing pages. */
    @Transactional(readOnly = true)
    public List<Line> of(Reviews.Header dossier) {
        var trame = trames.of(dossier.trame(), dossier.kind());
        return remarks.of(dossier.id()).stream()
                .filter(remark -> remark.party().instructs())
                .map(remark -> new Line(
                        remark,
                        trame.section(remark.section())
                                .map(section -> section.number() + " " + section.title())
                                .orElse("Ensemble du dossier"),
                        trame.section(remark.section())
                                .filter(TrameSection::isFilled)
                                .isPresent()))
                .toList();
    }

    /** @param id chosen when the form was shown: the same form sent twice writes one remark */
    public MoveOutcome write(InstitutionView view, String number, UUID id, String section, String text, String due) {
        var dossier = reviews.forInstitution(view.institution().id(), number);
        var faults = new LinkedHashMap<String, String>();
        if (trames.of(dossier.trame(), dossier.kind()).section(section).isEmpty()) {
            faults.put("section", "Choisissez la section concernée.");
        }
        if (text.isBlank()) {
            faults.put("text", "Écrivez la remarque avant de l’envoyer.");
        } else if (text.length() > Remarks.LONGEST) {
            faults.put("text", TOO_LONG);
        }
        LocalDate dueOn = null;
        try {
            dueOn = due.isBlank() ? null : LocalDate.parse(due);
        } catch (DateTimeParseException _) {
            faults.put("due", "Cette date n’est pas comprise. Écrivez-la comme 2027-01-22.");
        }
        if (dueOn != null && dueOn.isBefore(today.day())) {
            faults.put("due", "Cette date est passée.");
        }
        if (!faults.isEmpty()) {
            return new MoveOutcome.Invalid(faults);
        }
        var locked = silence.lock(dossier.id());
        if (!locked.step().underReview()) {
            return new MoveOutcome.NotFromHere(locked.seen());
        }
        if (remarks.write(
                dossier.id(),
                id,
                section,
                text,
                view.actor(),
                view.institution().party())) {
            remarks.from(id, view.institution().id().value(), dueOn);
            announcements.remarkWritten(locked, By.institution(view), text);
        }
        return new MoveOutcome.Done(locked.step());
    }

    /**
     * The institution that wrote a remark settles it, and no other.
     *
     * @return false when it is another's
     */
    boolean settle(InstitutionView view, String number, UUID remark, boolean settled) {
        var dossier = reviews.forInstitution(view.institution().id(), number);
        fromInstitution(dossier.id(), remark);
        boolean own = remarks.of(dossier.id()).stream()
                .anyMatch(line -> line.id().equals(remark)
                        && line.isOf(
                                view.institution().id().value(),
                                view.institution().party()));
        if (own) {
            remarks.setResolved(dossier.id(), remark, settled, view.actor());
        }
        return own;
    }

    /** @param id chosen when the form was shown: the same form sent twice answers once */
    public MoveOutcome answer(CommunityView view, DossierKind kind, UUID remark, UUID id, String text) {
        return answer(view, kind, remark, id, text, Integer.MAX_VALUE);
    }

    /**
     * @param id chosen when the form was shown: the same form sent twice answers once
     * @param seen how many answers the page showed: whoever did not see the last one reads it before sending theirs
     */
    public MoveOutcome answer(CommunityView view, DossierKind kind, UUID remark, UUID id, String text, int seen) {
        if (text.isBlank()) {
            return new MoveOutcome.Invalid("text", "Écrivez la réponse avant de l’envoyer.");
        }
        if (text.length() > Remarks.LONGEST) {
            return new MoveOutcome.Invalid("text", TOO_LONG);
        }
        var dossier =
                reviews.forCommunity(view.id(), kind).orElseThrow(() -> new NotFound("dossier of " + view.slug()));
        var locked = silence.lock(dossier.id());
        if (!locked.step().underReview()) {
            return new MoveOutcome.NotFromHere(locked.seen());
        }
        var last = unseen(dossier.id(), remark, id, seen);
        if (last.isPresent()) {
            return new MoveOutcome.Invalid(
                    "text",
                    last.get().author() + " vient de répondre\u00A0: «\u00A0"
                            + last.get().text() + "\u00A0» Relisez, puis envoyez votre texte s’il la complète.");
        }
        Actor actor = view.actor();
        if (remarks.answer(fromInstitution(dossier.id(), remark), remark, id, text, actor, Party.CPTS)) {
            announcements.remarkAnswered(locked, By.cpts(actor), text);
        }
        return new MoveOutcome.Done(locked.step());
    }

    /** The last answer, when it came after the page was shown and is not this very form sent again. */
    private Optional<Remark.Answer> unseen(DossierId dossier, UUID remark, UUID id, int seen) {
        var answers = remarks.of(dossier).stream()
                .filter(line -> line.id().equals(remark))
                .flatMap(line -> line.answers().stream())
                .toList();
        return answers.size() <= seen || remarks.isAnswer(id) ? Optional.empty() : Optional.of(answers.getLast());
    }

    /** The team's own remarks are not reached from here, whatever their id. */
    private DossierId fromInstitution(DossierId dossier, UUID remark) {
        boolean known = remarks.of(dossier).stream()
                .anyMatch(line -> line.id().equals(remark) && line.party().instructs());
        if (!known) {
            throw new NotFound("remark " + remark);
        }
        return dossier;
    }
}
