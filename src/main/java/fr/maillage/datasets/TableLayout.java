package fr.maillage.datasets;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.maillage.datasets.spi.Descriptor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a table is laid out, in the {@code layout} of a descriptor of shape {@code tableau}.
 *
 * @param separator between cells; found by the program when absent
 * @param sheet in a workbook, the pattern of the names of the sheets to read, one after the other; its group is the
 *     period of their figures; the first sheet when absent
 * @param header begins the line of the column names, or null for the first line; lines before it are kept for {@code
 *     levels}
 * @param levels level by a piece of the lines before the header: « par bassin de vie » → BASSIN_DE_VIE
 * @param rows pattern of the first cell of the lines that count, or null; units, totals and notes are left out
 * @param zones which zone a line is about: the first rule whose conditions hold
 * @param name column with the name of the zone, or null
 * @param missing texts that stand for no figure; an empty cell is always one
 * @param keep values that columns must have for a line to count: the others are left out without a word
 * @param period column of the year or date of the figures, or null
 * @param periodInName pattern whose group is the period, in the name of a file that does not tell it, or null
 * @param series what the columns are
 */
record TableLayout(
        @Nullable String separator,
        @Nullable String sheet,
        @Nullable String header,
        @Nullable Map<String, Level> levels,
        @Nullable String rows,
        List<ZoneRule> zones,
        @Nullable String name,
        @Nullable Map<String, Missing> missing,
        @Nullable Map<String, String> keep,
        @Nullable String period,
        @Nullable String periodInName,
        List<Series> series) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * @param when values that columns must have for this rule
     * @param level level of the zone; null for the one told by the lines before the header
     * @param column that holds its code; null for the whole country
     */
    record ZoneRule(
            @Nullable Map<String, String> when,
            @Nullable Level level,
            @Nullable String column) {

        Map<String, String> conditions() {
            return when == null ? Map.of() : when;
        }
    }

    /**
     * @param key of the series; {@code {column}} stands for the value of a column, in small letters
     * @param column name of the column, where {@code {periode}} stands for a year and {@code {an}} for its last two
     *     digits; ended by {@code *}, the beginning of the name
     * @param when values that columns must have for a line to hold this series
     */
    record Series(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String column,
            @Nullable Map<String, String> when) {

        Map<String, String> conditions() {
            return when == null ? Map.of() : when;
        }
    }

    static TableLayout of(Descriptor descriptor) {
        return JSON.treeToValue(
                Objects.requireNonNull(descriptor.layout(), () -> descriptor.key() + " has no layout"),
                TableLayout.class);
    }

    Map<String, String> filters() {
        return keep == null ? Map.of() : keep;
    }
}
