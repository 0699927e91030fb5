package fr.maillage.diagnosis;

import java.util.List;

/** Whether a sentence inserted some time ago still says what the data say. */
public sealed interface StillHolds {

    record Yes() implements StillHolds {}

    /** The data were renewed; the text itself is never changed. */
    record Moved(List<Difference> differences) implements StillHolds {}

    /** There is no figure any more. */
    record Gone(String reason) implements StillHolds {}

    /** @param what the fact: « territoire », « Aveyron », « année » */
    record Difference(String what, String was, String now) {}
}
