package fr.maillage.dossier;

import java.time.LocalDate;

/**
 * The signature of the person who represents the association, « lu et approuvé », as recorded at a deposit.
 *
 * @param quality in words: « Présidente »
 */
public record Signature(String name, String quality, LocalDate signedOn) {}
