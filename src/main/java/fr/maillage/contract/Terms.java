package fr.maillage.contract;

import fr.maillage.rules.aci.Part;
import fr.maillage.shared.Change;
import fr.maillage.shared.Euros;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says, from a day on: the contract itself (number 0) or an amendment (« avenant »).
 *
 * @param signedOn day of the last signature, null while it is prepared
 * @param grid code of the grid that proposed the amounts
 * @param size 1 to 4, fixed for as long as these terms hold
 * @param population inhabitants that the size comes from, null when not stated
 * @param subject what an amendment changes and why
 */
public record Terms(
        UUID id,
        int number,
        boolean isDraft,
        LocalDate effectOn,
        @Nullable LocalDate signedOn,
        String grid,
        int size,
        @Nullable Long population,
        String populationFrom,
        String subject,
        List<MissionLine> missions,
        List<AmountLine> amounts,
        List<ContractLine> lines,
        List<Signature> signatures,
        Change change) {

    /** Who signs, in the order of the contract. */
    public enum Signatory {
        CPTS("La CPTS", "Pour l’association de la CPTS"),
        ARS("L’ARS", "Pour l’agence régionale de santé (ARS)"),
        CPAM("La CPAM", "Pour la caisse primaire d’assurance maladie (CPAM)");

        private final String label;
        private final String onBehalf;

        Signatory(String label, String onBehalf) {
            this.label = label;
            this.onBehalf = onBehalf;
        }

        public String label() {
            return label;
        }

        public String onBehalf() {
            return onBehalf;
        }
    }

    /**
     * @param startOn the day it starts
     * @param startBy the latest day to start, by the agreement; null when free
     * @param deployedBy the latest day to be fully deployed
     */
    public record MissionLine(
            String mission,
            String title,
            boolean base,
            LocalDate startOn,
            @Nullable LocalDate startBy,
            @Nullable LocalDate deployedBy) {}

    /**
     * @param mission null for the operating money
     * @param gridAmount what the grid proposes; null where no text read gives it
     * @param gridStatus code of an {@link fr.maillage.rules.aci.AmountStatus}
     * @param amount what the contract says; null until typed
     * @param reason why it differs from the grid
     */
    public record AmountLine(
            @Nullable String mission,
            String part,
            String partTitle,
            Part.Paid paid,
            @Nullable String condition,
            @Nullable Euros gridAmount,
            String gridStatus,
            String gridSource,
            @Nullable Euros amount,
            String reason) {

        /** {@code ACCES-FIXE}, for fields of forms. */
        public String code() {
            return (mission == null ? "" : mission + "-") + part;
        }
    }

    public record Signature(Signatory party, String name, String quality, LocalDate signedOn, String recordedBy) {}

    public boolean isSigned() {
        return signedOn != null;
    }

    /** « Contrat », « Avenant 2 ». */
    public String title() {
        return number == 0 ? "Contrat" : "Avenant " + number;
    }

    public Optional<MissionLine> mission(@Nullable String code) {
        return missions.stream().filter(line -> line.mission().equals(code)).findFirst();
    }

    public List<AmountLine> amountsOf(@Nullable String mission) {
        return amounts.stream()
                .filter(line -> Objects.equals(line.mission(), mission))
                .toList();
    }

    /** The lines of results of a mission. */
    public List<ContractLine> linesOf(String mission) {
        return lines.stream()
                .filter(line -> line.rule().mission().equals(mission))
                .toList();
    }

    /** The amounts still to be read in the contract's annex. */
    public List<AmountLine> unknown() {
        return amounts.stream().filter(line -> line.amount() == null).toList();
    }

    public Optional<Signature> signature(Signatory party) {
        return signatures.stream().filter(each -> each.party() == party).findFirst();
    }

    /** The whole of a year at most, when every amount is known. */
    public Optional<Euros> yearlyMaximum() {
        if (!unknown().isEmpty()) {
            return Optional.empty();
        }
        return amounts.stream().map(AmountLine::amount).filter(Objects::nonNull).reduce(Euros::plus);
    }
}
