package fr.maillage.documents;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** Puts the cells of a row back in their columns: the file of a workbook leaves empty ones out. */
abstract class SheetRow implements XSSFSheetXMLHandler.SheetContentsHandler {

    private List<String> cells = new ArrayList<>();

    /** @param line as the spreadsheet shows it, from 1 */
    abstract void row(int line, List<String> row);

    @Override
    public final void startRow(int row) {
        cells = new ArrayList<>();
    }

    @Override
    public final void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
        int column = reference == null ? cells.size() : new CellReference(reference).getCol();
        if (column >= SheetReader.MAX_COLUMNS) {
            if (value == null || value.isBlank()) {
                return;
            }
            throw new SheetReader.TooLarge();
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(value == null ? "" : value);
    }

    @Override
    public final void endRow(int row) {
        row(row + 1, cells);
    }
}
