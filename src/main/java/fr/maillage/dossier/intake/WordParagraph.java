package fr.maillage.dossier.intake;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A paragraph while it is read: its words with what is bold and italic, and what its properties say. */
final class WordParagraph {

    private static final Set<String> OFF = Set.of("0", "false", "off", "none");

    private final StringBuilder words = new StringBuilder();
    private final StringBuilder markdown = new StringBuilder();
    private final StringBuilder stretch = new StringBuilder();
    private String wrapped = "";
    private boolean bold;
    private boolean italic;
    private boolean inRun;
    private boolean allBold = true;
    private int pictures;
    private @Nullable String style;
    private @Nullable String list;
    private @Nullable Integer outline;
    private int depth;

    @Nullable
    String style() {
        return style;
    }

    /** The list it is an item of; « 0 » takes it out of that of its style. */
    @Nullable
    String list() {
        return list;
    }

    /** Its level in the outline, from 0; null when its own properties say nothing. */
    @Nullable
    Integer outline() {
        return outline != null && outline < 9 ? outline : null;
    }

    int depth() {
        return Math.min(depth, 3);
    }

    int pictures() {
        return pictures;
    }

    boolean bold() {
        return allBold && !words.toString().isBlank();
    }

    String words() {
        return words.toString();
    }

    String markdown() {
        flush();
        return markdown.toString().strip();
    }

    /** An element that holds no text of its own. */
    void mark(String element, @Nullable String value) {
        switch (element) {
            case "r" -> {
                inRun = true;
                bold = false;
                italic = false;
            }
            case "b" -> bold = inRun && !OFF.contains(Objects.requireNonNullElse(value, ""));
            case "i" -> italic = inRun && !OFF.contains(Objects.requireNonNullElse(value, ""));
            case "pStyle" -> style = value;
            case "numId" -> list = value;
            case "ilvl" -> depth = Objects.requireNonNullElse(WordReader.number(value), 0);
            case "outlineLvl" -> outline = WordReader.number(value);
            case "tab", "br", "cr", "noBreakHyphen" -> {
                // The same names stand in the properties of a paragraph, outside any run.
                if (inRun) {
                    words(element.equals("noBreakHyphen") ? "-" : " ");
                }
            }
            case "drawing", "pict", "object" -> pictures++;
            default -> {}
        }
    }

    void end(String element) {
        if (element.equals("r")) {
            inRun = false;
        }
    }

    void words(String text) {
        words.append(text);
        allBold = allBold && (bold || text.isBlank());
        var wrapper = (bold ? "**" : "") + (italic ? "*" : "");
        if (!wrapper.equals(wrapped) && !text.isBlank()) {
            flush();
            wrapped = wrapper;
        }
        stretch.append(text);
    }

    /** The signs touch the words: spaces stay outside, else Markdown would not see them. */
    private void flush() {
        var text = stretch.toString();
        var core = text.strip();
        if (core.isEmpty()) {
            markdown.append(text);
        } else {
            int start = text.indexOf(core);
            markdown.append(text, 0, start)
                    .append(wrapped)
                    .append(MarkdownText.words(core))
                    .append(new StringBuilder(wrapped).reverse())
                    .append(text, start + core.length(), text.length());
        }
        stretch.setLength(0);
    }
}
