package fr.maillage.ui;

import org.jspecify.annotations.Nullable;

/**
 * A long job as its page shows it.
 *
 * @param name « Lecture du fichier des professionnels »
 * @param done how much is done
 * @param total how much there is, or 0 when unknown
 * @param progress in words: « 312 400 lignes lues sur 1,1 million environ »
 * @param left the time left in words, or null
 * @param stopAction the address that takes a POST to stop it, or null once over
 */
public record Job(
        String name,
        long done,
        long total,
        String progress,
        @Nullable String left,
        @Nullable String stopAction) {}
