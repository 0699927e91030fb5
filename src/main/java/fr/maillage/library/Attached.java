package fr.maillage.library;

import org.jspecify.annotations.Nullable;

/**
 * A document where it serves.
 *
 * @param label how it is called there; its title unless somebody said otherwise
 * @param piece key of the expected piece it answers, or null
 * @param rank from 1
 */
public record Attached(
        LibraryDocument document, String label, @Nullable String piece, int rank) {}
