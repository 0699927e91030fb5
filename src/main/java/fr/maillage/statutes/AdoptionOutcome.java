package fr.maillage.statutes;

/** What came of recording an adoption. */
sealed interface AdoptionOutcome {

    /** The same id sent twice is recorded once. */
    record Recorded(int number) implements AdoptionOutcome {}

    /** Points to correct remain. */
    record Blocked(long points) implements AdoptionOutcome {}

    /** Somebody changed the text while it was being frozen: it is to be read again. */
    record Changed() implements AdoptionOutcome {}

    /** The text is already adopted, and no new draft was begun. */
    record Closed() implements AdoptionOutcome {}

    /** @param sentence what to mend, beside the field */
    record Refused(String field, String sentence) implements AdoptionOutcome {}
}
