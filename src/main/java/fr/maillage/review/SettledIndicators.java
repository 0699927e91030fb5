package fr.maillage.review;

import fr.maillage.community.CommunityView;
import fr.maillage.indicators.spi.IndicatorUses;
import fr.maillage.shared.French;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the parties settled on for an indicator, in the reviews of the contracts of a CPTS. */
@Component
class SettledIndicators implements IndicatorUses {

    private final JdbcClient db;

    SettledIndicators(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Use> of(CommunityView view, String code) {
        return db.sql("""
                        select r.year, n.label, n.unit, l.agreed as value, l.agreed_reason as reason, k.number
                        from review.line l join review.review r on r.id = l.review_id
                        join contract.contract k on k.id = r.contract_id
                        join contract.result_line n on n.id = l.result_line
                        where k.community_id = ? and n.indicator = ? and l.agreed_at is not null order by r.opened_at desc
                        """)
                .params(view.id().value(), code)
                .query((rs, _) -> new Use(
                        "Bilan de l’année " + rs.getInt("year"),
                        rs.getString("label") + ", convenu "
                                + (rs.getBigDecimal("value") == null
                                        ? "sans valeur"
                                        : French.decimal(rs.getBigDecimal("value")
                                                        .stripTrailingZeros())
                                                + (rs.getString("unit").isBlank()
                                                        ? ""
                                                        : French.NBSP + rs.getString("unit")))
                                + ". " + rs.getString("reason"),
                        "/bilan/" + rs.getInt("year") + "?contrat=" + rs.getString("number")))
                .list();
    }
}
