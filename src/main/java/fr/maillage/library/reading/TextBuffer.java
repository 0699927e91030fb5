package fr.maillage.library.reading;

import fr.maillage.library.TextState;
import java.io.IOException;
import java.time.Duration;

/** Takes the text of a file until there is enough of it, or until the time is over. */
final class TextBuffer {

    /** Signs kept of a file: about a hundred pages. More would not fit the index of the database. */
    static final int LONGEST = 300_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Thrown through the readers of others, which only know this kind of end. */
    static final class Enough extends IOException {
        Enough() {
            super("enough text");
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();

    /** @throws Enough when nothing more is wanted */
    void add(CharSequence more) throws Enough {
        check();
        for (int i = 0; i < more.length() && text.length() < LONGEST; i++) {
            char sign = more.charAt(i);
            boolean blank = Character.isWhitespace(sign) || sign == '\u00A0' || Character.isISOControl(sign);
            if (!blank) {
                // what marks an excerpt, and what no database takes, is no text
                text.append(sign >= '\uE000' && sign <= '\uF8FF' || Character.isSurrogate(sign) ? ' ' : sign);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        if (text.length() >= LONGEST) {
            throw new Enough();
        }
    }

    /** To be asked in every loop over what somebody sent. */
    void check() throws Enough {
        if (System.nanoTime() > deadline) {
            throw new Enough();
        }
    }

    boolean isEmpty() {
        return text.toString().isBlank();
    }

    Extracted extracted(boolean whole) {
        return isEmpty()
                ? Extracted.UNREADABLE
                : new Extracted(
                        whole ? TextState.READ : TextState.CUT, text.toString().strip());
    }
}
