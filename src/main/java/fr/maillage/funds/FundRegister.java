package fr.maillage.funds;

import fr.maillage.community.CommunityId;
import fr.maillage.shared.Euros;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of the grants of a CPTS. */
@Service
@Transactional(readOnly = true)
public class FundRegister {

    static final ListSpec SPEC = ListSpec.sortedBy("numero", "number")
            .column("financeur", "lower(public.unaccent(funder))")
            .column("fin", "last_day")
            .column("accorde", "granted")
            .column("recu", "received")
            .filters("nature", "etat");

    private static final String LINES = """
            with line as (
                select f.*, coalesce((select sum(amount) from funds.receipt r where r.funding_id = f.id
                    and r.cancelled_at is null), 0) as received
                from funds.funding f where f.community_id = :community
            )
            """;

    private static final String WHERE = """
             where public.unaccent(funder || ' ' || title || ' ' || reference) ilike public.unaccent(:like)
               and (:kind = '' or kind = :kind) and (archived_at is not null) = (:state = 'archive')
            """;

    private final JdbcClient db;

    FundRegister(JdbcClient db) {
        this.db = db;
    }

    /** A grant with what it brought. */
    public record Line(
            int number,
            FunderKind kind,
            String funder,
            String title,
            String reference,
            @Nullable LocalDate signedOn,
            LocalDate firstDay,
            LocalDate lastDay,
            Euros granted,
            Euros received) {

        public Euros awaited() {
            return granted.compareTo(received) > 0 ? granted.minus(received) : Euros.ZERO;
        }
    }

    Listing<Line> page(CommunityId community, ListQuery query) {
        long total = ask(community, query, "select count(*) from line" + WHERE)
                .query(Long.class)
                .single();
        return query.listing(
                ask(
                                community,
                                query,
                                "select * from line" + WHERE + " order by " + query.orderBy()
                                        + ", number limit :rows offset :offset")
                        .param("rows", query.size())
                        .param("offset", query.offset())
                        .query(FundRegister::line)
                        .list(),
                total);
    }

    List<Line> all(CommunityId community, ListQuery query) {
        return ask(community, query, "select * from line" + WHERE + " order by " + query.orderBy() + ", number")
                .query(FundRegister::line)
                .list();
    }

    private JdbcClient.StatementSpec ask(CommunityId community, ListQuery query, String select) {
        return db.sql(LINES + select)
                .param("community", community.value())
                .param("like", query.like())
                .param("kind", Objects.requireNonNullElse(query.filter("nature"), ""))
                .param("state", Objects.requireNonNullElse(query.filter("etat"), ""));
    }

    private static Line line(ResultSet rs, int row) throws SQLException {
        return new Line(
                rs.getInt("number"),
                FunderKind.known(rs.getString("kind")),
                rs.getString("funder"),
                rs.getString("title"),
                rs.getString("reference"),
                rs.getObject("signed_on", LocalDate.class),
                rs.getObject("first_day", LocalDate.class),
                rs.getObject("last_day", LocalDate.class),
                new Euros(rs.getBigDecimal("granted")),
                new Euros(rs.getBigDecimal("received")));
    }
}
