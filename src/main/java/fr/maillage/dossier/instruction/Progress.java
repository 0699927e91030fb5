package fr.maillage.dossier.instruction;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a deposited dossier has come.
 *
 * @param version the last deposited one
 * @param delay its legal delay, or null when it is under none
 * @param answerBy the day by which the ARS awaits the answer to its request for a complement, or null
 * @param remarksWaiting remarks of institutions still without an answer of the CPTS
 * @param remarksDue the first day by which one of them awaits it, or null
 */
public record Progress(
        int version,
        Instant deposited,
        @Nullable DossierDelay delay,
        @Nullable LocalDate answerBy,
        int remarksWaiting,
        @Nullable LocalDate remarksDue) {}
