package fr.maillage.dossier.projection;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of words: what is said, or « à compléter » where a fact is expected. */
final class ContextTable {

    private ContextTable() {}

    static Column column(String title, int weight) {
        return new Column(title, Align.LEFT, weight);
    }

    /** @param otherwise the sentence in the place of a table without rows */
    static List<Block> of(String caption, List<Column> columns, List<Row> rows, String otherwise) {
        return rows.isEmpty() ? Absent.sentence(otherwise) : List.of(new Block.Table(caption, columns, rows, ""));
    }

    /** An empty cell is expected: it says that it is to be filled. */
    static Row row(String... cells) {
        return new Row(
                Block.Emphasis.NONE,
                List.of(cells).stream()
                        .map(cell -> cell.isBlank() ? Absent.CELL : lines(cell))
                        .toList());
    }

    /** Words that keep their lines. */
    static List<Inline> lines(@Nullable String words) {
        var inlines = new ArrayList<Inline>();
        if (words != null) {
            words.lines().filter(line -> !line.isBlank()).forEach(line -> {
                if (!inlines.isEmpty()) {
                    inlines.add(new Inline.LineBreak());
                }
                inlines.add(new Inline.Text(line));
            });
        }
        return List.copyOf(inlines);
    }
}
