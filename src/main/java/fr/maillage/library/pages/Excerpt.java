package fr.maillage.library.pages;

import java.util.ArrayList;
import java.util.List;

/** Words of a document around what was looked for; the page marks the hits, as text, never as HTML of the document. */
public record Excerpt(List<Part> parts) {

    /** @param hit whether these words were looked for */
    public record Part(String text, boolean hit) {}

    static final Excerpt NONE = new Excerpt(List.of());

    /** Signs that no stored text holds: the reading of texts leaves them out. */
    static final char START = '\uE000';

    static final char STOP = '\uE001';

    public Excerpt {
        parts = List.copyOf(parts);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    static Excerpt of(String marked) {
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int start = marked.indexOf(START); start >= 0; start = marked.indexOf(START, from)) {
            int stop = marked.indexOf(STOP, start);
            if (stop < 0) {
                break;
            }
            if (start > from) {
                parts.add(new Part(marked.substring(from, start), false));
            }
            parts.add(new Part(marked.substring(start + 1, stop), true));
            from = stop + 1;
        }
        if (parts.isEmpty()) {
            return NONE;
        }
        if (from < marked.length()) {
            parts.add(new Part(marked.substring(from), false));
        }
        return new Excerpt(parts);
    }
}
