package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.SheetReading.Rows;
import fr.maillage.shared.Euros;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    private static final Spreadsheet TYPED = new Spreadsheet(
            "Communes de la CPTS [essai]",
            List.of("Source : Insee, populations de référence 2023."),
            List.of("Code", "Nom", "Habitants", "Part", "Montant", "Depuis"),
            List.of(List.of(
                    Cell.text("01001"),
                    Cell.text("L’Abergement; « Clémenciat »"),
                    Cell.whole(41_690),
                    Cell.decimal(new BigDecimal("-12.5")),
                    Cell.amount(Euros.of("9816.78")),
                    Cell.day(LocalDate.of(2026, 3, 15)))));

    @Test
    void csvForFrenchSpreadsheets() throws IOException {
        assertThat(csv(TYPED))
                .isEqualTo("\uFEFF"
                        + "Code;Nom;Habitants;Part;Montant;Depuis\r\n"
                        + "01001;\"L’Abergement; « Clémenciat »\";41690;-12,5;9816,78;2026-03-15\r\n"
                        + "# Communes de la CPTS [essai]\r\n# Source : Insee, populations de référence 2023.\r\n");
    }

    @Test
    void xlsxKeepsTypes() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx(TYPED)))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("Communes de la CPTS  essai");
            var row = sheet.getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("01001");
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(41_690);
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(9816.78);
            assertThat(row.getCell(5).getLocalDateTimeCellValue()).isEqualTo("2026-03-15T00:00");
            assertThat(book.getSheetAt(1).getRow(1).getCell(0).getStringCellValue())
                    .startsWith("Source : Insee");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1"})
    void formulasOfOthersStayText(String typed) throws IOException {
        var sheet = new Spreadsheet("Noms", List.of(), List.of("Nom"), List.of(List.of(Cell.text(typed))));
        assertThat(csv(sheet).lines().skip(1).findFirst().orElseThrow()).startsWith(typed.startsWith("\r") ? "" : "'");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx(sheet)))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void whatIsExportedReadsBackTheSame() throws IOException {
        var sheet = new Spreadsheet(
                "Noms",
                List.of("Une note ; avec un point-virgule."),
                List.of("Nom", "Code"),
                List.of(List.of(Cell.text("-Rodez"), Cell.text("12202")), List.of(Cell.EMPTY, Cell.text("01001"))));
        for (var file : List.of(xlsx(sheet), csv(sheet).getBytes(StandardCharsets.UTF_8))) {
            assertThat(SheetReader.read(file)).isInstanceOfSatisfying(Rows.class, rows -> {
                assertThat(rows.header()).containsExactly("Nom", "Code");
                assertThat(rows.rows().get(0).cells()).containsExactly("-Rodez", "12202");
                assertThat(rows.rows().get(1).cells()).containsExactly("", "01001");
            });
        }
    }

    private static String csv(Spreadsheet sheet) throws IOException {
        var out = new ByteArrayOutputStream();
        sheet.csv(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(Spreadsheet sheet) throws IOException {
        var out = new ByteArrayOutputStream();
        sheet.xlsx(out);
        return out.toByteArray();
    }
}
