package fr.maillage.contract;

import fr.maillage.shared.Euros;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of terms in preparation.
 *
 * @param starts the missions of the contract with the day each starts
 * @param amounts by {@link Terms.AmountLine#code}; a missing one is unknown
 * @param reasons why an amount differs from the grid, by the same codes
 * @param subject what an amendment changes and why; empty for the contract itself
 */
public record TermsTyped(
        LocalDate effectOn,
        String grid,
        int size,
        @Nullable Long population,
        String populationFrom,
        Map<String, LocalDate> starts,
        Map<String, Euros> amounts,
        Map<String, String> reasons,
        String subject) {

    public TermsTyped {
        starts = Map.copyOf(starts);
        amounts = Map.copyOf(amounts);
        reasons = Map.copyOf(reasons);
    }
}
