package fr.maillage.review;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.ContractId;
import fr.maillage.library.DocumentId;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a year of a contract spent, by mission and nature. */
@Service
public class Spendings {

    /** What money goes to, in the words of the Senate's report: what neither the Cnam nor the ministry could say. */
    public enum Nature {
        SALARIES("Salaires et charges"),
        INDEMNITIES("Indemnités des professionnels"),
        SERVICES("Prestations et honoraires"),
        PURCHASES("Achats et matériel"),
        TRAVEL("Déplacements et réunions"),
        PREMISES("Locaux et assurances"),
        COMMUNICATION("Communication"),
        OTHER("Autre");

        private final String label;

        Nature(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static Optional<Nature> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(nature -> nature.name().equals(code))
                    .findFirst();
        }
    }

    /**
     * @param mission null for the operating money
     * @param funding the grant that paid it; null when the contract did
     */
    public record Spending(
            UUID id,
            @Nullable String mission,
            Nature nature,
            String label,
            Euros amount,
            @Nullable UUID document,
            @Nullable UUID funding) {

        private boolean says(Spending other) {
            return Objects.equals(mission, other.mission)
                    && nature == other.nature
                    && label.equals(other.label)
                    && amount.compareTo(other.amount) == 0
                    && Objects.equals(funding, other.funding);
        }

        /** Whether the money of the contract paid it. */
        public boolean fromContract() {
            return funding == null;
        }
    }

    public sealed interface Outcome {
        /** @param added how many were not there yet */
        record Done(int added) implements Outcome {}

        /** The form noted something else before: nothing was written. */
        record FormUsed(Spending before) implements Outcome {}

        /** The review of the year is closed: its figures are signed. */
        record Closed(String by) implements Outcome {}
    }

    private final JdbcClient db;
    private final Journal journal;
    private final Today today;

    Spendings(JdbcClient db, Journal journal, Today today) {
        this.db = db;
        this.journal = journal;
        this.today = today;
    }

    public List<Spending> of(Contract contract, int year) {
        return db.sql(
                        "select * from review.spending where contract_id = ? and year = ? order by mission, nature, label")
                .params(contract.id().value(), year)
                .query((rs, _) -> new Spending(
                        rs.getObject("id", UUID.class),
                        rs.getString("mission").isEmpty() ? null : rs.getString("mission"),
                        Nature.valueOf(rs.getString("nature")),
                        rs.getString("label"),
                        new Euros(rs.getBigDecimal("amount")),
                        rs.getObject("document_id", UUID.class),
                        rs.getObject("funding_id", UUID.class)))
                .list();
    }

    /** What an envelope of the contract spent in a year; its mission is empty for the operating money. */
    record Sum(int year, String mission, Euros amount) {}

    List<Sum> sums(Contract contract) {
        return sums(List.of(contract.id())).getOrDefault(contract.id(), List.of());
    }

    /** Of several contracts; one that spent nothing is absent. */
    Map<ContractId, List<Sum>> sums(Collection<ContractId> contracts) {
        return db
                .sql("""
                        select contract_id, year, mission, sum(amount) as amount from review.spending
                        where contract_id = any(?) and funding_id is null group by contract_id, year, mission
                        """)
                .param(contracts.stream().map(ContractId::value).toArray(UUID[]::new))
                .query((rs, _) -> Map.entry(
                        new ContractId(rs.getObject("contract_id", UUID.class)),
                        new Sum(rs.getInt("year"), rs.getString("mission"), new Euros(rs.getBigDecimal("amount")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * Adds totals, all or none; the same form or the same file sent twice adds nothing.
     *
     * @throws NotFound when the contract has no such year
     */
    @Transactional
    public Outcome add(CommunityView view, Contract contract, int year, List<Spending> spendings) {
        if (year < 1 || year > contract.years()) {
            throw new NotFound("year " + year + " of " + contract.number());
        }
        var closed = closed(contract, year);
        if (closed != null) {
            return closed;
        }
        int added = 0;
        var known = of(contract, year);
        for (var spending : spendings) {
            for (var before : known) {
                if (before.id().equals(spending.id()) && !before.says(spending)) {
                    return new Outcome.FormUsed(before);
                }
            }
        }
        for (var spending : spendings) {
            added += insert(view, contract, year, spending);
        }
        return new Outcome.Done(added);
    }

    /** Read under a lock, so that nothing is added while the review is closed. */
    private Outcome.@Nullable Closed closed(Contract contract, int year) {
        return db.sql("select closed_by from review.review where contract_id = ? and year = ? for share")
                .params(contract.id().value(), year)
                .query((rs, _) -> Optional.ofNullable(rs.getString("closed_by")).map(Outcome.Closed::new))
                .optional()
                .flatMap(by -> by)
                .orElse(null);
    }

    private int insert(CommunityView view, Contract contract, int year, Spending spending) {
        int added = db.sql("""
                        insert into review.spending (id, contract_id, year, mission, nature, label, amount, document_id,
                            funding_id, recorded_at, recorded_by)
                        values (:id, :contract, :year, :mission, :nature, :label, :amount, :document, :funding, :at, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", spending.id())
                .param("contract", contract.id().value())
                .param("year", year)
                .param("mission", Objects.requireNonNullElse(spending.mission(), ""))
                .param("nature", spending.nature().name())
                .param("label", spending.label())
                .param("amount", spending.amount().value())
                .param("document", spending.document(), Types.OTHER)
                .param("funding", spending.funding(), Types.OTHER)
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .update();
        if (added > 0) {
            record(view, contract, "spending.added", "Dépense de l’année " + year + " notée\u00A0: ", spending);
        }
        return added;
    }

    @Transactional
    public Outcome remove(CommunityView view, Contract contract, int year, UUID id) {
        var closed = closed(contract, year);
        if (closed != null) {
            return closed;
        }
        var found =
                of(contract, year).stream().filter(each -> each.id().equals(id)).findFirst();
        int gone = db.sql("delete from review.spending where id = ? and contract_id = ? and year = ?")
                .params(id, contract.id().value(), year)
                .update();
        if (gone == 1 && found.isPresent()) {
            record(view, contract, "spending.removed", "Dépense de l’année " + year + " retirée\u00A0: ", found.get());
        }
        return new Outcome.Done(0);
    }

    private void record(CommunityView view, Contract contract, String action, String words, Spending spending) {
        journal.record(Entry.of(
                        view.author(),
                        Subject.of("contract", contract.id().value()),
                        action,
                        words + spending.label() + ", " + French.amount(spending.amount()) + ".")
                .in(contract.community().value()));
    }

    /** The document id as the library knows it. */
    static @Nullable DocumentId document(Spending spending) {
        return spending.document() == null ? null : new DocumentId(spending.document());
    }
}
