package fr.maillage.dossier.instruction;

/**
 * A section as it was on the day of a deposit.
 *
 * @param text its paragraphs, list items and table rows, one a line
 */
public record FrozenSection(String key, String number, String title, String text) {}
