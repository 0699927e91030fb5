package fr.maillage.documents;

import fr.maillage.documents.Block.FigureKind;
import fr.maillage.shared.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of tables, figures and notes, given in reading order; both renderers count alike. */
final class Numbering {

    private int tables;
    private int notes;
    private final Map<FigureKind, Integer> figures = new EnumMap<>(FigureKind.class);
    private final Map<Source, List<Integer>> sources = new LinkedHashMap<>();

    int nextTable() {
        return ++tables;
    }

    int nextFigure(FigureKind kind) {
        return figures.merge(kind, 1, Integer::sum);
    }

    int nextNote(Source source) {
        sources.computeIfAbsent(source, _ -> new ArrayList<>()).add(++notes);
        return notes;
    }

    /** Every source cited so far with the numbers of its notes, as the last chapter; empty without notes. */
    List<Block> sources() {
        if (sources.isEmpty()) {
            return List.of();
        }
        List<Block.Row> rows = new ArrayList<>();
        sources.forEach((source, numbers) -> rows.add(new Block.Row(
                Block.Emphasis.NONE,
                List.of(
                        Inline.text(source.title()),
                        address(source),
                        Inline.text(String.join(
                                ", ", numbers.stream().map(String::valueOf).toList()))))));
        return List.of(
                new Block.Heading(1, "", "Sources", "sources"),
                new Block.Table(
                        "",
                        List.of(
                                new Block.Column("Source", Block.Align.LEFT, 6),
                                new Block.Column("Adresse", Block.Align.LEFT, 5),
                                new Block.Column("Notes", Block.Align.RIGHT, 1)),
                        rows,
                        ""));
    }

    private static List<Inline> address(Source source) {
        var href = source.href();
        if (href == null || href.isBlank()) {
            return Inline.text("non publiée en ligne");
        }
        return Narrative.isSafe(href)
                ? List.of(new Inline.Link(href, Inline.text(Addresses.breakable(href))))
                : Inline.text(href);
    }
}
