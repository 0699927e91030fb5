package fr.maillage.project;

import java.util.Locale;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** How the cells of the budget's workbook look. What people typed is always text, never a formula. */
final class BudgetLooks {

    private static final String EUROS = "#,##0";

    private final CellStyle plain;
    private final CellStyle title;
    private final CellStyle head;
    private final CellStyle muted;
    private final CellStyle amount;
    private final CellStyle strong;
    private final CellStyle strongAmount;
    private final CellStyle totalAmount;

    BudgetLooks(XSSFWorkbook workbook) {
        var bold = workbook.createFont();
        bold.setBold(true);
        var large = workbook.createFont();
        large.setBold(true);
        large.setFontHeightInPoints((short) 14);
        var grey = workbook.createFont();
        grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        grey.setFontHeightInPoints((short) 9);
        var euros = workbook.createDataFormat().getFormat(EUROS);
        plain = workbook.createCellStyle();
        title = workbook.createCellStyle();
        title.setFont(large);
        head = workbook.createCellStyle();
        head.setFont(bold);
        head.setBorderBottom(BorderStyle.THIN);
        muted = workbook.createCellStyle();
        muted.setFont(grey);
        amount = workbook.createCellStyle();
        amount.setDataFormat(euros);
        strong = workbook.createCellStyle();
        strong.setFont(bold);
        strongAmount = workbook.createCellStyle();
        strongAmount.setFont(bold);
        strongAmount.setDataFormat(euros);
        totalAmount = workbook.createCellStyle();
        totalAmount.setFont(bold);
        totalAmount.setDataFormat(euros);
        totalAmount.setBorderTop(BorderStyle.THIN);
        totalAmount.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        totalAmount.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    void title(Row row, String text) {
        put(row, 0, text, title);
    }

    void head(Row row, int column, String text) {
        put(row, column, text, head);
    }

    void text(Row row, int column, String text) {
        if (!text.isEmpty()) {
            put(row, column, text, plain);
        }
    }

    void code(Row row, String code) {
        put(row, 0, code, muted);
    }

    void block(Row row, String text) {
        put(row, 1, text.toUpperCase(Locale.FRENCH), head);
    }

    /** An amount that nobody wrote stays empty. */
    void amount(Row row, int column, long euros) {
        var cell = row.createCell(column);
        cell.setCellStyle(amount);
        if (euros != 0) {
            cell.setCellValue(euros);
        }
    }

    void group(Row row, String code, String text, String formula) {
        code(row, code);
        put(row, 1, text, strong);
        formula(row, BudgetWorkbook.Column.AMOUNT.ordinal(), formula, strongAmount);
    }

    /** @param formula null when each year has its own */
    void total(Row row, String code, String text, @Nullable String formula) {
        if (!code.isEmpty()) {
            code(row, code);
        }
        put(row, 1, text, strong);
        if (formula != null) {
            formula(row, BudgetWorkbook.Column.AMOUNT.ordinal(), formula, totalAmount);
        }
    }

    void formula(Row row, int column, String formula) {
        formula(row, column, formula, amount);
    }

    /** On one page wide, with its heads on each page. */
    void printed(Sheet sheet) {
        sheet.setRepeatingRows(CellRangeAddress.valueOf("3:3"));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    }

    private static void formula(Row row, int column, String formula, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellFormula(formula);
        cell.setCellStyle(style);
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }
}
