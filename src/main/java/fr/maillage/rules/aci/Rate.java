package fr.maillage.rules.aci;

import fr.maillage.shared.Euros;
import fr.maillage.shared.Source;
import org.jspecify.annotations.Nullable;

/**
 * The amount of one part for one size, over a whole contract year.
 *
 * @param amount null exactly when the status is UNKNOWN
 */
public record Rate(@Nullable Euros amount, AmountStatus status, Source source) {

    public Rate {
        if ((amount == null) != (status == AmountStatus.UNKNOWN)) {
            throw new IllegalArgumentException("amount " + amount + " with status " + status);
        }
    }
}
