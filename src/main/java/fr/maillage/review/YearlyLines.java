package fr.maillage.review;

import fr.maillage.contract.Contract;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of the reviews of a contract by their names alone, for what may be attached to them. */
@Component
class YearlyLines {

    private final JdbcClient db;

    YearlyLines(JdbcClient db) {
        this.db = db;
    }

    record Named(UUID id, int year, String label) {}

    boolean closed(UUID line) {
        return db.sql("""
                        select exists (select from review.line l join review.review r on r.id = l.review_id
                            where l.id = ? and r.state = 'CLOSED')
                        """).param(line).query(Boolean.class).single();
    }

    List<Named> of(Contract contract) {
        return db.sql("""
                        select l.id, r.year, n.label from review.line l join review.review r on r.id = l.review_id
                        join contract.result_line n on n.id = l.result_line
                        where r.contract_id = ? order by r.year desc, l.ordinal
                        """)
                .param(contract.id().value())
                .query((rs, _) -> new Named(rs.getObject("id", UUID.class), rs.getInt("year"), rs.getString("label")))
                .list();
    }
}
