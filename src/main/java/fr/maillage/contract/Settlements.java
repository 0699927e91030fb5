package fr.maillage.contract;

import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.shared.Today;
import java.sql.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the yearly review of a contract decides of its money. */
@Service
public class Settlements {

    private final JdbcClient db;
    private final Contracts contracts;
    private final ContractReader reader;
    private final Today today;

    Settlements(JdbcClient db, Contracts contracts, ContractReader reader, Today today) {
        this.db = db;
        this.contracts = contracts;
        this.reader = reader;
        this.today = today;
    }

    /** What is taken off what is due for a part of a year. */
    public record Withheld(Euros amount, String reason) {}

    /**
     * Writes what a year earned and what is withheld, in the transaction of the closing.
     *
     * @param seen the contract as it was read when the results were counted
     * @return false when the contract changed since then (amendment, end, mission started, receipt): nothing was written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(
            Contract seen, int year, Map<PartKey, Euros> earned, Map<PartKey, Withheld> withheld, String by) {
        contracts.lock(seen.id());
        var now = reader.require(seen.id());
        if (now.change().version() != seen.change().version()) {
            return false;
        }
        earned.forEach((key, amount) -> db.sql("""
                        insert into contract.earned (contract_id, year, mission, part, amount, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        seen.id().value(),
                        year,
                        Objects.requireNonNullElse(key.mission(), ""),
                        key.part(),
                        amount.value(),
                        contracts.now(),
                        by)
                .update());
        withheld.forEach((key, decided) -> db.sql("""
                        insert into contract.withheld (id, contract_id, year, mission, part, amount, reason, decided_on,
                            decided_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        seen.id().value(),
                        year,
                        Objects.requireNonNullElse(key.mission(), ""),
                        key.part(),
                        decided.amount().value(),
                        decided.reason(),
                        Date.valueOf(today.day()),
                        by,
                        contracts.now())
                .update());
        return true;
    }
}
