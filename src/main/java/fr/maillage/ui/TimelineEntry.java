package fr.maillage.ui;

import org.jspecify.annotations.Nullable;

/**
 * One line of a timeline; newest first.
 *
 * @param when the date in words
 * @param sentence who did what
 * @param href the thing it speaks of, or null
 * @param confidential read by institutions only
 */
public record TimelineEntry(
        String when, String sentence, @Nullable String href, boolean confidential) {

    public TimelineEntry(String when, String sentence) {
        this(when, sentence, null, false);
    }
}
