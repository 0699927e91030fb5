package fr.maillage.ui;

import fr.maillage.shared.Change;
import fr.maillage.shared.French;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Somebody saved the same thing while this person was typing: what to show above the form.
 *
 * @param by who saved
 * @param at when, in words
 * @param differences the fields where both values differ
 */
public record Overtaken(String by, String at, List<Difference> differences) {

    /** One field with both its values, in words; empty when a person left it empty. */
    public record Difference(String field, String label, String mine, String theirs) {}

    /**
     * @param mine what this person typed
     * @param theirs the form filled from what is stored now
     * @param labels the fields to compare, in order, with their labels
     * @param inWords a code of a list as people read it; other texts unchanged
     */
    public static Overtaken of(
            Change other, Form mine, Form theirs, Map<String, String> labels, Function<String, String> inWords) {
        return new Overtaken(other.by(), French.dateTime(other.at()), mine.differences(theirs, labels, inWords));
    }
}
