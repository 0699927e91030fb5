package fr.maillage.dossier.instruction;

import fr.maillage.documents.PlainText;
import fr.maillage.ui.DiffPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a compared section that stand together: some text, or rows of one table.
 *
 * @param skipped unchanged lines left out before it
 * @param heads those of the table; empty for text, or for a table without heads
 * @param lines cells of each row; a line of text has one
 */
public record Excerpt(int skipped, List<List<DiffPart>> heads, List<Line> lines) {

    /** @param cells runs of words, some added or taken away */
    public record Line(List<List<DiffPart>> cells) {

        boolean changed() {
            return cells.stream()
                    .flatMap(List::stream)
                    .anyMatch(part ->
                            part.kind() != DiffPart.Kind.SAME && !part.text().isBlank());
        }

        boolean isHeads() {
            return cells.getFirst().stream().anyMatch(part -> part.text().indexOf(PlainText.HEADS) >= 0);
        }

        Line withoutMark() {
            return new Line(cells.stream()
                    .map(cell -> cell.stream()
                            .map(part ->
                                    new DiffPart(part.kind(), part.text().replace(String.valueOf(PlainText.HEADS), "")))
                            .filter(part -> !part.text().isEmpty())
                            .toList())
                    .toList());
        }
    }

    public boolean isTable() {
        return !heads.isEmpty() || lines.stream().anyMatch(line -> line.cells().size() > 1);
    }

    /** As many cells in each row: a row of which one was taken away has them all. */
    public int width() {
        return Math.max(
                heads.size(),
                lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0));
    }

    /** Every line. */
    static List<Excerpt> whole(List<DiffPart> parts) {
        return excerpts(parts, true);
    }

    /** The lines that changed, the line of text before and after each, and the heads of the tables. */
    static List<Excerpt> around(List<DiffPart> parts) {
        return excerpts(parts, false);
    }

    private static List<Excerpt> excerpts(List<DiffPart> parts, boolean whole) {
        var lines = lines(parts);
        var excerpts = new ArrayList<Excerpt>();
        int skipped = 0;
        int at = 0;
        while (at < lines.size()) {
            int end = end(lines, at);
            var run = lines.subList(at, end);
            boolean table = run.getFirst().cells().size() > 1 || run.getFirst().isHeads();
            List<List<DiffPart>> heads = List.of();
            if (table && run.getFirst().isHeads() && !run.getFirst().changed()) {
                heads = run.getFirst().withoutMark().cells();
                run = run.subList(1, run.size());
            }
            var kept = new ArrayList<Line>();
            for (int i = 0; i < run.size(); i++) {
                if (whole || run.get(i).changed() || !table && beside(lines, at + i)) {
                    kept.add(run.get(i).withoutMark());
                } else {
                    if (!kept.isEmpty()) {
                        excerpts.add(new Excerpt(skipped, heads, List.copyOf(kept)));
                        kept.clear();
                        skipped = 0;
                    }
                    skipped++;
                }
            }
            if (!kept.isEmpty()) {
                excerpts.add(new Excerpt(skipped, heads, List.copyOf(kept)));
                skipped = 0;
            }
            at = end;
        }
        return List.copyOf(excerpts);
    }

    /** A line of text next to one that changed, or just above a table that changed: what the change is about. */
    private static boolean beside(List<Line> lines, int at) {
        if (at > 0 && lines.get(at - 1).changed()) {
            return true;
        }
        if (at + 1 == lines.size()) {
            return false;
        }
        int after = isText(lines.get(at + 1)) ? at + 2 : end(lines, at + 1);
        return lines.subList(at + 1, after).stream().anyMatch(Line::changed);
    }

    private static boolean isText(Line line) {
        return line.cells().size() == 1 && !line.isHeads();
    }

    /** Where the run of text, or the table, that begins here ends. */
    private static int end(List<Line> lines, int from) {
        int end = from + 1;
        while (end < lines.size()
                && isText(lines.get(end)) == isText(lines.get(from))
                && !lines.get(end).isHeads()) {
            end++;
        }
        return end;
    }

    private static List<Line> lines(List<DiffPart> parts) {
        var lines = new ArrayList<Line>();
        var cells = new ArrayList<List<DiffPart>>();
        var cell = new ArrayList<DiffPart>();
        for (var part : parts) {
            var texts = part.text().split("\n", -1);
            for (int i = 0; i < texts.length; i++) {
                if (i > 0) {
                    cells.add(List.copyOf(cell));
                    cell.clear();
                    lines.add(new Line(List.copyOf(cells)));
                    cells.clear();
                }
                var pieces = texts[i].split(String.valueOf(PlainText.CELL), -1);
                for (int j = 0; j < pieces.length; j++) {
                    if (j > 0) {
                        cells.add(List.copyOf(cell));
                        cell.clear();
                    }
                    if (!pieces[j].isEmpty()) {
                        cell.add(new DiffPart(part.kind(), pieces[j]));
                    }
                }
            }
        }
        cells.add(List.copyOf(cell));
        lines.add(new Line(List.copyOf(cells)));
        lines.removeIf(line -> line.cells().stream().allMatch(List::isEmpty));
        return lines;
    }
}
