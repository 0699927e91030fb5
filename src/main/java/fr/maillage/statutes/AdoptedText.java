package fr.maillage.statutes;

import java.time.LocalDate;

/**
 * An adopted text as a file.
 *
 * @param number 1 for the first adoption
 * @param fileName {@code statuts-2026-11-23.pdf}
 * @param sha256 of these bytes, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // handed over whole, never compared
public record AdoptedText(TextKind kind, int number, LocalDate adoptedOn, String fileName, String sha256, byte[] pdf) {}
