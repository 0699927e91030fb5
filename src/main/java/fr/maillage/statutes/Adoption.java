package fr.maillage.statutes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A text as an assembly adopted it.
 *
 * @param number 1 for the first
 * @param body which assembly, in words
 * @param articles as printed that day
 * @param sha256 of the PDF, in hexadecimal
 * @param docxSha256 of the Word file
 * @param recordedBy who recorded it in Maillage
 */
public record Adoption(
        TextKind kind,
        int number,
        LocalDate adoptedOn,
        String body,
        String place,
        List<Printed> articles,
        String sha256,
        String docxSha256,
        Instant recordedAt,
        String recordedBy) {

    public Adoption {
        articles = List.copyOf(articles);
    }

    /** A fingerprint in groups of eight signs, which people compare and lines break. */
    public String spaced(String fingerprint) {
        return fingerprint.replaceAll("(.{8})(?!$)", "$1 ");
    }
}
