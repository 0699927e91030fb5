package fr.maillage.documents;

import java.util.Locale;
import java.util.Set;

/**
 * Makes Markdown of a text in which somebody pasted HTML, from a word processor most often: the invisible parts go away
 * with their content, the blocks become paragraphs. Tags left inside a line are dropped when the Markdown is read.
 *
 * <p>Read once from left to right: the time stays that of the length, whatever was typed.
 */
final class PastedHtml {

    private static final Set<String> INVISIBLE =
            Set.of("script", "style", "xml", "head", "title", "object", "iframe", "svg", "math", "template");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "thead",
            "tbody",
            "tr",
            "ul",
            "ol",
            "li",
            "section",
            "article",
            "blockquote",
            "hr",
            "body",
            "html",
            "dl",
            "dt",
            "dd");
    private static final String PARAGRAPH = "\n\n";

    private final String typed;
    private final StringBuilder text;
    private int at;

    private PastedHtml(String typed) {
        this.typed = typed;
        this.text = new StringBuilder(typed.length());
    }

    static String toMarkdown(String typed) {
        return typed.indexOf('<') < 0 ? typed : new PastedHtml(typed).read();
    }

    private String read() {
        // beyond these, no tag and no marked section ends any more
        int lastTagEnd = typed.lastIndexOf('>');
        int lastSectionEnd = typed.lastIndexOf("]>");
        while (at < typed.length()) {
            int tag = typed.indexOf('<', at);
            if (tag < 0) {
                break;
            }
            text.append(typed, at, tag);
            at = tag;
            if (typed.startsWith("<!--", at)) {
                skipTo("-->", at + 4);
            } else if (typed.startsWith("<![", at) && at < lastSectionEnd) {
                skipTo("]>", at + 3);
            } else if (typed.startsWith("<![", at) || at >= lastTagEnd) {
                keepSign();
            } else if (typed.startsWith("<?", at) || typed.regionMatches(true, at, "<!doctype", 0, 9)) {
                skipTo(">", at);
            } else {
                readTag();
            }
        }
        return text.append(typed, at, typed.length()).toString();
    }

    /** A sign that begins no tag. What looks like a section without end would be looked for to the end of the text. */
    private void keepSign() {
        text.append(typed.startsWith("<!", at) || typed.startsWith("<?", at) ? "&lt;" : "<");
        at++;
    }

    /** At a {@code <} that some {@code >} follows. */
    private void readTag() {
        boolean closing = typed.charAt(at + 1) == '/';
        int from = at + (closing ? 2 : 1);
        int to = from;
        while (isWord(typed.charAt(to))) {
            to++;
        }
        var name = typed.substring(from, to).toLowerCase(Locale.ROOT);
        if (isForeign(name, to)) {
            skipTo(">", to);
        } else if (!closing && INVISIBLE.contains(name)) {
            skipTo(">", to);
            skipElement(name);
        } else if (!closing && name.equals("br")) {
            skipTo(">", to);
            text.append("\\\n");
        } else if (!closing && name.equals("li")) {
            skipTo(">", to);
            beginItem();
        } else if (closing && (name.equals("td") || name.equals("th"))) {
            skipTo(">", to);
            text.append(' ');
        } else if (BLOCKS.contains(name)) {
            skipTo(">", to);
            trim();
            text.append(PARAGRAPH);
            skipSpaces();
        } else {
            text.append(typed, at, to);
            at = to;
        }
    }

    /** Word's own tags, such as {@code <o:p>}: Markdown would take them for text. */
    private boolean isForeign(String name, int colon) {
        return !name.isEmpty()
                && Character.isLetter(name.charAt(0))
                && typed.charAt(colon) == ':'
                && isWord(typed.charAt(colon + 1));
    }

    private void beginItem() {
        if (text.length() < 2 || text.indexOf(PARAGRAPH, text.length() - 2) < 0) {
            trim();
            text.append('\n');
        }
        text.append("- ");
        skipSpaces();
    }

    /** To the end of an element, or of the text when it is never closed. */
    private void skipElement(String name) {
        for (int end = typed.indexOf("</", at); end >= 0; end = typed.indexOf("</", end + 2)) {
            if (typed.regionMatches(true, end + 2, name, 0, name.length())) {
                int close = end + 2 + name.length();
                while (close < typed.length() && Character.isWhitespace(typed.charAt(close))) {
                    close++;
                }
                if (close < typed.length() && typed.charAt(close) == '>') {
                    at = close + 1;
                    return;
                }
            }
        }
        at = typed.length();
    }

    private void skipTo(String end, int from) {
        int found = typed.indexOf(end, from);
        at = found < 0 ? typed.length() : found + end.length();
    }

    private void skipSpaces() {
        while (at < typed.length() && Character.isWhitespace(typed.charAt(at))) {
            at++;
        }
    }

    private void trim() {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
    }

    private static boolean isWord(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || (sign >= '0' && sign <= '9')
                || sign == '_';
    }
}
