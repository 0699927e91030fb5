package fr.maillage.dossier.writing;

import fr.maillage.dossier.Step;

/** What came of saving a text. */
public sealed interface SaveOutcome {

    /** The text is the current one; saving the same text twice answers this twice and writes once. */
    record Saved(SectionText now) implements SaveOutcome {}

    /** Somebody saved another text meanwhile: this one is kept aside, in the history, until its author chooses. */
    record Collision(Revision mine, SectionText theirs) implements SaveOutcome {}

    /** @param length in signs; nothing was written */
    record TooLong(int length) implements SaveOutcome {}

    /** The dossier is not being written any more; nothing was written. */
    record Closed(Step step) implements SaveOutcome {}
}
