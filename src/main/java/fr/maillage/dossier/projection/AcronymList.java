package fr.maillage.dossier.projection;

import fr.maillage.documents.Block;
import fr.maillage.documents.PlainText;
import fr.maillage.ui.Acronyms;
import java.util.List;
import java.util.Optional;

/**
 * The acronyms that a document uses, in full, as its last table. It is no heading: the contents of a document are those of
 * the source of its trame (decision 0140).
 */
final class AcronymList {

    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column("Sigles employés", Block.Align.LEFT, 1),
            new Block.Column("En toutes lettres", Block.Align.LEFT, 4));

    private AcronymList() {}

    /** Nothing for a document without any. */
    static Optional<Block> of(List<Block> body) {
        var rows = Acronyms.inText(PlainText.of(body)).stream()
                .map(known -> Block.Row.of(known.acronym(), known.meaning()))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Table("", COLUMNS, rows, ""));
    }

    static boolean is(Block block) {
        return block instanceof Block.Table table && table.columns().equals(COLUMNS);
    }
}
