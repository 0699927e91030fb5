package fr.maillage.project.context;

import fr.maillage.community.ParticipantCategory;
import fr.maillage.project.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who was told of the project, when and how. */
@Service
public class Outreaches extends Register<Outreach> {

    Outreaches(JdbcClient db, Traces traces) {
        super(
                db,
                traces,
                ContextPart.OUTREACH,
                "outreach",
                "audience",
                "audience_words",
                "on_day",
                "means",
                "informed",
                "content",
                "proof");
    }

    @Override
    String order() {
        return "t.on_day, t.audience_words";
    }

    @Override
    Outreach read(ResultSet row) throws SQLException {
        var audience = row.getString("audience");
        return new Outreach(
                audience == null ? null : ParticipantCategory.ofCode(audience).orElseThrow(),
                row.getString("audience_words"),
                row.getObject("on_day", LocalDate.class),
                ContextLists.means(row.getString("means")).orElseThrow(),
                row.getObject("informed", Integer.class),
                row.getString("content"),
                row.getString("proof"));
    }

    @Override
    List<@Nullable Object> values(Outreach facts) {
        return Arrays.asList(
                facts.audience() == null ? null : facts.audience().code(),
                facts.audienceWords(),
                facts.on(),
                facts.means().code(),
                facts.informed(),
                facts.content(),
                facts.proof());
    }

    @Override
    String name(Outreach facts) {
        return facts.whom();
    }
}
