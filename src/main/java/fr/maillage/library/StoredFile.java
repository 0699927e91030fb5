package fr.maillage.library;

import java.time.Instant;

/**
 * A version of a document, without its bytes.
 *
 * @param ordinal from 1; the highest serves
 * @param fileName safe, its extension that of the real format
 * @param addedBy name of the person
 */
public record StoredFile(
        int ordinal,
        String fileName,
        FileFormat format,
        String sha256,
        long size,
        TextState text,
        Instant addedAt,
        String addedBy) {}
