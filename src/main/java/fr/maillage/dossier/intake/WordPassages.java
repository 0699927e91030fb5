package fr.maillage.dossier.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts the paragraphs and tables of a document into passages, one by heading. */
final class WordPassages {

    /** Signs: a longer bold line is a sentence that somebody wanted to stress. */
    private static final int LONGEST_HEADING = 110;

    /** Word writes a no-break space after a number as often as a plain one. */
    private static final String SPACE = "[\\s\\u00A0\\u2002]";

    private static final String DIGITS = "\\d{1,2}(?:\\.\\d{1,2})*" + SPACE + "*[.)–-]?";
    private static final Pattern NUMBER =
            Pattern.compile("^(?:" + DIGITS + "|(?:[IVX]{1,4}|[A-Za-z])" + SPACE + "*[.)–-])" + SPACE + "+");
    private static final Pattern NUMBERED =
            Pattern.compile("^(\\d{1,2}(?:\\.\\d{1,2})*)" + SPACE + "*[.)–-]?" + SPACE + "+\\p{L}.*");

    private final List<Passage> passages = new ArrayList<>();
    private String heading = "";
    private int level;
    private int pictures;
    private boolean inList;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param style the level that the style of the paragraph gives, 0 for none
     * @param bold whether every word of it is bold
     */
    void paragraph(String words, String markdown, int style, boolean bold) {
        if (words.isBlank()) {
            return;
        }
        int found = style > 0 ? style : guessed(words, bold);
        if (found > 0) {
            begin(found, words.strip());
            return;
        }
        apart(false);
        text.append(MarkdownText.line(markdown.strip())).append('\n');
    }

    void item(String markdown, int depth, boolean numbered) {
        if (!markdown.isBlank()) {
            apart(true);
            text.append("   ".repeat(depth))
                    .append(numbered ? "1. " : "- ")
                    .append(markdown.strip())
                    .append('\n');
        }
    }

    /** The first row bears the titles of the columns. */
    void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) {
            return;
        }
        apart(false);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            text.append('|');
            for (int c = 0; c < columns; c++) {
                text.append(' ')
                        .append(c < row.size() ? MarkdownText.cell(row.get(c)) : "")
                        .append(" |");
            }
            text.append('\n');
            if (i == 0) {
                text.append("|").append("---|".repeat(columns)).append('\n');
            }
        }
    }

    void picture() {
        pictures++;
    }

    List<Passage> end() {
        close();
        return passages;
    }

    private void begin(int found, String words) {
        close();
        level = found;
        heading = NUMBER.matcher(words).replaceFirst("");
        if (heading.isBlank()) {
            heading = words;
        }
    }

    private void close() {
        if (level > 0 || !text.isEmpty() || pictures > 0) {
            passages.add(new Passage(
                    passages.size() + 1, level, heading, text.toString().strip(), pictures));
        }
        heading = "";
        text.setLength(0);
        pictures = 0;
        inList = false;
    }

    /** A list goes on line by line; everything else stands apart. */
    private void apart(boolean list) {
        if (!text.isEmpty() && !(list && inList)) {
            text.append('\n');
        }
        inList = list;
    }

    /** A short line that is all bold, or that bears a number as headings do, without the point of a sentence. */
    private static int guessed(String words, boolean bold) {
        var line = words.strip();
        if (line.length() > LONGEST_HEADING || line.endsWith(".") || line.endsWith(";") || line.endsWith(",")) {
            return 0;
        }
        var numbered = NUMBERED.matcher(line);
        if (bold && numbered.matches()) {
            return (int) numbered.group(1).chars().filter(sign -> sign == '.').count() + 1;
        }
        return bold ? 3 : 0;
    }
}
