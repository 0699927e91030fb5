package fr.maillage.contract;

import fr.maillage.rules.aci.ResultLine;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of results of a contract.
 *
 * @param indicator code of a national indicator, or null for a local one
 * @param baseline the value one starts from, null when not measured yet
 * @param source who gives the figure
 * @param proof what proves it
 */
public record ContractLine(
        UUID id,
        ResultLine rule,
        String label,
        @Nullable String indicator,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable LocalDate baselineOn,
        String source,
        String proof) {

    /** « au moins 69,7 % : 1 000,00 € ; au moins 75 % : 3 500,00 € ». */
    public String tiersInWords() {
        var sign = rule.direction() == ResultLine.Direction.RISE ? "au moins " : "au plus ";
        return rule.tiers().stream()
                .map(tier -> sign + French.decimal(tier.threshold().stripTrailingZeros())
                        + (unit.isBlank() ? "" : French.NBSP + unit) + French.NBSP + ": "
                        + French.amount(tier.amount()))
                .collect(Collectors.joining(French.NNBSP + "; "));
    }

    /** Whether it pays without any progress, which the parties should know. */
    public boolean paysWithoutProgress() {
        return baseline != null && rule.paysWithoutProgress(baseline);
    }

    /** « 66,26 % le 31 décembre 2025 », or « à mesurer ». */
    public String baselineInWords() {
        return baseline == null
                ? "à mesurer"
                : French.decimal(baseline)
                        + (unit.isBlank() ? "" : French.NBSP + unit)
                        + (baselineOn == null ? "" : " le " + French.date(baselineOn));
    }
}
