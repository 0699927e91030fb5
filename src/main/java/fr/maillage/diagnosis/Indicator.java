package fr.maillage.diagnosis;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, read from a file of {@code datasets/indicateurs/}.
 *
 * @param code stable, in addresses and in the API
 * @param subtitle what exactly, in one line under the title
 * @param unit printed after the value: {@code km}, {@code %}, {@code pour 10 000 hab.}; empty for a plain count
 * @param decimals printed
 * @param comparable false for a plain number, which says nothing beside that of a larger place; true when absent
 * @param numerator in words, null when the indicator is no ratio
 * @param denominator in words, null when the indicator is no ratio
 * @param feeds where its figures come from, the one kept by default first
 * @param classes upper bounds of the classes of its map, rounded, four of them; empty without a map
 * @param smallNumbers what happens with secret and small counts, in words
 * @param limits what the figure does not say, in words
 */
public record Indicator(
        String code,
        DiagnosisTheme theme,
        String title,
        String subtitle,
        String definition,
        String unit,
        int decimals,
        Direction direction,
        @Nullable Boolean comparable,
        @Nullable String numerator,
        @Nullable String denominator,
        List<Feed> feeds,
        ReadingRule reading,
        List<BigDecimal> classes,
        String smallNumbers,
        String limits,
        Phrase phrase) {

    private static final int SHORT = 3;

    public Indicator {
        feeds = List.copyOf(feeds);
        classes = classes == null ? List.of() : List.copyOf(classes);
    }

    /** Whether the unit may stand after every value: « km », « % ». */
    public boolean isShortUnit() {
        return unit.length() <= SHORT;
    }

    public boolean isCompared() {
        return !Boolean.FALSE.equals(comparable);
    }

    public Optional<Feed> feed(String key) {
        return feeds.stream().filter(feed -> feed.key().equals(key)).findFirst();
    }

    /** {@code 9,1 km}, {@code 15,2 %}, {@code 84}. */
    public String print(BigDecimal value) {
        return unit.isEmpty() ? number(value) : number(value) + French.NBSP + unit.replace(' ', French.NBSP);
    }

    /** The value without its unit, for columns. */
    public String number(BigDecimal value) {
        return French.decimal(rounded(value));
    }

    /** As printed. */
    BigDecimal rounded(BigDecimal value) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** For narrow places: a long unit is left to the heading. */
    public String compact(BigDecimal value) {
        return isShortUnit() ? print(value) : number(value);
    }
}
