package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.SheetReading.Refused;
import fr.maillage.documents.SheetReading.Rows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void csvInAnyUsualEncoding(String charset) {
        var text = "Code;Nom\r\n12202;Rodez\r\n12145;Millau\r\n12070;Conques-en-Rouergue, à l’entrée de l’évêché\r\n";
        var rows = rows(text.getBytes(Charset.forName(charset)));
        assertThat(rows.header()).containsExactly("Code", "Nom");
        assertThat(rows.rows()).hasSize(3);
        assertThat(rows.rows().get(2).cells()).containsExactly("12070", "Conques-en-Rouergue, à l’entrée de l’évêché");
        assertThat(rows.rows().get(2).line()).isEqualTo(4);
    }

    @Test
    void csvWithTheMarkOfUtf8() {
        assertThat(rows("\uFEFFCode;Nom\n12202;Rodez\n").header()).containsExactly("Code", "Nom");
    }

    @ParameterizedTest
    @CsvSource({"';'", "','", "'|'", "'\t'"})
    void csvWithAnySeparator(String separator) {
        var text = "code;nom;code postal\n12202;\"Rodez; ville, et | autres\";12000\n12145;Millau;12100\n";
        var rows = rows(text.replace(";", separator).replace("Rodez" + separator + " ville", "Rodez; ville"));
        assertThat(rows.header()).containsExactly("code", "nom", "code postal");
        assertThat(rows.rows().getFirst().cells()).containsExactly("12202", "Rodez; ville, et | autres", "12000");
    }

    @Test
    void csvNamesItsSeparatorInExcelsWay() {
        var rows = rows("sep=|\ncode|nom\n12202|Rodez\n");
        assertThat(rows.header()).containsExactly("code", "nom");
        assertThat(rows.rows().getFirst().line()).isEqualTo(3);
    }

    @Test
    void oneColumnNeedsNoSeparator() {
        assertThat(rows("code\n12202\n12145\n").rows()).hasSize(2);
    }

    @Test
    void emptyLinesAreLeftOutButCounted() {
        var rows = rows("code;nom\n\n;;\n12202;Rodez\n");
        assertThat(rows.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(4);
            assertThat(row.cell(1)).isEqualTo("Rodez");
            assertThat(row.cell(9)).isEmpty();
        });
    }

    @Test
    void fiftyThousandLines() throws IOException {
        var text = new StringBuilder("code;nom\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("12").append(i).append(";Commune ").append(i).append('\n');
        }
        assertThat(rows(text.toString()).rows()).hasSize(50_000);

        var cells = IntStream.range(0, 50_000)
                .mapToObj(i -> List.of(Cell.text("12" + i), Cell.text("Commune " + i)))
                .toList();
        var workbook = new ByteArrayOutputStream();
        new Spreadsheet("Communes", List.of(), List.of("code", "nom"), cells).xlsx(workbook);
        assertThat(rows(workbook.toByteArray()).rows()).hasSize(50_000);
    }

    @Test
    void tooManyLinesAreRefused() {
        assertThat(refusal("a\n".repeat(SheetReader.MAX_ROWS + 2).getBytes(StandardCharsets.UTF_8)))
                .contains("trop de données");
    }

    @Test
    void workbookWithNumbersDatesFormulasAndHoles() throws IOException {
        var rows = rows(workbook(book -> {
            var sheet = book.createSheet("Communes");
            var header = sheet.createRow(0);
            header.createCell(0).setCellValue("Code");
            header.createCell(2).setCellValue("Depuis");
            var row = sheet.createRow(4);
            var thousands = book.createCellStyle();
            thousands.setDataFormat(book.createDataFormat().getFormat("# ##0"));
            var code = row.createCell(0);
            code.setCellValue(12202);
            code.setCellStyle(thousands);
            var date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            var since = row.createCell(2);
            since.setCellValue(LocalDate.of(2026, 3, 15));
            since.setCellStyle(date);
            row.createCell(3).setCellValue(0.1);
        }));
        assertThat(rows.header()).containsExactly("Code", "", "Depuis");
        assertThat(rows.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(5);
            assertThat(row.cells()).containsExactly("12202", "", "2026-03-15", "0.1");
        });
    }

    @Test
    void imageRenamedAsWorkbook() {
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}))
                .isEqualTo(
                        "Ce fichier est une image, pas un tableau. Enregistrez la liste en XLSX ou en CSV depuis votre tableur.");
    }

    @Test
    void pdfOldWorkbookAndWordAreNamed() throws IOException {
        assertThat(refusal("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8))).contains("PDF");
        var old = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            book.createSheet();
            book.write(old);
        }
        assertThat(refusal(old.toByteArray())).contains(".xls");
        var word = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.write(word);
        }
        assertThat(refusal(word.toByteArray())).contains("Word");
        assertThat(refusal("<html><table><tr><td>12202".getBytes(StandardCharsets.UTF_8)))
                .contains("page web");
        assertThat(refusal(zip("photo.jpg", new byte[10]))).contains("archive");
    }

    @Test
    void emptyFiles() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo("Ce fichier est vide.");
        assertThat(refusal(" \r\n \n".getBytes(StandardCharsets.UTF_8))).isEqualTo("Ce fichier est vide.");
        assertThat(refusal(workbook(book -> book.createSheet()))).contains("aucune ligne");
        assertThat(refusal("PK".getBytes(StandardCharsets.UTF_8))).contains("abîmé");
    }

    @Test
    void binaryJunk() {
        var junk = new byte[5_000];
        new Random(1).nextBytes(junk);
        assertThat(refusal(junk)).contains("ni un classeur");
    }

    @Test
    void truncatedWorkbookAtAnyPoint() throws IOException {
        var whole = workbook(book -> {
            var sheet = book.createSheet("Communes");
            for (int i = 0; i < 200; i++) {
                sheet.createRow(i).createCell(0).setCellValue("Commune " + i);
            }
        });
        for (int length = 4; length < whole.length - 30; length += 97) {
            assertThat(SheetReader.read(Arrays.copyOf(whole, length)))
                    .as("cut after " + length)
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"xl/styles.xml, 6", "xl/sharedStrings.xml, 41"})
    void aPartThatIsHeldWholeIsBounded(String part, int megabytes) throws IOException {
        var padding = " ".repeat(megabytes * 1024 * 1024);

        var heavy = rewrite(
                workbook(book ->
                        book.createSheet("Communes").createRow(0).createCell(0).setCellValue("VALEUR")),
                part,
                xml -> xml + padding);

        assertThat(refusal(heavy)).contains("trop de données");
    }

    @Test
    void zipBombIsNotInflated() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(refusal(out.toByteArray())).contains("trop de données");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"})
    void entitiesAreNeverResolved(String part) throws IOException {
        var bomb = "<!DOCTYPE lol [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        var original = workbook(
                book -> book.createSheet("Communes").createRow(0).createCell(0).setCellValue("VALEUR"));
        var poisoned = rewrite(original, part, xml -> {
            int afterDeclaration = xml.indexOf("?>") + 2;
            var filled = xml.replace("VALEUR", "&x;&c;");
            return filled.substring(0, afterDeclaration) + bomb + filled.substring(afterDeclaration);
        });
        assertThat(refusal(poisoned)).contains("abîmé");
    }

    @Test
    void fileBeyondTheLimit() throws IOException {
        var reading = SheetReader.read(new ByteArrayInputStream(new byte[SheetReader.MAX_BYTES + 1]));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.sentence()).contains("10 Mo"));
    }

    private static Rows rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Rows rows(byte[] bytes) {
        var reading = SheetReader.read(bytes);
        assertThat(reading).isInstanceOf(Rows.class);
        return (Rows) reading;
    }

    private static String refusal(byte[] bytes) {
        return SheetReader.read(bytes) instanceof Refused(var sentence) ? sentence : "accepted";
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            content.accept(book);
            book.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static byte[] rewrite(byte[] archive, String part, UnaryOperator<String> change) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var zip = new ZipOutputStream((OutputStream) out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = in.readAllBytes();
                if (entry.getName().equals(part)) {
                    bytes = change.apply(new String(bytes, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
                }
                zip.write(bytes);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
