package fr.maillage.dossier.projection;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.FactLine;
import fr.maillage.documents.Inline;
import fr.maillage.documents.PlainText;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a document says where a fact is not entered yet. The same words tell the program that something is left: they are
 * written here alone, in italics, which no view uses for a fact.
 */
public final class Absent {

    static final List<Inline> CELL = List.of(new Inline.Emphasis(Inline.text("à compléter")));

    private Absent() {}

    /** A sentence in the place of a whole table. */
    static List<Block> sentence(String sentence) {
        return List.of(new Block.Paragraph(List.of(new Inline.Emphasis(Inline.text(sentence)))));
    }

    static FactLine line(String label) {
        return new FactLine(label, CELL);
    }

    /** Whether a view shows nothing that somebody entered. */
    public static boolean everywhere(List<Block> blocks) {
        return blocks.stream()
                .allMatch(block -> block instanceof Block.Paragraph(var content)
                        && content.size() == 1
                        && content.getFirst() instanceof Inline.Emphasis);
    }

    /** The labels of a form or the heads of a table’s rows whose fact, or a part of it, is not entered yet, in order. */
    public static List<String> labels(List<Block> blocks) {
        return blocks.stream().flatMap(Absent::labels).toList();
    }

    private static Stream<String> labels(Block block) {
        return switch (block) {
            case Block.Facts(var lines) ->
                lines.stream().filter(line -> line.value().containsAll(CELL)).map(FactLine::label);
            case Block.Table table ->
                table.rows().stream()
                        .filter(row -> row.cells().contains(CELL))
                        .map(row -> PlainText.of(
                                        List.of(new Block.Paragraph(row.cells().getFirst())))
                                .strip());
            default -> Stream.empty();
        };
    }
}
