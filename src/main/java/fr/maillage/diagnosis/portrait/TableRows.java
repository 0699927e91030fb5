package fr.maillage.diagnosis.portrait;

import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.shared.French;
import java.util.List;

/** Rows and cells of the tables of a portrait. */
final class TableRows {

    private TableRows() {}

    static List<Inline> cell(String text) {
        return Inline.text(text);
    }

    @SafeVarargs
    static Row row(Emphasis emphasis, List<Inline>... cells) {
        return new Row(emphasis, List.of(cells));
    }

    /**
     * What a shortened table says of the rows that are left out; empty when there are none.
     *
     * @param many « autres professions sont »
     */
    static String left(int rows, String one, String many) {
        return rows > 0 ? " " + French.count(rows, one, many) + " dans le tableur." : "";
    }
}
