package fr.maillage.review;

import fr.maillage.contract.ContractId;
import fr.maillage.rules.ledger.Ledger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What contracts received and did not spend, in two queries whatever their number. */
@Component
public class UnspentReader {

    private final Spendings spendings;
    private final Transfers transfers;

    UnspentReader(Spendings spendings, Transfers transfers) {
        this.spendings = spendings;
        this.transfers = transfers;
    }

    /**
     * By contract and by code of mission, empty for the operating money.
     *
     * @param years up to which year of each contract
     */
    @Transactional(readOnly = true)
    public Map<ContractId, Map<String, Unspent.Envelope>> of(
            Map<ContractId, Ledger> ledgers, Map<ContractId, Integer> years) {
        var spent = spendings.sums(ledgers.keySet());
        var moves = transfers.of(ledgers.keySet());
        var all = new HashMap<ContractId, Map<String, Unspent.Envelope>>();
        ledgers.forEach((contract, ledger) -> {
            var envelopes = new LinkedHashMap<String, Unspent.Envelope>();
            Unspent.of(
                            ledger,
                            Objects.requireNonNull(years.get(contract)),
                            spent.getOrDefault(contract, List.of()),
                            moves.getOrDefault(contract, List.of()))
                    .forEach(envelope -> envelopes.put(envelope.part(), envelope));
            all.put(contract, envelopes);
        });
        return all;
    }
}
