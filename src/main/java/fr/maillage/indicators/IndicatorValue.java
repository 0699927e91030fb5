package fr.maillage.indicators;

import fr.maillage.indicators.spi.Period;
import fr.maillage.rules.SmallCounts;
import fr.maillage.shared.French;
import fr.maillage.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value of an indicator, kept as it was given.
 *
 * @param value in the unit of the indicator; a percentage when both numbers are given
 * @param extractedOn the day its producer read it
 * @param territory number of the version of the territory at the end of the period; null when none was saved
 * @param supersededAt when the same producer gave another one for the same period; null while it holds
 */
public record IndicatorValue(
        UUID id,
        String code,
        Period period,
        Producer producer,
        BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        LocalDate extractedOn,
        @Nullable Integer territory,
        Origin origin,
        String comment,
        Instant enteredAt,
        String enteredBy,
        @Nullable Instant supersededAt) {

    /** Who gives a figure. */
    public enum Producer {
        CPTS("La CPTS"),
        FACTS("Faits enregistrés"),
        CPAM("La CPAM"),
        ARS("L’ARS"),
        MSA("La MSA"),
        NATIONAL("Données nationales");

        private final String label;

        Producer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As forms and files write it: « CPAM », « la CPAM ». */
        static Optional<Producer> ofCode(@Nullable String text) {
            var word = text == null ? "" : text.strip().replaceFirst("(?i)^l[ae]? |^l[’']", "");
            return Arrays.stream(values())
                    .filter(producer -> producer != FACTS)
                    .filter(producer -> producer.name().equalsIgnoreCase(word) || producer.label.equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    /** How it came. */
    public enum Origin {
        TYPED("saisi"),
        IMPORTED("importé"),
        COMPUTED("calculé");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean current() {
        return supersededAt == null;
    }

    /** « 72,4 % (724 sur 1 000) ». */
    public String shown(String unit) {
        var text = Quantity.of(rounded(value), unit);
        return numerator == null || denominator == null
                ? text
                : text + " (" + French.decimal(numerator.stripTrailingZeros()) + " sur "
                        + French.decimal(denominator.stripTrailingZeros()) + ")";
    }

    /** Two decimals are read, four are kept. */
    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** Whether a handful of people would be shown where it circulates. */
    boolean hidden(CatalogueIndicator indicator, SmallCounts small) {
        return indicator.persons()
                && small.hides(numerator == null && !indicator.isShare() ? value : numerator, denominator);
    }
}
