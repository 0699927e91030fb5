package fr.maillage.library.intake;

import fr.maillage.library.FileFormat;

/** What came of looking at a file. */
public sealed interface Checked {

    record Accepted(FileFormat format) implements Checked {}

    /** @param sentence what it is and how to mend it, in French */
    record Refused(String sentence) implements Checked {}
}
