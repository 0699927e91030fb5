package fr.maillage.contract;

import fr.maillage.rules.aci.ResultLine;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
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

    /** « au moins 69,7 % : 1 000,00 € ; au moins 75 % : 3 500,00 € », or « en proportion, de 50 % à 75 % ». */
    public String scaleInWords() {
        return switch (rule.scale()) {
            case ResultLine.Slope slope ->
                "en proportion du chemin fait de " + withUnit(slope.baseline()) + " à " + withUnit(slope.target());
            case ResultLine.Steps(var tiers) -> {
                var sign = rule.direction() == ResultLine.Direction.RISE ? "au moins " : "au plus ";
                yield tiers.stream()
                        .map(tier ->
                                sign + withUnit(tier.threshold()) + French.NBSP + ": " + French.amount(tier.amount()))
                        .collect(Collectors.joining(French.NNBSP + "; "));
            }
        };
    }

    /** « 40 % », its weight in the variable part of its mission; null where the part is unknown or nothing. */
    public @Nullable String weightIn(@Nullable Euros envelope) {
        return envelope == null || envelope.isZero()
                ? null
                : French.percent(rule.maximum().value().divide(envelope.value(), MathContext.DECIMAL64), 1);
    }

    private String withUnit(BigDecimal value) {
        return Quantity.of(value, unit);
    }

    /** Whether it pays without any progress, which the parties should know. */
    public boolean paysWithoutProgress() {
        return baseline != null && rule.paysWithoutProgress(baseline);
    }

    /** « 66,26 % le 31 décembre 2025 », or « à mesurer ». */
    public String baselineInWords() {
        return baseline == null
                ? "à mesurer"
                : withUnit(baseline) + (baselineOn == null ? "" : " le " + French.date(baselineOn));
    }
}
