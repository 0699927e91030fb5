package fr.maillage.contract;

import fr.maillage.community.CommunityId;
import fr.maillage.dossier.DossierId;
import fr.maillage.shared.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contract with all its terms.
 *
 * @param number told to people: {@code 2026-12-C001}
 * @param dossier the validated projet de santé that it carries out
 * @param previous the contract that it renews, or null
 * @param years how many years it lasts
 * @param endedOn last day of a contract ended before its term, else null
 * @param terms the contract itself first, then its amendments in the order they were begun; dropped ones are left out
 * @param change raised by each act on the contract
 */
public record Contract(
        ContractId id,
        CommunityId community,
        String number,
        DossierId dossier,
        @Nullable ContractId previous,
        State state,
        int years,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        List<Terms> terms,
        Change change) {

    public enum State {
        DRAFT("À signer"),
        SIGNED("En cours"),
        ENDED("Résilié");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The contract itself. */
    public Terms first() {
        return terms.getFirst();
    }

    /** What is being prepared: the contract before its signature, or an amendment. */
    public Optional<Terms> draft() {
        return terms.stream().filter(Terms::isDraft).findFirst();
    }

    public List<Terms> signed() {
        return terms.stream().filter(Terms::isSigned).toList();
    }

    /** The terms in force on a day: the latest to take effect among those signed. */
    public Optional<Terms> inForceOn(LocalDate day) {
        return signed().stream()
                .filter(each -> !each.effectOn().isAfter(day))
                .max(java.util.Comparator.comparing(Terms::effectOn)
                        .thenComparing(each -> java.util.Objects.requireNonNull(each.signedOn()))
                        .thenComparing(Terms::number));
    }

    /** The day that its years are counted from. */
    public LocalDate effectOn() {
        return first().effectOn();
    }

    /** The number of the contract year that a day belongs to: the first before the contract, the last after it. */
    public int yearOf(LocalDate day) {
        int year = 1;
        while (year < years && !day.isBefore(effectOn().plusYears(year))) {
            year++;
        }
        return year;
    }

    /** The day after its last one. */
    public LocalDate term() {
        return effectOn().plusYears(years);
    }
}
