package fr.maillage.project.context;

import fr.maillage.project.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The plan of communication. */
@Service
public class Communications extends Register<Communication> {

    Communications(JdbcClient db, Traces traces) {
        super(db, traces, ContextPart.COMMUNICATION, "communication", "audience", "message", "means", "on_day");
    }

    @Override
    String order() {
        return "t.on_day nulls last, t.audience";
    }

    @Override
    Communication read(ResultSet row) throws SQLException {
        return new Communication(
                row.getString("audience"),
                row.getString("message"),
                row.getString("means"),
                row.getObject("on_day", LocalDate.class));
    }

    @Override
    List<@Nullable Object> values(Communication facts) {
        return Arrays.asList(facts.audience(), facts.message(), facts.means(), facts.on());
    }

    @Override
    String name(Communication facts) {
        return facts.audience();
    }
}
