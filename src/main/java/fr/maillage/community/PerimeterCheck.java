package fr.maillage.community;

/**
 * One line of the checks of a territory.
 *
 * @param good whether nothing is to be noted
 * @param title the finding in a few words
 * @param detail what it means
 */
public record PerimeterCheck(boolean good, String title, String detail) {}
