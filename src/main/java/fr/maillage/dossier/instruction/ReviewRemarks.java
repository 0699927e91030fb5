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

    private final Remarks remarks;
    private final Reviews reviews;
    private final Trames trames;
    private final Silence silence;
    private final Announcements announcements;

    ReviewRemarks(Remarks remarks, Reviews reviews, Trames trames, Silence silence, Announcements announcements) {
        this.remarks = remarks;
        this.reviews = reviews;
        this.trames = trames;
        this.silence = silence;
        this.announcements = announcements;
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
    MoveOutcome write(InstitutionView view, String number, UUID id, String section, String text) {
        if (text.isBlank()) {
            return new MoveOutcome.Invalid("text", "Écrivez la remarque avant de l’envoyer.");
        }
        if (text.length() > Remarks.LONGEST) {
            return tooLong();
        }
        var dossier = reviews.forInstitution(view.institution().id(), number);
        if (trames.of(dossier.trame(), dossier.kind()).section(section).isEmpty()) {
            return new MoveOutcome.Invalid("section", "Choisissez la section concernée.");
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
            announcements.remarkWritten(locked, By.institution(view), text);
        }
        return new MoveOutcome.Done(locked.step());
    }

    void settle(InstitutionView view, String number, UUID remark, boolean settled) {
        var dossier = reviews.forInstitution(view.institution().id(), number);
        remarks.setResolved(fromInstitution(dossier.id(), remark), remark, settled, view.actor());
    }

    /** @param id chosen when the form was shown: the same form sent twice answers once */
    public MoveOutcome answer(CommunityView view, DossierKind kind, UUID remark, UUID id, String text) {
        if (text.isBlank()) {
            return new MoveOutcome.Invalid("text", "Écrivez la réponse avant de l’envoyer.");
        }
        if (text.length() > Remarks.LONGEST) {
            return tooLong();
        }
        var dossier =
                reviews.forCommunity(view.id(), kind).orElseThrow(() -> new NotFound("dossier of " + view.slug()));
        var locked = silence.lock(dossier.id());
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

    private static MoveOutcome tooLong() {
        return new MoveOutcome.Invalid("text", "Ce texte est trop long : 5 000 signes au plus.");
    }
}
