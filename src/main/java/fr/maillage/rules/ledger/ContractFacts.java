package fr.maillage.rules.ledger;

import fr.maillage.rules.aci.ContractPeriod;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Schedule.Nature;
import fr.maillage.shared.Euros;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to a contract and counts for its money.
 *
 * @param versions in any order; one of them takes effect on the first day of the period
 * @param starts when each mission starts
 * @param endedOn last day of a contract that ended before its term, else null
 * @param earned what results earned, as agreed in the yearly reviews
 * @param withheld decisions to pay less than what is due
 * @param received each line of each receipt; money given back counts below zero
 */
public record ContractFacts(
        ContractPeriod period,
        Grid.Terms terms,
        List<ContractVersion> versions,
        Map<String, Start> starts,
        @Nullable LocalDate endedOn,
        List<Earned> earned,
        List<Withheld> withheld,
        List<Received> received) {

    /** @param confirmed whether the mission really began on that day; else it is a plan */
    public record Start(LocalDate day, boolean confirmed) {}

    /** @param amount for the year as it was, a shorter first year included */
    public record Earned(int year, PartKey key, Euros amount) {}

    public record Withheld(int year, PartKey key, Euros amount, String reason) {}

    public record Received(int year, PartKey key, Nature nature, LocalDate day, Euros amount) {}

    public ContractFacts {
        versions = versions.stream()
                .sorted(Comparator.comparing(ContractVersion::effectOn)
                        .thenComparing(ContractVersion::signedOn)
                        .thenComparing(ContractVersion::number))
                .toList();
        starts = Map.copyOf(starts);
        earned = List.copyOf(earned);
        withheld = List.copyOf(withheld);
        received = List.copyOf(received);
        if (versions.isEmpty() || !versions.getFirst().effectOn().equals(period.signature())) {
            throw new IllegalArgumentException("no version takes effect on " + period.signature());
        }
    }

    /** The version in force on a day of the contract. */
    public ContractVersion inForceOn(LocalDate day) {
        return inForceOn(day, LocalDate.MAX);
    }

    /** The version in force on a day, as it was known on another: an amendment signed later was not. */
    ContractVersion inForceOn(LocalDate day, LocalDate knownOn) {
        return versions.reversed().stream()
                .filter(version ->
                        !version.effectOn().isAfter(day) && !version.signedOn().isAfter(knownOn))
                .findFirst()
                .orElse(versions.getFirst());
    }

    /** The first day that the contract does not pay. */
    LocalDate end() {
        return endedOn == null || endedOn.plusDays(1).isAfter(period.end()) ? period.end() : endedOn.plusDays(1);
    }

    Optional<Euros> earned(int year, PartKey key) {
        return earned.stream()
                .filter(e -> e.year() == year && e.key().equals(key))
                .map(Earned::amount)
                .reduce(Euros::plus);
    }

    Euros withheld(int year, PartKey key) {
        return withheld.stream()
                .filter(w -> w.year() == year && w.key().equals(key))
                .map(Withheld::amount)
                .reduce(Euros.ZERO, Euros::plus);
    }

    List<Received> received(int year, PartKey key) {
        return received.stream()
                .filter(r -> r.year() == year && r.key().equals(key))
                .toList();
    }
}
