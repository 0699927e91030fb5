package fr.maillage.professionals;

import fr.maillage.datasets.spi.Vintage;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Indexes of an edition of the RPPS: made when its last line is written, on a connection of their own, so that whoever
 * counts its lines meanwhile has the other core. Nobody may write to the edition until they are there.
 */
@Component
class ActivityIndexes {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ActivityIndexes(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    static void drop(Vintage vintage, JdbcClient jdbc) {
        for (var index : new String[] {"commune", "person"}) {
            jdbc.sql("drop index if exists professionals." + part(vintage) + "_" + index)
                    .update();
        }
    }

    /** Begins to make the indexes; the lines are known to the planner when this is back. */
    CompletableFuture<Void> build(Vintage vintage) {
        jdbc.sql("analyze professionals." + part(vintage)).update();
        return CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(_ -> make(vintage)), Thread::startVirtualThread);
    }

    private void make(Vintage vintage) {
        // Two million lines are sorted in memory, by one process.
        jdbc.sql("set local maintenance_work_mem = '192MB'").update();
        jdbc.sql("set local max_parallel_maintenance_workers = 0").update();
        index(vintage, "commune", "commune, profession");
        index(vintage, "person", "person");
    }

    private void index(Vintage vintage, String name, String columns) {
        jdbc.sql("create index if not exists %1$s_%2$s on professionals.%1$s (%3$s)"
                        .formatted(part(vintage), name, columns))
                .update();
    }

    private static String part(Vintage vintage) {
        return "activity_" + vintage.slot();
    }
}
