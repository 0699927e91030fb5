package fr.maillage.project.context;

import fr.maillage.project.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How users take part, and how quality is looked after. */
@Service
public class Approaches extends Register<Approach> {

    Approaches(JdbcClient db, Traces traces) {
        super(db, traces, ContextPart.APPROACHES, "approach", "kind", "title", "detail");
    }

    @Override
    String order() {
        return "t.kind desc, t.title";
    }

    @Override
    Approach read(ResultSet row) throws SQLException {
        return new Approach(
                Approach.Kind.valueOf(row.getString("kind")), row.getString("title"), row.getString("detail"));
    }

    @Override
    List<@Nullable Object> values(Approach facts) {
        return List.of(facts.kind().name(), facts.title(), facts.detail());
    }

    @Override
    String name(Approach facts) {
        return facts.title();
    }
}
