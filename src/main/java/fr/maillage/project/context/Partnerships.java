package fr.maillage.project.context;

import fr.maillage.community.ParticipantId;
import fr.maillage.project.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The partners of a CPTS and their conventions. */
@Service
public class Partnerships extends Register<Partnership> {

    Partnerships(JdbcClient db, Traces traces) {
        super(
                db,
                traces,
                ContextPart.PARTNERSHIPS,
                "partnership",
                "participant_id",
                "name",
                "kind",
                "object",
                "work",
                "contact",
                "state",
                "signed_on",
                "ends_on");
    }

    /** A partner that is an actor keeps the name it has there, and the day of its convention. */
    @Override
    String from() {
        return """
                select t.*, coalesce(p.name, t.name) as called, coalesce(t.signed_on, p.convention_on) as signed
                from project.partnership t
                left join community.participant p on p.community_id = t.community_id and p.id = t.participant_id
                """;
    }

    @Override
    String order() {
        return "public.unaccent(lower(coalesce(p.name, t.name)))";
    }

    @Override
    Partnership read(ResultSet row) throws SQLException {
        var actor = row.getObject("participant_id", UUID.class);
        return new Partnership(
                actor == null ? null : new ParticipantId(actor),
                row.getString("called"),
                ContextLists.partnerKind(row.getString("kind")).orElseThrow(),
                row.getString("object"),
                row.getString("work"),
                row.getString("contact"),
                Partnership.State.valueOf(row.getString("state")),
                row.getObject("signed", LocalDate.class),
                row.getObject("ends_on", LocalDate.class));
    }

    @Override
    List<@Nullable Object> values(Partnership facts) {
        return Arrays.asList(
                facts.actor() == null ? null : facts.actor().value(),
                facts.name(),
                facts.kind().code(),
                facts.object(),
                facts.work(),
                facts.contact(),
                facts.state().name(),
                facts.signedOn(),
                facts.endsOn());
    }

    @Override
    String name(Partnership facts) {
        return facts.name();
    }
}
