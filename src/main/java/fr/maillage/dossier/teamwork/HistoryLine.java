package fr.maillage.dossier.teamwork;

import java.time.Instant;

/**
 * A change of the project.
 *
 * @param theme label of what it is about
 * @param sentence what was done
 * @param href the place that keeps it, empty for none
 */
public record HistoryLine(Instant at, String author, String theme, String sentence, String href) {}
