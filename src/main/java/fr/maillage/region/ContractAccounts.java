package fr.maillage.region;

import fr.maillage.contract.Contract;
import fr.maillage.contract.ContractId;
import fr.maillage.contract.Ledgers;
import fr.maillage.review.Unspent;
import fr.maillage.review.UnspentReader;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.LedgerMaker;
import fr.maillage.shared.Today;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The accounts of many contracts, in a few queries whatever their number. */
@Component
class ContractAccounts {

    /**
     * @param year the contract year of today
     * @param unspent by mission, the operating money under the empty code
     */
    record Account(Contract contract, Ledger ledger, Ledger.Year year, Map<String, Unspent.Envelope> unspent) {}

    private final Ledgers ledgers;
    private final UnspentReader unspent;
    private final Today today;

    ContractAccounts(Ledgers ledgers, UnspentReader unspent, Today today) {
        this.ledgers = ledgers;
        this.unspent = unspent;
        this.today = today;
    }

    /** In the order of the contracts; they were found through the scope of the reader. */
    List<Account> of(List<Contract> contracts) {
        var facts = ledgers.facts(contracts);
        var made = new LinkedHashMap<ContractId, Ledger>();
        var years = new LinkedHashMap<ContractId, Integer>();
        for (var contract : contracts) {
            made.put(contract.id(), LedgerMaker.of(Objects.requireNonNull(facts.get(contract.id())), today.day()));
            years.put(contract.id(), contract.yearOf(today.day()));
        }
        var left = unspent.of(made, years);
        var accounts = new ArrayList<Account>();
        for (var contract : contracts) {
            var ledger = Objects.requireNonNull(made.get(contract.id()));
            ledger.year(Objects.requireNonNull(years.get(contract.id())))
                    .ifPresent(year -> accounts.add(
                            new Account(contract, ledger, year, left.getOrDefault(contract.id(), Map.of()))));
        }
        return accounts;
    }
}
