package fr.maillage.funds;

import fr.maillage.community.CommunityId;
import fr.maillage.rules.Mission;
import fr.maillage.shared.Euros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the grants of a CPTS, whole, in three queries. */
@Component
class FundingReader {

    private final JdbcClient db;

    FundingReader(JdbcClient db) {
        this.db = db;
    }

    List<Funding> of(CommunityId community) {
        var instalments = byFunding(community, "instalment", "due_on, e.recorded_at", FundingReader::instalment);
        var receipts = byFunding(community, "receipt", "received_on, e.recorded_at", FundingReader::receipt);
        return db.sql("select * from funds.funding where community_id = ? order by number")
                .param(community.value())
                .query((rs, _) -> {
                    var id = rs.getObject("id", UUID.class);
                    return new Funding(
                            id,
                            rs.getInt("number"),
                            facts(rs),
                            rs.getTimestamp("archived_at") != null,
                            rs.getInt("version"),
                            instalments.getOrDefault(id, List.of()),
                            receipts.getOrDefault(id, List.of()));
                })
                .list();
    }

    private interface Row<T> {
        T of(ResultSet rs) throws SQLException;
    }

    private <T> Map<UUID, List<T>> byFunding(CommunityId community, String table, String order, Row<T> row) {
        return db
                .sql("select e.* from funds." + table + " e join funds.funding f on f.id = e.funding_id"
                        + " where f.community_id = ? order by e." + order)
                .param(community.value())
                .query((rs, _) -> Map.entry(rs.getObject("funding_id", UUID.class), row.of(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Funding.Facts facts(ResultSet rs) throws SQLException {
        return new Funding.Facts(
                FunderKind.known(rs.getString("kind")),
                rs.getString("funder"),
                rs.getString("title"),
                rs.getString("reference"),
                rs.getObject("signed_on", LocalDate.class),
                rs.getObject("first_day", LocalDate.class),
                rs.getObject("last_day", LocalDate.class),
                new Euros(rs.getBigDecimal("granted")),
                Mission.ofCode(Objects.requireNonNullElse(rs.getString("mission"), ""))
                        .orElse(null),
                rs.getBoolean("tied"),
                rs.getString("conditions"),
                new Euros(rs.getBigDecimal("to_return")),
                rs.getString("return_reason"));
    }

    private static Funding.Instalment instalment(ResultSet rs) throws SQLException {
        return new Funding.Instalment(
                rs.getObject("id", UUID.class),
                rs.getObject("due_on", LocalDate.class),
                new Euros(rs.getBigDecimal("amount")),
                rs.getString("condition"));
    }

    private static Funding.Receipt receipt(ResultSet rs) throws SQLException {
        return new Funding.Receipt(
                rs.getObject("id", UUID.class),
                rs.getObject("received_on", LocalDate.class),
                new Euros(rs.getBigDecimal("amount")),
                rs.getString("label"),
                rs.getString("recorded_by"),
                rs.getString("cancelled_by"));
    }
}
