package fr.maillage.review;

import fr.maillage.community.CommunityId;
import fr.maillage.funds.spi.FundUses;
import fr.maillage.shared.Euros;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the grants of a CPTS paid, in the spending of the years of its contracts. */
@Component
class FundedSpendings implements FundUses {

    private final JdbcClient db;

    FundedSpendings(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Use> of(CommunityId community) {
        return db.sql("""
                        select s.funding_id, s.label, s.amount, s.year, k.number
                        from review.spending s join contract.contract k on k.id = s.contract_id
                        where k.community_id = ? and s.funding_id is not null order by s.recorded_at
                        """)
                .param(community.value())
                .query((rs, _) -> new Use(
                        rs.getObject("funding_id", UUID.class),
                        rs.getString("label") + ", année " + rs.getInt("year") + " du contrat",
                        new Euros(rs.getBigDecimal("amount")),
                        "/bilan/" + rs.getInt("year") + "?contrat=" + rs.getString("number") + "#depenses"))
                .list();
    }
}
