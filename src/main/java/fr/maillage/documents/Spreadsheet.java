package fr.maillage.documents;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a file: what « Exporter » gives for every list.
 *
 * <p>XLSX holds the data on its first sheet, heads in the first row, and the title with its sources on a second one; CSV
 * holds them in lines starting with {@code #}. {@link SheetReader} reads both back. A text that a spreadsheet would run
 * as a formula is text in XLSX and is preceded by an apostrophe in CSV.
 *
 * @param title what the table is, in French; also the name of the XLSX's sheet
 * @param notes where the figures come from, their date, what the reader must know; one sentence each
 * @param headers column heads
 * @param rows cells, as many in each row as there are heads
 */
public record Spreadsheet(String title, List<String> notes, List<String> headers, List<List<Cell>> rows) {

    /** The media type of {@link #xlsx}. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The media type of {@link #csv}. */
    public static final String CSV = "text/csv;charset=UTF-8";

    private static final int WIDEST = 60;
    private static final int NARROWEST = 9;

    public Spreadsheet {
        notes = List.copyOf(notes);
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalArgumentException(
                        "row of " + row.size() + " cells under " + headers.size() + " heads: " + row);
            }
        }
    }

    /** Writes an Excel workbook; the stream is left open. */
    public void xlsx(OutputStream out) throws IOException {
        var workbook = new Workbook(out, "Maillage", "1.0");
        workbook.properties().setTitle(title);
        // The second sheet has this name.
        var data = workbook.newWorksheet(sheetName().equals("Sources") ? "Données" : sheetName());
        write(data);
        var about = workbook.newWorksheet("Sources");
        about.width(0, 100);
        about.inlineString(0, 0, Plain.of(title));
        about.style(0, 0).bold().set();
        for (int line = 0; line < notes.size(); line++) {
            about.inlineString(line + 1, 0, Plain.of(notes.get(line)));
            about.style(line + 1, 0).wrapText(true).set();
        }
        workbook.finish();
    }

    /** The heads in the first row, then the data. */
    void write(Worksheet data) {
        for (int column = 0; column < headers.size(); column++) {
            data.inlineString(0, column, Plain.of(headers.get(column)));
            data.width(column, width(column));
        }
        if (!headers.isEmpty()) {
            data.range(0, 0, 0, headers.size() - 1)
                    .style()
                    .bold()
                    .borderStyle("thin")
                    .set();
            data.setAutoFilter(0, 0, rows.size(), headers.size() - 1);
        }
        data.freezePane(0, 1);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < headers.size(); column++) {
                write(data, row + 1, column, rows.get(row).get(column));
            }
        }
    }

    /** Writes UTF-8 with its mark, semicolons and decimal commas, as French spreadsheets expect; the stream is left open. */
    public void csv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        @SuppressWarnings("resource") // closing it would close the response
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer);
        csv.writeRecord(headers.stream().map(Spreadsheet::harmless).toList());
        for (var row : rows) {
            csv.writeRecord(row.stream().map(Spreadsheet::csvText).toList());
        }
        // After the data: a program or a spreadsheet expects the heads on the first line.
        csv.writeComment(" " + Plain.of(title));
        notes.forEach(note -> csv.writeComment(" " + Plain.of(note)));
        csv.flush();
    }

    private static void write(Worksheet sheet, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Text(var text) -> sheet.inlineString(row, column, Plain.of(text));
            case Cell.Whole(var number) -> {
                sheet.value(row, column, number);
                sheet.style(row, column).format("#,##0").set();
            }
            case Cell.Decimal(var number) -> {
                sheet.value(row, column, number);
                sheet.style(row, column).format(decimalFormat(number)).set();
            }
            case Cell.Amount(var euros) -> {
                sheet.value(row, column, euros.value());
                sheet.style(row, column).format("#,##0.00\\ \"€\"").set();
            }
            case Cell.Day(var day) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("dd/mm/yyyy").set();
            }
            case Cell.Empty _ -> {}
        }
    }

    private static String decimalFormat(BigDecimal number) {
        return number.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale());
    }

    private static String csvText(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> harmless(text);
            case Cell.Whole(var number) -> Long.toString(number);
            case Cell.Decimal(var number) -> number.toPlainString().replace('.', ',');
            case Cell.Amount(var euros) -> euros.toString().replace('.', ',');
            case Cell.Day(var day) -> day.toString();
            case Cell.Empty _ -> "";
        };
    }

    /** An apostrophe before what a spreadsheet would take for a formula (OWASP, CSV injection). */
    private static String harmless(String text) {
        var plain = Plain.of(text);
        return SheetReader.looksLikeFormula(plain) ? "'" + plain : plain;
    }

    private int width(int column) {
        int longest = headers.get(column).length() + 3;
        for (var row : rows) {
            longest = Math.max(longest, csvText(row.get(column)).length() + 2);
        }
        return Math.clamp(longest, NARROWEST, WIDEST);
    }

    /** At most 31 characters, without those that Excel refuses in the name of a sheet. */
    String sheetName() {
        var name = Plain.of(title).replaceAll("[\\\\/*?:\\[\\]']", " ").strip();
        if (name.isEmpty()) {
            return "Données";
        }
        return name.length() <= 31 ? name : name.substring(0, 31).strip();
    }
}
