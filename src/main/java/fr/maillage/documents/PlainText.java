package fr.maillage.documents;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** The words of blocks, without any form. */
public final class PlainText {

    /** Between two cells, where {@link #byRow} keeps the rows of a table: the sign that ASCII has for it. */
    public static final char CELL = '\u001F';

    /** Before the heads of a table, where {@link #byRow} keeps them. */
    public static final char HEADS = '\u001E';

    private PlainText() {}

    /** One line per paragraph, item, cell or heading. */
    public static String of(List<Block> blocks) {
        var text = new StringBuilder();
        blocks.forEach(block -> append(block, text));
        return text.toString().strip();
    }

    /** As {@link #of}, with one line per row of a table, its cells apart: what two versions are compared by. */
    public static String byRow(List<Block> blocks) {
        var text = new StringBuilder();
        for (var block : blocks) {
            if (block instanceof Block.Table table) {
                appendRows(table, text);
            } else {
                append(block, text);
            }
        }
        // Not strip(): the marks of heads and cells are white space to Java.
        return text.toString().replaceAll("^[ \\n]+|[ \\n]+$", "");
    }

    private static void appendRows(Block.Table table, StringBuilder text) {
        if (table.columns().stream().anyMatch(column -> !column.title().isBlank())) {
            text.append(HEADS)
                    .append(table.columns().stream().map(Block.Column::title).collect(cells()))
                    .append('\n');
        }
        table.rows()
                .forEach(row -> text.append(
                                row.cells().stream().map(PlainText::ofLine).collect(cells()))
                        .append('\n'));
    }

    private static Collector<CharSequence, ?, String> cells() {
        return Collectors.joining(String.valueOf(CELL));
    }

    static String ofLine(List<Inline> inlines) {
        var text = new StringBuilder();
        for (var inline : inlines) {
            switch (inline) {
                case Inline.Text(var words) -> text.append(words);
                case Inline.Strong(var content) -> text.append(ofLine(content));
                case Inline.Emphasis(var content) -> text.append(ofLine(content));
                case Inline.Link link -> text.append(ofLine(link.content()));
                case Inline.LineBreak _ -> text.append(' ');
                case Inline.Added added -> text.append(added.marked());
                case Inline.Removed removed -> text.append(removed.marked());
                case Inline.Note _ -> {}
            }
        }
        return text.toString();
    }

    private static void append(Block block, StringBuilder text) {
        switch (block) {
            case Block.Heading heading -> text.append(heading.line()).append('\n');
            case Block.Paragraph(var content) -> text.append(ofLine(content)).append('\n');
            case Block.BulletList(var items) -> items.forEach(item -> appendAll(item.content(), text));
            case Block.NumberedList list -> list.items().forEach(item -> appendAll(item.content(), text));
            case Block.Table table -> {
                table.columns().forEach(column -> text.append(column.title()).append('\n'));
                table.rows()
                        .forEach(row -> row.cells()
                                .forEach(cell -> text.append(ofLine(cell)).append('\n')));
            }
            case Block.Figure figure -> text.append(figure.caption()).append('\n');
            case Block.SideBySide(var left, var right) -> appendAll(List.of(left, right), text);
            case Block.Callout(var title, var content) -> {
                text.append(title).append('\n');
                appendAll(content, text);
            }
            case Block.Facts(var lines) ->
                lines.forEach(line -> text.append(line.label())
                        .append(' ')
                        .append(ofLine(line.value()))
                        .append('\n'));
            case Block.PageBreak _ -> {}
        }
    }

    private static void appendAll(List<Block> blocks, StringBuilder text) {
        blocks.forEach(block -> append(block, text));
    }
}
