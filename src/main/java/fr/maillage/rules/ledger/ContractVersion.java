package fr.maillage.rules.ledger;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A signed version of a contract: the contract itself, then each amendment (« avenant »).
 *
 * @param number 0 for the contract, then 1, 2…
 * @param effectOn first day on which its amounts hold
 * @param signedOn day of its last signature: money paid before could not know it
 */
public record ContractVersion(int number, LocalDate effectOn, LocalDate signedOn, List<AgreedAmount> amounts) {

    public ContractVersion {
        amounts = List.copyOf(amounts);
        var seen = new HashSet<PartKey>();
        for (var amount : amounts) {
            if (!seen.add(amount.key())) {
                throw new IllegalArgumentException("part twice: " + amount.key());
            }
        }
    }

    Optional<AgreedAmount> amount(PartKey key) {
        return amounts.stream().filter(amount -> amount.key().equals(key)).findFirst();
    }

    boolean has(String mission) {
        return amounts.stream().anyMatch(amount -> mission.equals(amount.key().mission()));
    }
}
