package fr.maillage.dossier.instruction;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.Party;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.DossierKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what each side may read of a dossier. */
@Component
@Transactional(readOnly = true)
class ReviewPages {

    private final Reviews reviews;
    private final FrozenFiles files;
    private final ReviewRemarks remarks;
    private final Chronicle chronicle;

    ReviewPages(Reviews reviews, FrozenFiles files, ReviewRemarks remarks, Chronicle chronicle) {
        this.reviews = reviews;
        this.files = files;
        this.remarks = remarks;
        this.chronicle = chronicle;
    }

    /** @throws fr.maillage.shared.NotFound when the dossier is not in the scope of the institution */
    ReviewPage forInstitution(InstitutionView view, String number) {
        var dossier = reviews.forInstitution(view.institution().id(), number);
        var deposits = reviews.deposits(dossier.id());
        var written = remarks.of(dossier);
        var notes = reviews.notes(dossier.id());
        var events = new ArrayList<>(chronicle.shared(dossier.id(), written));
        events.addAll(chronicle.confidential(dossier.id(), reviews.given(dossier.id()), notes));
        return new ReviewPage(
                dossier,
                deposits,
                reviews.delay(dossier, deposits),
                deposits.isEmpty()
                        ? List.of()
                        : reviews.opinions(dossier.id(), deposits.getFirst().ordinal()),
                notes,
                reviews.moves(dossier.id()),
                files.ofMoves(dossier.id()),
                written,
                deposits.isEmpty() ? List.of() : reviews.findings(deposits.getFirst()),
                deposits.isEmpty() ? null : reviews.facts(deposits.getFirst()),
                Instruction.open(dossier, view.institution().party()),
                events);
    }

    /** Empty before the CPTS has begun to write. The notes and the opinions stay between institutions. */
    Optional<ReviewPage> forCommunity(CommunityView view, DossierKind kind) {
        return reviews.forCommunity(view.id(), kind).map(dossier -> {
            var deposits = reviews.deposits(dossier.id()).stream()
                    .map(deposit -> deposit.seenBy(view))
                    .toList();
            var written = remarks.of(dossier);
            return new ReviewPage(
                    dossier,
                    deposits,
                    reviews.delay(dossier, deposits),
                    List.of(),
                    List.of(),
                    reviews.moves(dossier.id()),
                    files.ofMoves(dossier.id()),
                    written,
                    List.of(),
                    null,
                    view.may(Right.DEPOSIT) ? Instruction.open(dossier, Party.CPTS) : List.of(),
                    chronicle.shared(dossier.id(), written));
        });
    }
}
