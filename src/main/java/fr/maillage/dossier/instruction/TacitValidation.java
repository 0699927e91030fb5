package fr.maillage.dossier.instruction;

import fr.maillage.dossier.DossierId;
import fr.maillage.shared.Today;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The silence of the ARS, noticed every day: a projet de santé that it has not opposed within the legal delay is deemed
 * validated, with the attestation that proves it. Run twice, or on two nodes at once, it does nothing more: each dossier
 * is locked and looked at again in a transaction of its own.
 */
@Component
public class TacitValidation {

    private static final Logger LOG = LoggerFactory.getLogger(TacitValidation.class);

    private final JdbcClient jdbc;
    private final Moves moves;
    private final Letters letters;
    private final Announcements announcements;
    private final TransactionTemplate transaction;
    private final Today today;

    TacitValidation(
            JdbcClient jdbc,
            Moves moves,
            Letters letters,
            Announcements announcements,
            TransactionTemplate transaction,
            Today today) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.letters = letters;
        this.announcements = announcements;
        this.transaction = transaction;
        this.today = today;
    }

    /** Just after midnight in Paris, and once after each start for the nights the program was down. */
    @Scheduled(cron = "0 5 0 * * *", zone = "Europe/Paris")
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    public void run() {
        for (UUID dossier : due()) {
            try {
                transaction.executeWithoutResult(_ -> validate(new DossierId(dossier)));
            } catch (RuntimeException e) {
                // One dossier that fails must not keep the others waiting; the next run tries it again.
                LOG.error("tacit validation of dossier {} failed", dossier, e);
            }
        }
    }

    private List<UUID> due() {
        return jdbc.sql("""
                        select d.id from dossier.dossier d
                        join lateral (select deemed_on from dossier.deposit p where p.dossier_id = d.id
                            order by p.ordinal desc limit 1) p on p.deemed_on <= :day
                        where d.step in ('SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE')
                        """).param("day", today.day()).query(UUID.class).list();
    }

    private void validate(DossierId id) {
        var dossier = moves.lock(id);
        if (!Move.DEEM_VALIDATED.possible(dossier.kind(), dossier.step()) || !elapsed(dossier)) {
            return;
        }
        long line = moves.take(dossier, Move.DEEM_VALIDATED, By.PROGRAM, Moves.Details.about(dossier.lastDeposit()));
        var letter = letters.keepFor(dossier, Move.DEEM_VALIDATED, line, By.PROGRAM, null, null);
        announcements.moved(dossier, Move.DEEM_VALIDATED, By.PROGRAM, null, letter);
    }

    /** Looked at again under the lock: a new deposit may have come since, with a delay of its own. */
    private boolean elapsed(LockedDossier dossier) {
        return jdbc.sql("select deemed_on <= :day from dossier.deposit where id = :id")
                .param("day", today.day())
                .param("id", dossier.lastDeposit())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
