package fr.maillage.funds;

import fr.maillage.community.CommunityId;
import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineKind;
import fr.maillage.reminders.spi.DeadlineSource;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payments that funders announced. */
@Component
class FundDeadlines implements DeadlineSource {

    private final JdbcClient db;

    FundDeadlines(JdbcClient db) {
        this.db = db;
    }

    private record Found(CommunityId community, Deadline deadline) {}

    @Override
    public List<Deadline> of(CommunityId community) {
        return ofAll(List.of(community)).getOrDefault(community, List.of());
    }

    /** What was received pays the earliest announced payments first. */
    @Override
    public Map<CommunityId, List<Deadline>> ofAll(Collection<CommunityId> communities) {
        return db
                .sql("""
                        select f.community_id, f.number, f.funder, i.id, i.due_on, i.amount, i.condition,
                            sum(i.amount) over (partition by f.id order by i.due_on, i.recorded_at)
                                <= coalesce((select sum(amount) from funds.receipt r
                                    where r.funding_id = f.id and r.cancelled_at is null), 0) as paid
                        from funds.funding f join funds.instalment i on i.funding_id = f.id
                        where f.community_id = any(:communities) and f.archived_at is null
                        order by i.due_on, i.recorded_at
                        """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .query((rs, _) -> new Found(
                        new CommunityId(rs.getObject("community_id", UUID.class)),
                        Deadline.ofTeam(
                                "financement:" + rs.getObject("id", UUID.class),
                                DeadlineKind.PAYMENT,
                                "Versement annoncé par " + rs.getString("funder") + "\u00A0: "
                                        + French.amount(new Euros(rs.getBigDecimal("amount"))),
                                rs.getObject("due_on", LocalDate.class),
                                rs.getBoolean("paid"),
                                "Le financeur a annoncé ce jour"
                                        + (rs.getString("condition").isBlank()
                                                ? "."
                                                : "\u00A0: " + rs.getString("condition") + "."),
                                new Source("Accord de " + rs.getString("funder"), null),
                                "/financements/" + rs.getInt("number"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::community, Collectors.mapping(Found::deadline, Collectors.toList())));
    }
}
