package fr.maillage.shared;

/** What came of saving a form that several people may edit at once. */
public sealed interface Saving {

    Saving DONE = new Done();

    record Done() implements Saving {}

    /** Somebody saved the same thing since the form was shown: nothing was written, both values are to be shown. */
    record Overtaken(Change other) implements Saving {}

    /**
     * A rule that only the stored data can tell says no.
     *
     * @param field the control at fault
     * @param sentence in French, says how to mend it
     */
    record Refused(String field, String sentence) implements Saving {}
}
