package fr.maillage.dossier.instruction;

import fr.maillage.access.Actor;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Party;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.Remark;
import fr.maillage.dossier.writing.Remarks;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The remarks of the institutions on a deposited dossier, and the answers of the CPTS, one by one. */
@Service
@Transactional
public class ReviewRemarks {

    /** A remark with the section it is about, as the trame numbers it. */
    public record Line(Remark remark, String section) {}

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
                                .orElse("Ensemble du dossier")))
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
        Actor actor = view.actor();
        if (remarks.answer(fromInstitution(dossier.id(), remark), remark, id, text, actor, Party.CPTS)) {
            announcements.remarkAnswered(locked, By.cpts(actor), text);
        }
        return new MoveOutcome.Done(locked.step());
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
