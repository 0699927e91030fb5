package fr.maillage.project.context;

import fr.maillage.project.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The history of the cooperation (« historique de la collaboration »). */
@Service
public class Cooperations extends Register<Cooperation> {

    Cooperations(JdbcClient db, Traces traces) {
        super(db, traces, ContextPart.HISTORY, "cooperation", "on_day", "title", "detail");
    }

    @Override
    String order() {
        return "t.on_day";
    }

    @Override
    Cooperation read(ResultSet row) throws SQLException {
        return new Cooperation(
                row.getObject("on_day", LocalDate.class), row.getString("title"), row.getString("detail"));
    }

    @Override
    List<@Nullable Object> values(Cooperation facts) {
        return List.of(facts.on(), facts.title(), facts.detail());
    }

    @Override
    String name(Cooperation facts) {
        return facts.title();
    }
}
