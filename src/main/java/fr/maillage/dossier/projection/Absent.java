package fr.maillage.dossier.projection;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.FactLine;
import fr.maillage.documents.Inline;
import java.util.List;

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

    /** The labels of a form whose fact, or a part of it, is not entered yet, in order. */
    public static List<String> labels(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Facts.class::isInstance)
                .map(Block.Facts.class::cast)
                .flatMap(facts -> facts.lines().stream())
                .filter(line -> line.value().containsAll(CELL))
                .map(FactLine::label)
                .toList();
    }
}
