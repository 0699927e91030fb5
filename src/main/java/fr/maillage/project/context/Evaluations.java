package fr.maillage.project.context;

import fr.maillage.project.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The calendar of the evaluation. */
@Service
public class Evaluations extends Register<Evaluation> {

    Evaluations(JdbcClient db, Traces traces) {
        super(db, traces, ContextPart.EVALUATIONS, "evaluation", "on_day", "title", "method");
    }

    @Override
    String order() {
        return "t.on_day";
    }

    @Override
    Evaluation read(ResultSet row) throws SQLException {
        return new Evaluation(
                row.getObject("on_day", LocalDate.class), row.getString("title"), row.getString("method"));
    }

    @Override
    List<@Nullable Object> values(Evaluation facts) {
        return List.of(facts.on(), facts.title(), facts.method());
    }

    @Override
    String name(Evaluation facts) {
        return facts.title();
    }
}
