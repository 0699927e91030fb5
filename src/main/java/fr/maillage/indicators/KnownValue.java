package fr.maillage.indicators;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.Optional;

/** A value with the indicator it is of. */
public record KnownValue(CatalogueIndicator indicator, IndicatorValue value) {

    /** Told in another unit where it can be: a contract may pay the number that a share is made of. */
    public Optional<BigDecimal> in(String unit) {
        if (unit.equalsIgnoreCase(indicator.unit())) {
            return Optional.of(value.value());
        }
        return indicator.isShare() ? Optional.ofNullable(value.numerator()) : Optional.empty();
    }

    /** « La CPAM, 2025 : 72,4 % (724 sur 1 000), relevé le 1ᵉʳ février 2026 ». */
    public String sentence() {
        return value.producer().label() + ", " + value.period().inWords() + French.NBSP + ": "
                + value.shown(indicator.unit()) + ", relevé le " + French.date(value.extractedOn());
    }
}
