package fr.maillage.dossier.instruction;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter kept with a dossier.
 *
 * @param move the act that it went with
 * @param at when it was notified
 */
public record SentLetter(UUID id, Move move, Instant at, String fileName, long size) {

    /** What it is, as a list names it. */
    public String label() {
        return switch (move) {
            case VALIDATE -> "Validation";
            case ASK_MORE -> "Demande de compléments";
            case OPPOSE -> "Opposition";
            case DECLINE -> "Sans suite";
            case LAPSE -> "Caducité";
            case DEEM_VALIDATED -> "Attestation de validation tacite";
            case DEPOSIT, COMPLETE, START_AGAIN, TAKE -> "Courrier";
        };
    }
}
