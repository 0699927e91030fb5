package fr.maillage.documents;

import java.util.regex.Pattern;

/**
 * Makes Markdown of a text in which somebody pasted HTML, from a word processor most often: the invisible parts go away
 * with their content, the blocks become paragraphs. Tags left inside a line are dropped when the Markdown is read.
 */
final class PastedHtml {

    private static final Pattern HINT = Pattern.compile("<[a-zA-Z/!?]");
    private static final Pattern INVISIBLE =
            Pattern.compile("(?is)<!--.*?(?:-->|\\z)|<!\\[.*?]>|<\\?.*?>|<!doctype[^>]*>"
                    + "|<(script|style|xml|head|title|object|iframe|svg|math|template)\\b[^>]*>.*?(?:</\\1\\s*>|\\z)");
    /** Word's own tags, such as {@code <o:p>}: Markdown would take them for text. */
    private static final Pattern FOREIGN_TAG = Pattern.compile("(?i)</?[a-z]\\w*:[a-z]\\w*\\b[^>]*>");

    private static final Pattern LINE_BREAK = Pattern.compile("(?i)<br\\b[^>]*>");
    private static final Pattern ITEM = Pattern.compile("(?i)\\s*<li\\b[^>]*>\\s*");
    private static final Pattern CELL_END = Pattern.compile("(?i)</t[dh]\\s*>");
    private static final Pattern BLOCK_TAG = Pattern.compile(
            "(?i)\\s*</?(?:p|div|h[1-6]|table|thead|tbody|tr|ul|ol|li|section|article|blockquote|hr|body|html|dl|dt|dd)\\b[^>]*>\\s*");

    private PastedHtml() {}

    static String toMarkdown(String typed) {
        if (!HINT.matcher(typed).find()) {
            return typed;
        }
        var text = INVISIBLE.matcher(typed).replaceAll("");
        text = FOREIGN_TAG.matcher(text).replaceAll("");
        text = LINE_BREAK.matcher(text).replaceAll("\\\\\n");
        text = ITEM.matcher(text).replaceAll("\n- ");
        text = CELL_END.matcher(text).replaceAll(" ");
        return BLOCK_TAG.matcher(text).replaceAll("\n\n");
    }
}
