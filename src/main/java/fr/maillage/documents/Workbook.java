package fr.maillage.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Several tables in one XLSX file, one sheet each, in order. The notes of a table stand under it; a text is never run as
 * a formula.
 *
 * @param title of the file
 * @param sheets titles are the names of the sheets; of two that are equal once cut the second has a number
 */
public record Workbook(String title, List<Spreadsheet> sheets) {

    public Workbook {
        sheets = List.copyOf(sheets);
    }

    /** The stream is left open. */
    public void xlsx(OutputStream out) throws IOException {
        var workbook = new org.dhatim.fastexcel.Workbook(out, "Maillage", "1.0");
        workbook.properties().setTitle(title);
        Set<String> names = new HashSet<>();
        for (var sheet : sheets) {
            var name = sheet.sheetName();
            for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = sheet.sheetName()
                                .substring(0, Math.min(28, sheet.sheetName().length())) + " " + i;
            }
            var page = workbook.newWorksheet(name);
            sheet.write(page);
            for (int line = 0; line < sheet.notes().size(); line++) {
                page.inlineString(
                        sheet.rows().size() + 2 + line,
                        0,
                        Plain.of(sheet.notes().get(line)));
            }
        }
        workbook.finish();
    }
}
