package fr.maillage.dossier.annexes;

import fr.maillage.dossier.DossierKind;
import fr.maillage.library.Attached;
import fr.maillage.ui.Option;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The annexes of a dossier, and what is still expected.
 *
 * @param use code of the use « annex of this dossier »; null while the dossier is not begun
 * @param trame the trame of the dossier, or the one it would begin with
 * @param choices documents that are not annexes yet
 */
public record AnnexPage(
        DossierKind kind,
        @Nullable String use,
        String trame,
        List<Attached> annexes,
        List<Piece> pieces,
        List<Option> choices) {

    public AnnexPage {
        annexes = List.copyOf(annexes);
        pieces = List.copyOf(pieces);
        choices = List.copyOf(choices);
    }

    /**
     * An expected piece with its state.
     *
     * @param made whether Maillage makes it, and has what it takes
     * @param answers the annexes that answer it
     * @param adoptedOn when its text was adopted in Maillage and not joined yet, else null
     */
    public record Piece(
            ExpectedPiece expected,
            boolean made,
            List<Attached> answers,
            @Nullable LocalDate adoptedOn) {

        public boolean there() {
            return made || !answers.isEmpty();
        }
    }

    public long missing() {
        return pieces.stream().filter(piece -> !piece.there()).count();
    }
}
