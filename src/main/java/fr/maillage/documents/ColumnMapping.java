package fr.maillage.documents;

import fr.maillage.documents.SheetReading.Row;
import fr.maillage.documents.SheetReading.Rows;
import fr.maillage.ui.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which column of a list that somebody sent says what: guessed by the heads that people give, until somebody says it on the
 * page that shows what was understood.
 */
public final class ColumnMapping {

    private static final int EXAMPLES = 3;
    private static final int EXAMPLE_SIGNS = 40;

    /**
     * Something that a list may say in each of its lines.
     *
     * @param code name of the control that a form would have for it
     * @param needed whether a list without it says nothing
     * @param alsoCalled other heads, as {@link #plain} writes them
     */
    public record Field(String code, String label, boolean needed, Set<String> alsoCalled) {}

    /**
     * @param place from 0
     * @param examples what its first lines say
     * @param field code of what it says, empty when it is left aside
     */
    public record Column(int place, String head, List<String> examples, String field) {

        /** The control of the form that says what it is. */
        public String control() {
            return "colonne-" + place;
        }

        public String title() {
            return head.isEmpty() ? "Colonne " + (place + 1) : head;
        }
    }

    private final List<Field> fields;
    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();

    private ColumnMapping(List<Field> fields, List<Column> columns) {
        this.fields = fields;
        this.columns = columns;
        columns.forEach(column -> places.putIfAbsent(column.field(), column.place()));
        places.remove("");
    }

    /** @param said what somebody chose, by {@link Column#control}; the heads are guessed when nothing was */
    public static ColumnMapping of(List<Field> fields, Rows rows, Map<String, String> said) {
        boolean chosen = said.keySet().stream().anyMatch(name -> name.startsWith("colonne-"));
        var columns = new ArrayList<Column>();
        var taken = new HashSet<String>();
        for (int place = 0; place < rows.header().size(); place++) {
            var head = rows.header().get(place);
            var wanted = said.getOrDefault("colonne-" + place, "");
            var field = fields.stream()
                    .filter(known -> chosen
                            ? known.code().equals(wanted)
                            : isCalled(known, plain(head)) && !taken.contains(known.code()))
                    .map(Field::code)
                    .findFirst()
                    .orElse("");
            taken.add(field);
            columns.add(new Column(place, head, examples(rows, place), field));
        }
        return new ColumnMapping(List.copyOf(fields), List.copyOf(columns));
    }

    public List<Column> columns() {
        return columns;
    }

    /** What a line says of a field; empty when it says nothing. */
    public String text(Row row, String field) {
        var place = places.get(field);
        return place == null ? "" : row.cell(place);
    }

    /** The fields without which nothing can be read, and that no column says. */
    public List<Field> missing() {
        return fields.stream()
                .filter(field -> field.needed() && !places.containsKey(field.code()))
                .toList();
    }

    /** The fields that several columns were said to hold: only the first of them is read. */
    public List<Field> doubled() {
        var said = columns.stream().map(Column::field).toList();
        return fields.stream()
                .filter(field -> Collections.frequency(said, field.code()) > 1)
                .toList();
    }

    public long understood() {
        return columns.stream().filter(column -> !column.field().isEmpty()).count();
    }

    /** What a column may be. */
    public List<Option> options() {
        return Stream.concat(
                        Stream.of(new Option("", "Ne pas reprendre")),
                        fields.stream().map(field -> new Option(field.code(), field.label())))
                .toList();
    }

    /** What was seen: when the choice of a form differs from it, its effect has not been looked at. */
    public String seen() {
        return String.join(",", columns.stream().map(Column::field).toList());
    }

    /**
     * The list as a form carries it from page to page; read again, its lines have the same numbers.
     *
     * @param longest how many signs a form may carry
     * @return empty when it has more, counted before anything is built: a cell far down makes thousands of empty lines
     */
    public static Optional<String> carried(Rows rows, int longest) {
        int width = Math.max(
                rows.header().size(),
                rows.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0));
        // Not the line of the last row: a file may bear its rows in any order.
        long last = rows.rows().stream().mapToLong(Row::line).max().orElse(1);
        long words = rows.rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToLong(String::length)
                .sum();
        if (words + last * width > longest) {
            return Optional.empty();
        }
        var cells = new ArrayList<List<Cell>>();
        int line = 2;
        for (var row : rows.rows()) {
            for (; line < row.line(); line++) {
                cells.add(cells(List.of(), width));
            }
            cells.add(cells(row.cells(), width));
            line++;
        }
        var csv = new ByteArrayOutputStream();
        try {
            new Spreadsheet("Liste", List.of(), padded(rows.header(), width), cells).csv(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(csv.toString(StandardCharsets.UTF_8)).filter(text -> text.length() <= longest);
    }

    /** Without accents, capitals, nor signs, so that « Prénom (s) » is « prenom s ». */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static boolean isCalled(Field field, String head) {
        return plain(field.label()).equals(head) || field.alsoCalled().contains(head);
    }

    private static List<String> examples(Rows rows, int place) {
        return rows.rows().stream()
                .map(row -> row.cell(place))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(EXAMPLES)
                .map(text -> text.length() <= EXAMPLE_SIGNS ? text : text.substring(0, EXAMPLE_SIGNS) + "…")
                .toList();
    }

    private static List<String> padded(List<String> texts, int width) {
        var padded = new ArrayList<>(texts);
        padded.addAll(Collections.nCopies(width - texts.size(), ""));
        return padded;
    }

    private static List<Cell> cells(List<String> texts, int width) {
        return padded(texts, width).stream().map(Cell::text).toList();
    }
}
