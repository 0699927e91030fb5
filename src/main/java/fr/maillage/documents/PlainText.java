package fr.maillage.documents;

import java.util.List;

/** The words of blocks, without any form. */
public final class PlainText {

    private PlainText() {}

    /** One line per paragraph, item, cell or heading. */
    public static String of(List<Block> blocks) {
        var text = new StringBuilder();
        blocks.forEach(block -> append(block, text));
        return text.toString().strip();
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
