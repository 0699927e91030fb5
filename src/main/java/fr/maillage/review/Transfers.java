package fr.maillage.review;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.ContractId;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money moved from one envelope of a contract to another (« fongibilité »). */
@Service
public class Transfers {

    /**
     * @param from code of a mission, empty for the operating money
     * @param to the same
     * @param agreement the written agreement; empty where the rule of the day asks for none
     */
    public record Transfer(
            UUID id,
            int year,
            String from,
            String to,
            Euros amount,
            String reason,
            LocalDate decidedOn,
            String agreement,
            String recordedBy) {

        private boolean says(Transfer other) {
            return year == other.year
                    && from.equals(other.from)
                    && to.equals(other.to)
                    && amount.compareTo(other.amount) == 0
                    && reason.equals(other.reason)
                    && decidedOn.equals(other.decidedOn)
                    && agreement.equals(other.agreement);
        }
    }

    private final JdbcClient db;
    private final Journal journal;
    private final Today today;

    Transfers(JdbcClient db, Journal journal, Today today) {
        this.db = db;
        this.journal = journal;
        this.today = today;
    }

    /** Of every year of a contract. */
    @Transactional(readOnly = true)
    public List<Transfer> of(Contract contract) {
        return of(List.of(contract.id())).getOrDefault(contract.id(), List.of());
    }

    /** Of several contracts; one without any is absent. */
    Map<ContractId, List<Transfer>> of(Collection<ContractId> contracts) {
        return db
                .sql("""
                        select * from review.transfer where contract_id = any(?)
                        order by contract_id, year, decided_on, recorded_at, id
                        """)
                .param(contracts.stream().map(ContractId::value).toArray(UUID[]::new))
                .query((rs, _) -> Map.entry(
                        new ContractId(rs.getObject("contract_id", UUID.class)),
                        new Transfer(
                                rs.getObject("id", UUID.class),
                                rs.getInt("year"),
                                rs.getString("from_part"),
                                rs.getString("to_part"),
                                new Euros(rs.getBigDecimal("amount")),
                                rs.getString("reason"),
                                rs.getObject("decided_on", LocalDate.class),
                                rs.getString("agreement"),
                                rs.getString("recorded_by"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    enum Outcome {
        MOVED,
        /** The envelope has less than that. */
        TOO_MUCH,
        /** The form moved something else before: nothing was written. */
        FORM_USED
    }

    /**
     * Moves money; the same form sent twice moves it once.
     *
     * @param left what the envelope still has, read under the lock
     */
    @Transactional
    Outcome add(CommunityView view, Contract contract, Transfer transfer, java.util.function.Supplier<Euros> left) {
        lock(contract, transfer.year());
        var before = of(contract).stream()
                .filter(each -> each.id().equals(transfer.id()))
                .findFirst();
        if (before.isPresent()) {
            return before.get().says(transfer) ? Outcome.MOVED : Outcome.FORM_USED;
        }
        if (transfer.amount().compareTo(left.get()) > 0) {
            return Outcome.TOO_MUCH;
        }
        db.sql("""
                        insert into review.transfer (id, contract_id, year, from_part, to_part, amount, reason, decided_on,
                            agreement, recorded_at, recorded_by)
                        values (:id, :contract, :year, :from, :to, :amount, :reason, :day, :agreement, :at, :by)
                        """)
                .param("id", transfer.id())
                .param("contract", contract.id().value())
                .param("year", transfer.year())
                .param("from", transfer.from())
                .param("to", transfer.to())
                .param("amount", transfer.amount().value())
                .param("reason", transfer.reason())
                .param("day", Date.valueOf(transfer.decidedOn()))
                .param("agreement", transfer.agreement())
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .update();
        record(view, contract, "spending.moved", "Transfert noté : ", transfer);
        return Outcome.MOVED;
    }

    /** No other transfer meanwhile, and no closing of the year: a year closed before is not found. */
    private void lock(Contract contract, int year) {
        db.sql("select id from contract.contract where id = ? for no key update")
                .param(contract.id().value())
                .query(UUID.class)
                .single();
        var state = db.sql("select state from review.review where contract_id = ? and year = ? for share")
                .params(contract.id().value(), year)
                .query(String.class)
                .optional();
        if (state.filter("CLOSED"::equals).isPresent()) {
            throw new NotFound("open year " + year + " of " + contract.number());
        }
    }

    @Transactional
    void remove(CommunityView view, Contract contract, int year, UUID id) {
        lock(contract, year);
        of(contract).stream()
                .filter(each -> each.id().equals(id) && each.year() == year)
                .findFirst()
                .ifPresent(transfer -> {
                    db.sql("delete from review.transfer where id = ?").param(id).update();
                    record(view, contract, "spending.moved-back", "Transfert retiré : ", transfer);
                });
    }

    private void record(CommunityView view, Contract contract, String action, String words, Transfer transfer) {
        journal.record(Entry.of(
                        view.author(),
                        Subject.of("contract", contract.id().value()),
                        action,
                        words + French.amount(transfer.amount()) + ", " + SpendingWords.part(transfer.from()) + " vers "
                                + SpendingWords.part(transfer.to()) + ", année " + transfer.year() + ".")
                .in(contract.community().value()));
    }
}
