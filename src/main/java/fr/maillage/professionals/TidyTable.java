package fr.maillage.professionals;

import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.Lines;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.TextEncoding;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.shared.French;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table with a line of column names about establishments: which columns are read is told by the {@code layout} of the
 * descriptor, in its {@code columns}.
 */
final class TidyTable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Pattern DATE_IN_NAME = Pattern.compile("(20\\d{2}-?\\d{2}-?\\d{2})");
    private static final String SEPARATORS = ";,|\t";

    /**
     * @param columns name of the column by our word for it; all are needed
     * @param notAdded patterns ({@code *}) of disciplines that are a part of another line; none when absent
     */
    record Layout(Map<String, String> columns, @Nullable List<String> notAdded) {

        static Layout of(Descriptor descriptor) {
            return JSON.treeToValue(
                    Objects.requireNonNull(descriptor.layout(), () -> descriptor.key() + " has no layout"),
                    Layout.class);
        }

        /** Whether the places of this discipline are those of the line itself. */
        boolean adds(String discipline) {
            return notAdded == null
                    || notAdded.stream()
                            .noneMatch(pattern -> discipline
                                    .replace('’', '\'')
                                    .matches("\\Q" + pattern.replace('’', '\'').replace("*", "\\E.*\\Q") + "\\E"));
        }
    }

    /** Takes one line; gives what is wrong with it in French, or null. */
    interface Taker {
        @Nullable
        String take(Row row);
    }

    /** The cells of a line, by our words for the columns. */
    record Row(List<String> cells, Map<String, Integer> places) {

        String text(String column) {
            return cells.get(Objects.requireNonNull(places.get(column), column)).strip();
        }

        /** Null where the cell is empty. */
        @Nullable
        String textOrNull(String column) {
            var text = text(column);
            return text.isEmpty() ? null : text;
        }
    }

    private record Header(char separator, int size, Map<String, Integer> places) {}

    private TidyTable() {}

    /** The day in the name of the file; null when the name has none. */
    static @Nullable String recognise(SourceFile file, Layout layout) throws IOException {
        try (var lines = new Lines(file, TextEncoding.of(file), 0, 0)) {
            header(lines, layout);
        }
        var date = DATE_IN_NAME.matcher(file.name());
        try {
            return date.find()
                    ? French.date(LocalDate.parse(date.group(1).replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE))
                    : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    static void read(Reading reading, Layout layout, Taker taker) throws IOException {
        var charset = TextEncoding.of(reading.file());
        Header header;
        long afterHeader;
        try (var lines = new Lines(reading.file(), charset, 0, 0)) {
            header = header(lines, layout);
            afterHeader = lines.position();
        }
        boolean fresh = reading.bytesRead() == 0;
        try (var lines = new Lines(
                reading.file(), charset, fresh ? afterHeader : reading.bytesRead(), fresh ? 1 : reading.linesRead())) {
            boolean cut = false;
            while (lines.next()) {
                var text = lines.text();
                if (!text.isBlank()) {
                    var cells = Cells.of(text, header.separator());
                    cut = cells == null || cells.size() < header.size();
                    var wrong = cells == null
                            ? "Un guillemet n’est pas refermé."
                            : cells.size() < header.size()
                                    ? "Il manque des colonnes : " + cells.size() + " sur " + header.size() + "."
                                    : taker.take(new Row(cells, header.places()));
                    if (wrong != null) {
                        reading.refuse(lines.number(), text, wrong);
                    }
                }
                if (!reading.endRecord(lines.position(), lines.number())) {
                    return;
                }
            }
            if (cut) {
                throw new UnreadableFile(
                        "La dernière ligne est coupée : le fichier n’est pas entier. Téléchargez-le de nouveau.");
            }
        }
    }

    private static Header header(Lines lines, Layout layout) throws IOException {
        if (!lines.next()) {
            throw new UnreadableFile("Ce fichier est vide.");
        }
        var text = lines.text();
        for (char separator : SEPARATORS.toCharArray()) {
            var names = Cells.of(text, separator);
            if (names != null && names.size() > 1) {
                Map<String, Integer> places = new HashMap<>();
                layout.columns().forEach((word, column) -> {
                    int place = names.stream().map(String::strip).toList().indexOf(column);
                    if (place >= 0) {
                        places.put(word, place);
                    }
                });
                if (places.size() == layout.columns().size()) {
                    return new Header(separator, names.size(), places);
                }
            }
        }
        throw new UnreadableFile("Ce fichier n’a pas les colonnes attendues : "
                + String.join(", ", layout.columns().values().stream().sorted().toList()) + ".");
    }
}
