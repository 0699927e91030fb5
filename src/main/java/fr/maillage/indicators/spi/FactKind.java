package fr.maillage.indicators.spi;

/**
 * A kind of fact that the program counts.
 *
 * @param code stable: {@code ACTIONS_TERMINEES}
 * @param label French, a plural noun: « Actions terminées »
 * @param unit of one such fact, singular
 * @param units of several
 */
public record FactKind(String code, String label, String unit, String units) {

    public FactKind {
        if (!code.matches("[A-Z_]{3,40}")) {
            throw new IllegalArgumentException("code of a fact: " + code);
        }
    }
}
