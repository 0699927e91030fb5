package fr.maillage.project.context;

import fr.maillage.project.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The posts of the association. */
@Service
public class Posts extends Register<Post> {

    Posts(JdbcClient db, Traces traces) {
        super(db, traces, ContextPart.POSTS, "post", "function", "name", "fte", "employer", "duties");
    }

    @Override
    String order() {
        return "t.function <> 'COORDINATION', t.function, t.name";
    }

    @Override
    Post read(ResultSet row) throws SQLException {
        return new Post(
                ContextLists.function(row.getString("function")).orElseThrow(),
                row.getString("name"),
                row.getBigDecimal("fte"),
                row.getString("employer"),
                row.getString("duties"));
    }

    @Override
    List<@Nullable Object> values(Post facts) {
        return Arrays.asList(facts.function().code(), facts.precision(), facts.fte(), facts.employer(), facts.duties());
    }

    @Override
    String name(Post facts) {
        return facts.label();
    }
}
