package fr.maillage.project.context;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A post of the association (« fonction »).
 *
 * @param precision what the function does not say of itself; may be empty
 * @param fte full-time equivalent (« ETP »), two decimals; null while unknown
 * @param employer who employs the person
 * @param duties what they do (« fiche de poste »)
 */
public record Post(
        ContextLists.Item function,
        String precision,
        @Nullable BigDecimal fte,
        String employer,
        String duties) {

    public static final String COORDINATION = "COORDINATION";

    public Post {
        fte = fte == null ? null : fte.setScale(2, RoundingMode.HALF_UP);
    }

    /** « Coordination », « Autre, diététique de liaison ». */
    public String label() {
        if (precision.isEmpty()) {
            return function.label();
        }
        return function.code().equals(ContextLists.OTHER) ? precision : function.label() + ", " + precision;
    }

    /** The post that the page of the governance describes too: its share of time is read there. */
    public boolean isCoordination() {
        return function.code().equals(COORDINATION);
    }
}
