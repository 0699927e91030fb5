package fr.maillage.rules.aci;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far an amount of a grid can be trusted. */
public enum AmountStatus {
    /** Read in an official text, or in two independent sources. */
    VERIFIED("verifie", "vérifié"),
    /** Read in one public secondary source. */
    SECONDARY("secondaire", "source secondaire"),
    /** Deduced, for instance from the former agreement; to be confirmed. */
    INFERRED("deduit", "déduit, à confirmer"),
    /** Nowhere readable: the contract's annex gives it. */
    UNKNOWN("inconnu", "inconnu"),
    /** Typed from the signed contract, which prevails over any grid. */
    CONTRACT("contrat", "montant du contrat");

    private final String code;
    private final String label;

    AmountStatus(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    /** In French, to be read beside the amount. */
    public String label() {
        return label;
    }

    /** The statuses a grid file may give to a known amount. */
    public static Optional<AmountStatus> ofGridCode(String code) {
        return Arrays.stream(values())
                .filter(s -> gridCodes().contains(code) && s.code.equals(code))
                .findFirst();
    }

    public static List<String> gridCodes() {
        return List.of(VERIFIED.code, SECONDARY.code, INFERRED.code);
    }
}
