package fr.maillage.ui;

import java.util.List;

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
}
