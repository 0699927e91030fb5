package fr.maillage.dossier.intake;

import java.util.regex.Pattern;

/** Writes words as Markdown that says nothing more than they do. */
final class MarkdownText {

    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>]");

    /** What would begin a heading, a list or a quotation at the head of a line. */
    private static final Pattern START = Pattern.compile("^(#{1,6} |[-+] |>|\\d{1,9}(?=[.)] ))");

    private MarkdownText() {}

    static String words(String text) {
        return SIGNS.matcher(text).replaceAll("\\\\$0");
    }

    /** A line of its own, which no sign makes something else. */
    static String line(String markdown) {
        var start = START.matcher(markdown);
        if (!start.find()) {
            return markdown;
        }
        return Character.isDigit(markdown.charAt(0))
                ? start.group() + "\\" + markdown.substring(start.end())
                : "\\" + markdown;
    }

    /** In a table, whose cells have one line. */
    static String cell(String markdown) {
        return markdown.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }
}
