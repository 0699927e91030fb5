package fr.maillage.documents;

import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Item;
import fr.maillage.documents.Block.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Turns Markdown into blocks, keeping only what a document may hold. One reader reads one text. */
final class MarkdownReader {

    private static final int DEEPEST_HEADING = 4;
    private static final int DEEPEST_NESTING = 20;

    /** Without code nor HTML blocks: an indented line is a paragraph, and a tag never hides text. */
    private static final Parser PARSER = parser(List.of(TablesExtension.create()));

    /** Tables stay the signs that were typed. */
    private static final Parser WITHOUT_TABLES = parser(List.of());

    private static Parser parser(List<Extension> extensions) {
        return Parser.builder()
                .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class))
                .extensions(extensions)
                .maxOpenBlockParsers(DEEPEST_NESTING)
                .maxInlineNesting(DEEPEST_NESTING)
                .build();
    }

    /** A line that stands for a figure, wherever the text around it ends. */
    private static final Pattern FIGURE_LINE = Pattern.compile("(?m)^[ \\t]*(\\{\\{figure:[a-z0-9-]{1,80}}})[ \\t]*$");

    private static final Pattern FIGURE = Pattern.compile("\\{\\{figure:([a-z0-9-]{1,80})}}");

    private final int level;
    private final String anchor;
    private final Map<String, Block.Figure> figures;
    private int headings;
    private int deepest;

    MarkdownReader(int level, String anchor, Map<String, Block.Figure> figures) {
        this.level = level;
        this.anchor = anchor;
        this.figures = figures;
        this.deepest = level;
    }

    List<Block> read(String markdown) {
        var text = PastedHtml.toMarkdown(Plain.of(markdown));
        if (!figures.isEmpty()) {
            text = FIGURE_LINE.matcher(text).replaceAll("\n\n$1\n\n");
        }
        return blocks((TableBounds.holds(text) ? PARSER : WITHOUT_TABLES).parse(text));
    }

    private List<Block> blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> addHeading(heading, blocks);
                case Paragraph paragraph -> addParagraph(paragraph, blocks);
                case BulletList list -> blocks.add(new Block.BulletList(items(list)));
                case OrderedList list -> blocks.add(new Block.NumberedList(start(list), items(list)));
                case BlockQuote quote -> blocks.add(new Block.Callout("", blocks(quote)));
                case TableBlock table -> blocks.add(table(table));
                default -> {
                    // a thematic break says nothing in a document
                }
            }
        }
        return blocks;
    }

    /** No level is skipped, whatever was typed: a screen reader and Word both read the outline. */
    private void addHeading(Heading heading, List<Block> blocks) {
        var text = PlainText.ofLine(inlines(heading)).strip();
        if (text.isEmpty()) {
            return;
        }
        int shifted = Math.min(level + heading.getLevel(), Math.min(deepest + 1, DEEPEST_HEADING));
        deepest = shifted;
        headings++;
        blocks.add(new Block.Heading(shifted, "", text, anchor + "-" + headings));
    }

    private void addParagraph(Paragraph paragraph, List<Block> blocks) {
        var content = inlines(paragraph);
        var words = PlainText.ofLine(content);
        var token = FIGURE.matcher(words.strip());
        var figure = token.matches() ? figures.get(token.group(1)) : null;
        if (figure != null) {
            blocks.add(figure);
        } else if (!words.isBlank()) {
            blocks.add(new Block.Paragraph(content));
        }
    }

    private List<Item> items(ListBlock list) {
        List<Item> items = new ArrayList<>();
        for (var node = list.getFirstChild(); node != null; node = node.getNext()) {
            items.add(new Item(blocks(node)));
        }
        return items;
    }

    private static int start(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        return start == null ? 1 : start;
    }

    private Block table(TableBlock table) {
        List<Column> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var line = part.getFirstChild(); line != null; line = line.getNext()) {
                if (part instanceof TableHead) {
                    for (var cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                        columns.add(new Column(PlainText.ofLine(inlines(cell)), align(cell), 1));
                    }
                } else if (part instanceof TableBody) {
                    rows.add(row(line, columns.size()));
                }
            }
        }
        return new Block.Table("", columns, rows, "");
    }

    private Row row(Node line, int width) {
        List<List<Inline>> cells = new ArrayList<>();
        for (var cell = line.getFirstChild(); cell != null && cells.size() < width; cell = cell.getNext()) {
            cells.add(inlines(cell));
        }
        while (cells.size() < width) {
            cells.add(List.of());
        }
        return new Row(Emphasis.NONE, cells);
    }

    private static Align align(Node cell) {
        var alignment = ((TableCell) cell).getAlignment();
        if (alignment == TableCell.Alignment.RIGHT) {
            return Align.RIGHT;
        }
        return alignment == TableCell.Alignment.CENTER ? Align.CENTER : Align.LEFT;
    }

    private static List<Inline> inlines(Node parent) {
        List<Inline> inlines = new ArrayList<>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> addText(text.getLiteral(), inlines);
                case Code code -> addText(code.getLiteral(), inlines);
                case SoftLineBreak _ -> addText(" ", inlines);
                case HardLineBreak _ -> inlines.add(new Inline.LineBreak());
                case StrongEmphasis strong -> inlines.add(new Inline.Strong(inlines(strong)));
                case org.commonmark.node.Emphasis emphasis -> inlines.add(new Inline.Emphasis(inlines(emphasis)));
                case Link link -> inlines.addAll(link(link));
                case Image image -> inlines.addAll(inlines(image));
                case HtmlInline _ -> {
                    // the tag goes, the text around it stays
                }
                default -> inlines.addAll(inlines(node));
            }
        }
        return inlines;
    }

    /** In one piece with the text before it, so that typography sees both sides of a space. */
    private static void addText(String text, List<Inline> inlines) {
        if (!inlines.isEmpty() && inlines.getLast() instanceof Inline.Text(var before)) {
            inlines.removeLast();
            inlines.add(new Inline.Text(before + text));
        } else {
            inlines.add(new Inline.Text(text));
        }
    }

    private static List<Inline> link(Link link) {
        var content = inlines(link);
        return Narrative.isSafe(link.getDestination())
                ? List.of(new Inline.Link(link.getDestination(), content))
                : content;
    }
}
