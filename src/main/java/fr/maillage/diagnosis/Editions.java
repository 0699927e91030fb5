package fr.maillage.diagnosis;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which edition of each dataset holds: what everything kept in memory was made from. */
@Component
class Editions {

    private final JdbcClient jdbc;

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By number and content: numbers begin again in a database that was emptied.
     *
     * @param label as printed
     */
    record Edition(long id, String sha256, String label) {}

    /** By key of the dataset; what was never imported is absent. */
    Map<String, Edition> current() {
        Map<String, Edition> editions = new HashMap<>();
        jdbc.sql("select dataset, id, sha256, label from datasets.vintage where state = 'CURRENT'")
                .query((row, _) ->
                        editions.put(row.getString(1), new Edition(row.getLong(2), row.getString(3), row.getString(4))))
                .list();
        return Map.copyOf(editions);
    }
}
