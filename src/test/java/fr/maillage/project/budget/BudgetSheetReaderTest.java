package fr.maillage.project.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.maillage.project.Budget;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.Budget.Nature;
import fr.maillage.project.BudgetWorkbook;
import fr.maillage.project.BudgetWorkbook.Column;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.TestProjects;
import fr.maillage.project.budget.BudgetUpload.Fault;
import fr.maillage.shared.Change;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook goes out and comes back the same; whatever somebody does to it is explained cell by cell. */
class BudgetSheetReaderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final List<LineFacts> LINES = List.of(
            new LineFacts("C60_MATIERES", "", "FONC", 2_400),
            new LineFacts(
                    "C62_HONORAIRES",
                    "=SUM(A1:A9)",
                    "ACCES",
                    TestProjects.complete().id(),
                    Nature.RECURRING,
                    "P74_ORGANISMES_SOCIAUX",
                    "Indemnités des médecins volontaires",
                    38_000),
            new LineFacts("C62_HONORAIRES", "", "PARCOURS", 21_000),
            new LineFacts("P74_ORGANISMES_SOCIAUX", "Assurance Maladie, ACI", "FONC", 61_400),
            new LineFacts("V86_BENEVOLAT", "", "FONC", 800),
            new LineFacts("V87_BENEVOLAT", "", "FONC", 800));

    private static final byte[] SHIPPED = new BudgetWorkbook("CPTS Fictive", project(), DAY).xlsx();

    @Test
    void whatGoesOutComesBackTheSame() {
        var read = read(workbook(_ -> {}));

        assertThat(read.faults()).isEmpty();
        assertThat(read.notes()).isEmpty();
        assertThat(BudgetSheetReader.facts(read)).containsOnlyKeys(2027).containsEntry(2027, LINES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyBudgetsComeBackTheSame(long seed) {
        var random = new Random(seed);
        var one = TestProjects.randomLines(random);
        var two = TestProjects.randomLines(random);
        var project = TestProjects.budgeted(List.of(budget(2027, one), budget(2028, two)));

        var read = (BudgetUpload.Read)
                BudgetSheetReader.read(new BudgetWorkbook("CPTS Fictive", project, DAY).xlsx(), project);

        assertThat(read.faults()).isEmpty();
        assertThat(BudgetSheetReader.facts(read).get(2027)).containsExactlyInAnyOrderElementsOf(one);
        assertThat(BudgetSheetReader.facts(read).get(2028)).containsExactlyInAnyOrderElementsOf(two);
    }

    @Test
    void theSameBudgetOfTheSameDayIsTheSameFile() {
        assertThat(new BudgetWorkbook("CPTS Fictive", project(), DAY).xlsx())
                .isEqualTo(new BudgetWorkbook("CPTS Fictive", project(), DAY).xlsx());
    }

    @Test
    void formulasCarryTheirValues() throws IOException {
        try (var workbook =
                new XSSFWorkbook(new ByteArrayInputStream(new BudgetWorkbook("CPTS Fictive", project(), DAY).xlsx()))) {
            var total = row(workbook.getSheet("2027"), "TOTAL CHARGES", 1).getCell(Column.AMOUNT.ordinal());
            assertThat(total.getCellType()).isEqualTo(CellType.FORMULA);
            assertThat(total.getNumericCellValue()).isEqualTo(61_400);
            assertThat(row(workbook.getSheet("Comparaison"), "C62_HONORAIRES", 1)
                            .getCell(2)
                            .getNumericCellValue())
                    .isEqualTo(59_000);
            // what somebody typed is never a formula
            assertThat(row(workbook.getSheet("2027"), "C62_HONORAIRES", 1)
                            .getCell(Column.LABEL.ordinal())
                            .getCellType())
                    .isEqualTo(CellType.STRING);
        }
    }

    static Stream<Arguments> wrongSheets() {
        return Stream.of(
                wrong("cents", row("C60_MATIERES", cell(Column.AMOUNT, 2400.5)), "H7", "2400,5", "centimes"),
                wrong("negative", row("C60_MATIERES", cell(Column.AMOUNT, -2400)), "H7", "-2400", "jamais négatif"),
                wrong("too large", row("C60_MATIERES", cell(Column.AMOUNT, 2e12)), "H7", "2000000000000", "trop grand"),
                wrong(
                        "a formula",
                        row(
                                "C60_MATIERES",
                                row -> row.getCell(Column.AMOUNT.ordinal()).setCellFormula("1200*2")),
                        "H7",
                        "=1200*2",
                        "formule"),
                wrong("text", row("C60_MATIERES", words(Column.AMOUNT, "à voir")), "H7", "à voir", "Ce texte"),
                wrong(
                        "a number as text",
                        row("C60_MATIERES", words(Column.AMOUNT, "2 400 €")),
                        "H7",
                        "2 400 €",
                        "comme du texte"),
                wrong(
                        "unknown line",
                        row("C60_MATIERES", words(Column.CODE, "C77")),
                        "A7",
                        "C77",
                        "Aucune ligne du formulaire"),
                wrong("no code", row("C60_MATIERES", words(Column.CODE, "")), "H7", "2400", "colonne Code est vide"),
                wrong(
                        "unknown mission",
                        row("C60_MATIERES", words(Column.ALLOCATION, "Cantine")),
                        "D7",
                        "Cantine",
                        "ni le fonctionnement ni une mission"),
                wrong(
                        "unknown action",
                        row("C60_MATIERES", words(Column.ACTION, "Action 99")),
                        "E7",
                        "Action 99",
                        "Aucune action"),
                wrong("unknown nature", row("C60_MATIERES", words(Column.NATURE, "bof")), "F7", "bof", "Reconductible"),
                wrong(
                        "funder of an income",
                        row("V87_BENEVOLAT", words(Column.FUNDER, "Région")),
                        "G",
                        "Région",
                        "Seule une charge"),
                wrong("unnamed funder", row("P74_COMMUNE", cell(Column.AMOUNT, 500)), "C", "", "Précisez le financeur"),
                wrong("too long", row("C60_MATIERES", words(Column.LABEL, "x".repeat(161))), "C7", "xxx", "161 signes"),
                wrong(
                        "a total typed over",
                        row("TOTAL CHARGES", cell(Column.AMOUNT, 70_000)),
                        "H",
                        "70000",
                        "la somme est 61 400 €"),
                wrong(
                        "a total written as a power",
                        row("TOTAL CHARGES", words(Column.AMOUNT, "1E999999999")),
                        "H",
                        "1E999999999",
                        "n’est pas un nombre"),
                wrong(
                        "endless digits",
                        row("C60_MATIERES", words(Column.AMOUNT, "9".repeat(30_000))),
                        "H7",
                        "9".repeat(60) + "…",
                        "écrit comme du texte"),
                wrong(
                        "a formula that forgets a row",
                        row("62", row -> row.getCell(Column.AMOUNT.ordinal()).setCellFormula("H15*1")),
                        "H",
                        "38000",
                        "la somme est 59 000 €"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongSheets")
    void everyWrongCellIsExplained(String name, Consumer<Sheet> damage, String cell, String content, String reason) {
        var faults = read(workbook(damage)).faults();

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.sheet()).isEqualTo("2027");
            assertThat(fault.cell()).startsWith(cell);
            assertThat(fault.content()).startsWith(content);
            assertThat(fault.reason().replace('\u00A0', ' ')).contains(reason);
        });
        assertThat(faults)
                .extracting(Fault::reason)
                .allSatisfy(words -> assertThat(words).endsWith("."));
    }

    @Test
    void severalFaultsAreToldAtOnce() {
        var read = read(workbook(sheet -> {
            row("C60_MATIERES", cell(Column.AMOUNT, 0.5)).accept(sheet);
            row("P74_ORGANISMES_SOCIAUX", cell(Column.AMOUNT, -1)).accept(sheet);
        }));

        assertThat(read.faults()).hasSize(2);
    }

    @Test
    void otherSheetsAreLeftAsideAndSaid() throws IOException {
        assertThat(read(bytes(workbook -> workbook.createSheet("Brouillon")
                                .createRow(0)
                                .createCell(0)
                                .setCellValue("x")))
                        .notes())
                .containsExactly("La feuille « Brouillon » n’est pas une année : elle est laissée de côté.");
    }

    static Stream<Arguments> hostileFiles() throws IOException {
        var big = new byte[3 * 1024 * 1024];
        return Stream.of(
                arguments("empty", new byte[0], "vide"),
                arguments("csv", "Code;Montant\nC65;12".getBytes(StandardCharsets.UTF_8), "CSV"),
                arguments("pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "PDF"),
                arguments("old xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, ".xls"),
                arguments("too big", big, "2 Mo"),
                arguments("half a file", Arrays.copyOf(bytes(_ -> {}), 3000), "abîmé"),
                arguments("macros", with(bytes(_ -> {}), "xl/vbaProject.bin", "…"), "macros"),
                arguments("a zip that is no workbook", with(null, "mot.txt", "bonjour"), "archive"),
                arguments(
                        "a bomb",
                        with(bytes(_ -> {}), "xl/bombe.xml", " ".repeat(160 * 1024 * 1024)),
                        "trop de données"),
                arguments("no year", bytes(workbook -> workbook.setSheetName(0, "Budget")), "nom d’une année"),
                arguments(
                        "six years",
                        bytes(workbook -> {
                            for (int year = 2028; year < 2033; year++) {
                                workbook.createSheet(String.valueOf(year))
                                        .createRow(0)
                                        .createCell(0)
                                        .setCellValue("x");
                            }
                        }),
                        "6 années"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFiles")
    void aFileThatIsNoBudgetIsRefusedInWords(String name, byte[] file, String words) {
        assertThat(BudgetSheetReader.read(file, project()))
                .isInstanceOfSatisfying(
                        BudgetUpload.Refused.class,
                        refused -> assertThat(refused.sentence().replace('\u00A0', ' '))
                                .contains(words));
    }

    private static Arguments wrong(String name, Consumer<Sheet> damage, String cell, String content, String reason) {
        return arguments(name, damage, cell, content, reason);
    }

    private static Consumer<Sheet> row(String code, Consumer<Row> damage) {
        return sheet -> damage.accept(row(sheet, code, 1));
    }

    private static Consumer<Row> cell(Column column, double value) {
        return row -> {
            row.getCell(column.ordinal(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setBlank();
            row.getCell(column.ordinal()).setCellValue(value);
        };
    }

    private static Consumer<Row> words(Column column, String value) {
        return row -> {
            row.getCell(column.ordinal(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setBlank();
            row.getCell(column.ordinal()).setCellValue(value);
        };
    }

    /** The nth row that has this code. */
    private static Row row(Sheet sheet, String code, int nth) {
        int met = 0;
        for (var row : sheet) {
            var cell = row.getCell(0);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(code)) {
                met++;
                if (met == nth) {
                    return row;
                }
            }
        }
        throw new AssertionError("no row " + code);
    }

    private static byte[] workbook(Consumer<Sheet> damage) {
        try {
            return bytes(workbook -> damage.accept(workbook.getSheet("2027")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As a spreadsheet saves it after somebody changed it: computed again. */
    private static byte[] bytes(Consumer<Workbook> damage) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(SHIPPED))) {
            damage.accept(workbook);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] with(byte @Nullable [] xlsx, String name, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            if (xlsx != null) {
                try (var from = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
                    for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                        zip.putNextEntry(new ZipEntry(entry.getName()));
                        from.transferTo(zip);
                    }
                }
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static BudgetUpload.Read read(byte[] file) {
        return (BudgetUpload.Read) BudgetSheetReader.read(file, project());
    }

    private static StructuredProject project() {
        return TestProjects.budgeted(List.of(budget(2027, LINES)));
    }

    private static Budget budget(int year, List<LineFacts> lines) {
        var change = new Change(0, Instant.EPOCH, "Camille Exemple");
        return new Budget(
                year,
                "",
                lines.stream()
                        .map(facts -> new Budget.Line(UUID.randomUUID(), facts, change))
                        .toList(),
                change);
    }
}
