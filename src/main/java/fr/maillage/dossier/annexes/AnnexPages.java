package fr.maillage.dossier.annexes;

import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.dossier.projection.CommunityReader;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.library.Attached;
import fr.maillage.library.Library;
import fr.maillage.statutes.AdoptedText;
import fr.maillage.ui.Option;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the page of the annexes of a dossier. */
@Component
class AnnexPages {

    private final Dossiers dossiers;
    private final Trames trames;
    private final Enclosures enclosures;
    private final Library library;
    private final CommunityReader reader;
    private final AdoptedAnnexes adopted;

    AnnexPages(
            Dossiers dossiers,
            Trames trames,
            Enclosures enclosures,
            Library library,
            CommunityReader reader,
            AdoptedAnnexes adopted) {
        this.dossiers = dossiers;
        this.trames = trames;
        this.enclosures = enclosures;
        this.library = library;
        this.reader = reader;
        this.adopted = adopted;
    }

    AnnexPage of(CommunityView view, DossierKind kind) {
        var dossier = dossiers.of(view.id(), kind);
        List<Attached> annexes = dossier.map(found -> seen(view, enclosures.current(view.id(), found.id())))
                .orElse(List.of());
        var facts = reader.of(view.id());
        var attached = annexes.stream().map(annex -> annex.document().id()).toList();
        return new AnnexPage(
                kind,
                dossier.map(found -> Enclosures.use(found.id()).code()).orElse(null),
                dossier.map(trames::of).orElseGet(() -> trames.byDefault(kind)).id(),
                annexes,
                ExpectedPiece.of(kind).stream()
                        .map(piece -> new AnnexPage.Piece(
                                piece,
                                made(piece, facts),
                                answers(piece, annexes),
                                adopted.offered(view, piece, annexes)
                                        .map(AdoptedText::adoptedOn)
                                        .orElse(null)))
                        .toList(),
                library.choices(view).stream()
                        .filter(document -> !attached.contains(document.id()))
                        .map(document -> new Option(
                                document.id().toString(),
                                document.facts().title() + " ("
                                        + document.facts().type().label() + ")"))
                        .toList());
    }

    /** Those that this person may read. */
    static List<Attached> seen(CommunityView view, List<Attached> annexes) {
        return annexes.stream()
                .filter(annex -> view.may(Right.WRITE)
                        || !annex.document().facts().type().reserved())
                .toList();
    }

    /** The annexes that go with a trame: those of the dossier of its kind, when one was begun. */
    List<Attached> inTrame(CommunityView view, Trame trame) {
        var kind = trame.kind();
        return kind == null
                ? List.of()
                : dossiers.of(view.id(), kind)
                        .map(dossier -> seen(view, enclosures.current(view.id(), dossier.id())))
                        .orElse(List.of());
    }

    CommunityFacts facts(CommunityId community) {
        return reader.of(community);
    }

    private static boolean made(ExpectedPiece piece, CommunityFacts facts) {
        return switch (piece.made()) {
            case COMMUNES -> facts.territory() != null;
            case BUDGET ->
                facts.project().budgets().stream()
                        .anyMatch(budget -> !budget.lines().isEmpty());
            case JOB_DESCRIPTION ->
                facts.context().posts().stream()
                        .anyMatch(
                                post -> post.isCoordination() && !post.duties().isBlank());
            case DOCUMENT -> !facts.project().actions().isEmpty();
            case null -> false;
        };
    }

    /** Named for the piece, or of a kind that answers it and named for no other. */
    private static List<Attached> answers(ExpectedPiece piece, List<Attached> annexes) {
        return annexes.stream()
                .filter(annex -> annex.piece() == null
                        ? piece.types().contains(annex.document().facts().type().code())
                        : piece.key().equals(annex.piece()))
                .toList();
    }
}
