package fr.maillage.library.reading;

import fr.maillage.library.TextState;

/**
 * What was read inside a file.
 *
 * @param text empty unless the state is READ or CUT
 */
public record Extracted(TextState state, String text) {

    static final Extracted IMAGE = new Extracted(TextState.IMAGE, "");
    static final Extracted UNREADABLE = new Extracted(TextState.UNREADABLE, "");
}
