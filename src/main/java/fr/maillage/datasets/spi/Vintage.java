package fr.maillage.datasets.spi;

/**
 * One edition of a dataset.
 *
 * @param id in {@code datasets.vintage}
 * @param slot 1 to 3: large tables are cut in three parts, for the current edition, the one before and the one that is
 *     being read; a part is emptied and filled without touching the others
 * @param label as printed: « 12 mai 2026 », « 2024 »
 */
public record Vintage(long id, int slot, String dataset, String label) {}
