package fr.maillage.contract;

import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.rules.aci.Schedule.Nature;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the Assurance Maladie paid, as the bank says it, line by line of the contract. Money given back counts below zero. */
@Service
public class Receipts {

    private final JdbcClient db;
    private final Contracts contracts;

    Receipts(JdbcClient db, Contracts contracts) {
        this.db = db;
        this.contracts = contracts;
    }

    public record Line(int year, PartKey key, Nature nature, Euros amount) {}

    /**
     * @param amount the sum of the lines
     * @param label as the bank wrote it
     * @param reason why it differs from what was expected, or empty
     */
    public record Receipt(
            UUID id,
            LocalDate day,
            Euros amount,
            String label,
            String reason,
            List<Line> lines,
            String recordedBy,
            @Nullable String cancelledBy) {

        public boolean counts() {
            return cancelledBy == null;
        }

        private boolean sameOfTheBank(Receipt other) {
            return day.equals(other.day) && amount.equals(other.amount) && label.equalsIgnoreCase(other.label);
        }

        private boolean says(Receipt other) {
            return sameOfTheBank(other) && reason.equals(other.reason) && lines.equals(other.lines);
        }
    }

    public sealed interface Outcome {
        record Recorded() implements Outcome {}

        /** The same day, amount and label of the bank are there already. */
        record AlreadyThere(String recordedBy) implements Outcome {}

        /** The form recorded something else before, or what it recorded was cancelled: nothing was written. */
        record FormUsed(Receipt before) implements Outcome {}
    }

    /** Oldest first, cancelled ones too. */
    List<Receipt> of(ContractId contract) {
        var lines = db
                .sql("""
                        select l.* from contract.receipt_line l join contract.receipt r on r.id = l.receipt_id
                        where r.contract_id = ? order by l.ordinal
                        """)
                .param(contract.value())
                .query((rs, _) -> Map.entry(
                        rs.getObject("receipt_id", UUID.class),
                        new Line(
                                rs.getInt("year"),
                                new PartKey(ContractReader.mission(rs), rs.getString("part")),
                                Nature.valueOf(rs.getString("nature")),
                                new Euros(rs.getBigDecimal("amount")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return db.sql("select * from contract.receipt where contract_id = ? order by received_on, recorded_at")
                .param(contract.value())
                .query((rs, _) -> {
                    var id = rs.getObject("id", UUID.class);
                    return new Receipt(
                            id,
                            rs.getObject("received_on", LocalDate.class),
                            new Euros(rs.getBigDecimal("amount")),
                            rs.getString("label"),
                            rs.getString("reason"),
                            lines.getOrDefault(id, List.of()),
                            rs.getString("recorded_by"),
                            rs.getString("cancelled_by"));
                })
                .list();
    }

    /** What all contracts of a CPTS brought in each civil year, the oldest first. */
    @Transactional(readOnly = true)
    public SortedMap<Integer, Euros> byCivilYear(CommunityId community) {
        var sums = new TreeMap<Integer, Euros>();
        db.sql("""
                        select extract(year from r.received_on)::int as year, sum(r.amount) as amount
                        from contract.receipt r join contract.contract k on k.id = r.contract_id
                        where k.community_id = ? and r.cancelled_at is null group by 1
                        """).param(community.value()).query(rs -> {
            sums.put(rs.getInt("year"), new Euros(rs.getBigDecimal("amount")));
        });
        return sums;
    }

    /** Records what was received; the same form, or the same line of the bank, counts once. */
    @Transactional
    public Outcome record(CommunityView view, Contract contract, Receipt receipt) {
        contracts.lock(contract.id());
        var known = of(contract.id());
        for (var before : known) {
            if (before.id().equals(receipt.id())) {
                return before.counts() && before.says(receipt) ? new Outcome.Recorded() : new Outcome.FormUsed(before);
            }
        }
        for (var before : known) {
            if (before.counts() && before.sameOfTheBank(receipt)) {
                return new Outcome.AlreadyThere(before.recordedBy());
            }
        }
        db.sql("""
                        insert into contract.receipt (id, contract_id, received_on, amount, label, reason, recorded_at,
                            recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        receipt.id(),
                        contract.id().value(),
                        Date.valueOf(receipt.day()),
                        receipt.amount().value(),
                        receipt.label(),
                        receipt.reason(),
                        contracts.now(),
                        view.actor().name())
                .update();
        int ordinal = 0;
        for (var line : receipt.lines()) {
            db.sql("""
                            insert into contract.receipt_line (receipt_id, ordinal, year, mission, part, nature, amount)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            receipt.id(),
                            ordinal++,
                            line.year(),
                            Objects.requireNonNullElse(line.key().mission(), ""),
                            line.key().part(),
                            line.nature().name(),
                            line.amount().value())
                    .update();
        }
        contracts.touch(contract.id(), view.author());
        contracts.record(
                view.author(),
                contract.id(),
                view.id(),
                "contract.received",
                "Versement du " + French.date(receipt.day()) + " noté : " + French.amount(receipt.amount()) + ".");
        return new Outcome.Recorded();
    }

    /** Takes a receipt out of the account; it stays readable. */
    @Transactional
    public void cancel(CommunityView view, Contract contract, UUID receipt) {
        contracts.lock(contract.id());
        var found = of(contract.id()).stream()
                .filter(each -> each.id().equals(receipt))
                .findFirst()
                .orElseThrow(() -> new NotFound("receipt " + receipt));
        if (!found.counts()) {
            return;
        }
        db.sql("update contract.receipt set cancelled_at = ?, cancelled_by = ? where id = ?")
                .params(contracts.now(), view.actor().name(), receipt)
                .update();
        contracts.touch(contract.id(), view.author());
        contracts.record(
                view.author(),
                contract.id(),
                view.id(),
                "contract.uncounted",
                "Versement du " + French.date(found.day()) + " annulé : " + French.amount(found.amount()) + ".");
    }
}
