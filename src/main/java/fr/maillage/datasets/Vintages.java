package fr.maillage.datasets;

import fr.maillage.datasets.spi.Vintage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which edition of each dataset holds, and the one before. */
@Component
public class Vintages {

    private final JdbcClient jdbc;

    Vintages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The edition that figures come from today; empty while the dataset was never imported. */
    public Optional<Vintage> current(String dataset) {
        return inState(dataset, "CURRENT");
    }

    /** The edition before the current one, kept to be read again. */
    public Optional<Vintage> former(String dataset) {
        return inState(dataset, "FORMER");
    }

    private Optional<Vintage> inState(String dataset, String state) {
        return jdbc.sql("select id, slot, dataset, label from datasets.vintage where dataset = ? and state = ?")
                .params(dataset, state)
                .query(Vintages::row)
                .optional();
    }

    static Vintage row(ResultSet row, int number) throws SQLException {
        return new Vintage(row.getLong("id"), row.getInt("slot"), row.getString("dataset"), row.getString("label"));
    }
}
