package fr.maillage.professionals;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of one line of a table whose fields never hold a line break. */
final class Cells {

    private Cells() {}

    /** @return null when a quote is not closed */
    static @Nullable List<String> of(String line, char separator) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1));
        }
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(line)) {
            for (var found : csv) {
                return found.getFields();
            }
            return List.of();
        } catch (CsvParseException | IOException _) {
            return null;
        }
    }
}
