package fr.maillage.documents;

import gg.jte.Content;
import java.util.List;
import java.util.Map;

/**
 * A text as a person wrote it: Markdown with headings, lists, emphasis, links and tables, nothing else. Raw HTML is
 * reduced to its text, images to their description, links that are not http, https or mailto to their words; so what
 * comes out is safe whatever was typed or pasted.
 *
 * <p>A line {@code {{figure:distance-urgences}}} by itself stands for a map or a chart that was put into the text.
 *
 * @param markdown as stored, and as given back to who edits it
 * @param figures what the figure lines stand for, by name; a line without its figure stays the signs that were typed
 */
public record Narrative(String markdown, Map<String, Block.Figure> figures) {

    public Narrative {
        figures = Map.copyOf(figures);
    }

    public Narrative(String markdown) {
        this(markdown, Map.of());
    }

    /** The line that stands for a figure. */
    public static String figureLine(String name) {
        return "{{figure:" + name + "}}";
    }

    /** Whether nothing of it would print: spaces of any width, signs without a shape, a comment of HTML. */
    public boolean isBlank() {
        return text().codePoints()
                .noneMatch(sign -> !Character.isSpaceChar(sign)
                        && !Character.isWhitespace(sign)
                        && Character.getType(sign) != Character.FORMAT);
    }

    /**
     * The blocks of a document.
     *
     * @param level the level of the heading above: headings of the text go below it
     * @param anchor that heading's anchor: it starts the anchors of the text's headings
     */
    public List<Block> blocks(int level, String anchor) {
        return new MarkdownReader(level, anchor, figures).read(markdown);
    }

    /** The text for a page, where {@code level} is the level of the HTML heading above; safe to print as it is. */
    public Content html(int level) {
        var html = ScreenHtml.of(blocks(level, "texte"));
        return output -> output.writeContent(html);
    }

    /** The words alone, one block per line: to count, to search, to compare. */
    public String text() {
        return PlainText.of(blocks(1, "texte"));
    }

    static boolean isSafe(String href) {
        return href.matches("(?i)(https?://|mailto:)[^\\s\"'<>\\\\]+");
    }
}
