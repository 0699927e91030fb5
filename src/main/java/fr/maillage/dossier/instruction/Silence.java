package fr.maillage.dossier.instruction;

import fr.maillage.dossier.DossierId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The silence of the ARS, noticed by whoever takes the dossier first: an act that comes once the legal delay has fully
 * elapsed finds it validated, even before the daily job has passed. Every act takes its dossier here, before anything
 * else, so that two people acting at once wait for each other instead of blocking each other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Silence {

    private final Moves moves;
    private final Letters letters;
    private final Announcements announcements;

    Silence(Moves moves, Letters letters, Announcements announcements) {
        this.moves = moves;
        this.letters = letters;
        this.announcements = announcements;
    }

    /**
     * Takes the dossier until the end of the transaction, deemed validated if it has to be.
     *
     * @throws fr.maillage.shared.NotFound when there is no such dossier
     */
    LockedDossier lock(DossierId id) {
        var dossier = moves.lock(id);
        if (!dossier.silent()) {
            return dossier;
        }
        long line = moves.take(dossier, Move.DEEM_VALIDATED, By.PROGRAM, Moves.Details.about(dossier.lastDeposit()));
        var letter = letters.keepFor(dossier, Decision.SILENCE, line, By.PROGRAM);
        announcements.moved(dossier, Move.DEEM_VALIDATED, By.PROGRAM, null, letter);
        return moves.find(id);
    }
}
