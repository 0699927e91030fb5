package fr.maillage.rules.aci;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part (« volet ») of a mission, or the operating money.
 *
 * @param code French code of the REST interface: FONCTIONNEMENT, FIXE, VARIABLE, COMPENSATION, SNP
 * @param condition when the money is due only on a condition, that condition in French; else null
 * @param rates one for each size, 1 to 4
 */
public record Part(
        String code, String title, Paid paid, @Nullable String condition, Map<Integer, Rate> rates) {

    /** How the money of a year comes. */
    public enum Paid {
        /** An advance when the year (or the mission) begins, the balance with the settlement of the year. */
        ADVANCE_AND_BALANCE("avance-et-solde"),
        /** One payment with the settlement of the year, according to results; never an advance. */
        ON_RESULTS("selon-resultats");

        private final String code;

        Paid(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Optional<Paid> ofCode(String code) {
            return java.util.Arrays.stream(values())
                    .filter(p -> p.code.equals(code))
                    .findFirst();
        }
    }

    public Part {
        rates = Map.copyOf(rates);
    }

    public Rate rate(int size) {
        var rate = rates.get(size);
        if (rate == null) {
            throw new IllegalArgumentException("no size " + size);
        }
        return rate;
    }
}
