package fr.maillage.contract;

import fr.maillage.rules.aci.ContractPeriod;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Schedule.Nature;
import fr.maillage.rules.ledger.AgreedAmount;
import fr.maillage.rules.ledger.ContractFacts;
import fr.maillage.rules.ledger.ContractFacts.Earned;
import fr.maillage.rules.ledger.ContractFacts.Received;
import fr.maillage.rules.ledger.ContractFacts.Start;
import fr.maillage.rules.ledger.ContractFacts.Withheld;
import fr.maillage.rules.ledger.ContractVersion;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.LedgerMaker;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The account of contracts, computed from what was signed, received and decided; nothing of it is stored. */
@Service
public class Ledgers {

    private final JdbcClient db;
    private final TermsProposal rules;
    private final Today today;

    Ledgers(JdbcClient db, TermsProposal rules, Today today) {
        this.db = db;
        this.rules = rules;
        this.today = today;
    }

    /** The account of a signed contract, today. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Ledger of(Contract contract) {
        return LedgerMaker.of(facts(contract), today.day());
    }

    /** The facts of a signed contract. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ContractFacts facts(Contract contract) {
        return Objects.requireNonNull(facts(List.of(contract)).get(contract.id()));
    }

    /** The facts of several signed contracts, in four queries whatever their number. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<ContractId, ContractFacts> facts(Collection<Contract> contracts) {
        var ids = contracts.stream().map(contract -> contract.id().value()).toArray(UUID[]::new);
        var started = byContract(
                "select contract_id, mission, started_on from contract.mission_start where contract_id = any(:ids)",
                ids,
                rs -> Map.entry(rs.getString("mission"), rs.getObject("started_on", LocalDate.class)));
        var earned = byContract(
                "select * from contract.earned where contract_id = any(:ids)",
                ids,
                rs -> new Earned(rs.getInt("year"), key(rs), new Euros(rs.getBigDecimal("amount"))));
        var withheld = byContract(
                "select * from contract.withheld where contract_id = any(:ids)",
                ids,
                rs -> new Withheld(
                        rs.getInt("year"), key(rs), new Euros(rs.getBigDecimal("amount")), rs.getString("reason")));
        var received = byContract(
                """
                select r.contract_id, r.received_on, l.* from contract.receipt r
                join contract.receipt_line l on l.receipt_id = r.id
                where r.contract_id = any(:ids) and r.cancelled_at is null order by r.received_on
                """,
                ids,
                rs -> new Received(
                        rs.getInt("year"),
                        key(rs),
                        Nature.valueOf(rs.getString("nature")),
                        rs.getObject("received_on", LocalDate.class),
                        new Euros(rs.getBigDecimal("amount"))));
        var facts = new HashMap<ContractId, ContractFacts>();
        for (var contract : contracts) {
            var id = contract.id().value();
            facts.put(
                    contract.id(),
                    new ContractFacts(
                            new ContractPeriod(contract.effectOn(), contract.years()),
                            rules.grid(contract.first().grid()).terms(),
                            contract.signed().stream().map(Ledgers::version).toList(),
                            starts(contract, started.getOrDefault(id, List.of())),
                            contract.endedOn(),
                            earned.getOrDefault(id, List.of()),
                            withheld.getOrDefault(id, List.of()),
                            received.getOrDefault(id, List.of())));
        }
        return facts;
    }

    /** The account of a contract that would have these terms alone, and nothing received. */
    static Ledger alone(Contract contract, Terms terms, Grid grid, LocalDate day) {
        var starts = new HashMap<String, Start>();
        terms.missions().forEach(line -> starts.put(line.mission(), new Start(line.startOn(), false)));
        var facts = new ContractFacts(
                new ContractPeriod(terms.effectOn(), contract.years()),
                grid.terms(),
                List.of(version(terms)),
                starts,
                null,
                List.of(),
                List.of(),
                List.of());
        return LedgerMaker.of(facts, day);
    }

    /** Signed terms, as the account reads them. */
    static ContractVersion version(Terms terms) {
        return new ContractVersion(
                terms.number(),
                terms.effectOn(),
                Objects.requireNonNull(terms.signedOn()),
                terms.amounts().stream().map(line -> amount(terms, line)).toList());
    }

    private static AgreedAmount amount(Terms terms, Terms.AmountLine line) {
        return new AgreedAmount(
                new PartKey(line.mission(), line.part()),
                terms.mission(line.mission()).map(Terms.MissionLine::title).orElse(null),
                line.partTitle(),
                line.paid(),
                line.condition(),
                Objects.requireNonNull(line.amount(), line.code()));
    }

    /** The last terms say when a mission is to start; what was recorded prevails. */
    private static Map<String, Start> starts(Contract contract, List<Map.Entry<String, LocalDate>> started) {
        var starts = new HashMap<String, Start>();
        contract.signed()
                .forEach(terms ->
                        terms.missions().forEach(line -> starts.put(line.mission(), new Start(line.startOn(), false))));
        started.forEach(entry -> starts.put(entry.getKey(), new Start(entry.getValue(), true)));
        return starts;
    }

    private interface RowReader<T> {
        T read(ResultSet rs) throws SQLException;
    }

    private <T> Map<UUID, List<T>> byContract(String sql, UUID[] ids, RowReader<T> reader) {
        return db
                .sql(sql)
                .param("ids", ids)
                .query((rs, _) -> Map.entry(rs.getObject("contract_id", UUID.class), reader.read(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static PartKey key(ResultSet rs) throws SQLException {
        return new PartKey(ContractReader.mission(rs), rs.getString("part"));
    }
}
