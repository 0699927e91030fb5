package fr.maillage.project.context;

import fr.maillage.project.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The information systems of a CPTS. */
@Service
public class Tools extends Register<Tool> {

    Tools(JdbcClient db, Traces traces) {
        super(db, traces, ContextPart.TOOLS, "tool", "code", "name", "stage", "users", "purpose", "need");
    }

    @Override
    String order() {
        return "t.stage, t.code, t.name";
    }

    @Override
    Tool read(ResultSet row) throws SQLException {
        return new Tool(
                ContextLists.tool(row.getString("code")).orElseThrow(),
                row.getString("name"),
                Tool.Stage.valueOf(row.getString("stage")),
                row.getString("users"),
                row.getString("purpose"),
                row.getString("need"));
    }

    @Override
    List<@Nullable Object> values(Tool facts) {
        return List.of(
                facts.kind().code(),
                facts.precision(),
                facts.stage().name(),
                facts.users(),
                facts.purpose(),
                facts.need());
    }

    @Override
    String name(Tool facts) {
        return facts.label();
    }
}
