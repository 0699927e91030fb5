package fr.maillage.documents;

import java.util.List;

/** What a deposited spreadsheet turned out to be. */
public sealed interface SheetReading {

    /**
     * The first sheet, as text.
     *
     * @param header the first line that is neither empty nor a comment
     * @param rows the following lines that are not empty, in order
     */
    record Rows(List<String> header, List<Row> rows) implements SheetReading {
        public Rows {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /**
     * The file cannot be used.
     *
     * @param sentence what is wrong and how to mend it, in French
     */
    record Refused(String sentence) implements SheetReading {}

    /**
     * @param line the line in the file as a spreadsheet shows it, starting from 1
     * @param cells trimmed texts; a row may be shorter or longer than the header. Numbers are plain ({@code 12202},
     *     {@code 0.5}) and dates ISO
     */
    record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** The text of a column, empty beyond the end of the row. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
