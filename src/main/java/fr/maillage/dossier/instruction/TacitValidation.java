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
    private final Silence silence;
    private final TransactionTemplate transaction;
    private final Today today;

    TacitValidation(JdbcClient jdbc, Silence silence, TransactionTemplate transaction, Today today) {
        this.jdbc = jdbc;
        this.silence = silence;
        this.transaction = transaction;
        this.today = today;
    }

    /** Just after midnight in Paris, and once after each start for the nights the program was down. */
    @Scheduled(cron = "0 5 0 * * *", zone = "Europe/Paris")
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    public void run() {
        for (UUID dossier : due()) {
            try {
                transaction.executeWithoutResult(_ -> silence.lock(new DossierId(dossier)));
            } catch (RuntimeException e) {
                // One dossier that fails must not keep the others waiting; the next run tries it again.
                LOG.error("tacit validation of dossier {} failed", dossier, e);
            }
        }
    }

    private List<UUID> due() {
        return jdbc.sql("select d.id from dossier.dossier d where d.step <> dossier.step_on(d, :day)")
                .param("day", today.day())
                .query(UUID.class)
                .list();
    }
}
