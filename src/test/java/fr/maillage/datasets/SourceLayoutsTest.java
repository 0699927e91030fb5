package fr.maillage.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The layouts of the official files as they are documented, in small fictional files; and workbooks that mean harm. */
@MaillageTest
class SourceLayoutsTest {

    private static final String APL = "drees-apl-generalistes";

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    Vintages vintages;

    @Autowired
    Observations observations;

    @TempDir
    Path folder;

    @Test
    void populationByAgeWhateverTheYearOfTheColumns() throws Exception {
        var job = run("insee-population-ages", resource("base-cc-evol-struct-pop-2022.csv"));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.edition()).isEqualTo("2016-2022");
        assertThat(value("insee.rp.population-75-89-ans", "12145")).isEqualTo("2022 2700");
        assertThat(value("insee.rp.population-0-14-ans", "12145")).isEqualTo("2022 3200.5");
        assertThat(value("insee.rp.femmes-0-14-ans", "01001")).isEqualTo("2022 80.1");
        assertThat(job.counts()).containsEntry("anciennes-communes", 1L);
    }

    @Test
    void populationsOfReferenceTakeTheirYearFromTheFileName() throws Exception {
        var job = run("insee-populations", resource("donnees_communes_2023.csv"));

        assertThat(job.edition()).isEqualTo("2023");
        assertThat(value("insee.population-municipale", "01001")).isEqualTo("2023 860");
        assertThat(value("insee.population-totale", "12145")).isEqualTo("2023 22300");
    }

    @Test
    void secretIncomesStaySecret() throws Exception {
        var job = run("insee-filosofi", resource("cc_filosofi_2021_COM.csv"));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(value("insee.taux-pauvrete", "12145")).isEqualTo("2021 17.6");
        assertThat(value("insee.taux-pauvrete", "01001")).isEqualTo("2021 SECRET");
        assertThat(value("insee.niveau-de-vie-median", "12208")).isEqualTo("2021 UNAVAILABLE");
    }

    @Test
    void theWorkbookOfTheDreesHasOneSheetByYear() throws IOException {
        var job = run(APL, workbook(book -> {
            book.createSheet("Lisez-moi").createRow(0).createCell(0).setCellValue("Notes");
            sheet(book, "APL_2022", "APL aux médecins généralistes de 65 ans et moins ", 3.9);
            sheet(book, "APL 2023", "APL aux médecins généralistes de 65 ans ou moins", 3.7);
        }));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.edition()).isEqualTo("2022-2023");
        assertThat(job.read()).isEqualTo(4);
        assertThat(value("drees.apl-generalistes", "12145")).isEqualTo("2023 4.2");
        assertThat(value("drees.apl-generalistes-65-ans", "12145")).isEqualTo("2023 3.7");
        assertThat(value("drees.apl-generalistes", "01001")).isEqualTo("2023 EMPTY");
        assertThat(value("drees.apl-generalistes.population-standardisee", "01001"))
                .isEqualTo("2023 520.000000004");
        assertThat(value("drees.apl-generalistes.population", "12145")).isEqualTo("2023 22000");
    }

    @Test
    void aFormulaIsNeverComputed() throws IOException {
        var job = run(APL, workbook(book -> {
            var sheet = sheet(book, "APL 2023", "APL aux médecins généralistes de 65 ans ou moins", 3.7);
            sheet.getRow(10).getCell(2).setCellFormula("1+1");
            sheet.getRow(10).getCell(2).setCellValue(2.5);
            sheet.getRow(11).createCell(2).setCellFormula("WEBSERVICE(\"http://localhost/\")");
        }));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(value("drees.apl-generalistes", "12145"))
                .as("kept with the formula")
                .isEqualTo("2023 2.5");
        assertThat(job.rejected()).isEqualTo(1);
        assertThat(Files.readString(job.report())).contains("WEBSERVICE").contains("n’est ni un nombre");
        assertThat(observations.latest("drees.apl-generalistes", Level.COMMUNE, "01001"))
                .isEmpty();
    }

    @Test
    void anotherWorkbookIsRefused() throws IOException {
        var noSheet = run(
                APL, workbook(book -> book.createSheet("Feuil1").createRow(0).createCell(0)));
        assertThat(noSheet.state()).isEqualTo(State.REFUSED);
        assertThat(noSheet.reason()).contains("Aucune feuille");

        var noHeader = run(
                APL,
                workbook(book ->
                        book.createSheet("APL 2023").createRow(0).createCell(0).setCellValue("Bonjour")));
        assertThat(noHeader.reason()).contains("« Code commune INSEE »").contains("introuvable");

        var cut = folder.resolve("cut.xlsx");
        var whole = Files.readAllBytes(workbook(book -> sheet(book, "APL 2023", "x", 1)));
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(run(APL, cut).state()).isEqualTo(State.REFUSED);
        assertThat(vintages.current(APL)).isEmpty();
    }

    @Test
    void aWorkbookThatSwellsIsRefused() throws IOException {
        var bomb = folder.resolve("bombe.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1_000_000);

        var job = run(APL, bomb);

        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.reason()).contains("trop de données");
    }

    private interface Filling {
        void fill(XSSFWorkbook book);
    }

    private Path workbook(Filling filling) throws IOException {
        var path = folder.resolve(java.util.UUID.randomUUID() + ".xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(path)) {
            filling.fill(book);
            book.write(out);
        }
        return path;
    }

    /** Eight lines of title and notes, the names, the units, two communes, a note. */
    private static XSSFSheet sheet(XSSFWorkbook book, String name, String until65, double apl65) {
        var sheet = book.createSheet(name);
        for (int i = 0; i < 8; i++) {
            sheet.createRow(i).createCell(0).setCellValue("Note " + i);
        }
        row(
                sheet,
                8,
                "Code commune INSEE",
                "Commune",
                "APL aux médecins généralistes",
                until65,
                "Population standardisée 2021 pour la médecine générale",
                "Population totale 2021");
        row(sheet, 9, "", "", "C/V par habitant", "C/V par habitant", "habitants", "habitants");
        row(sheet, 10, "12145", "Millau", 4.2, apl65, 21000.0, 22000.0);
        row(sheet, 11, "01001", "L’Abergement-Clémenciat", "", 2.0, 520.000000004, 800.0);
        row(sheet, 12, "Source : fictive");
        return sheet;
    }

    private static void row(XSSFSheet sheet, int number, Object... cells) {
        var row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Double figure) {
                row.createCell(i).setCellValue(figure);
            } else {
                row.createCell(i).setCellValue(cells[i].toString());
            }
        }
    }

    private ImportJob run(String key, Path file) {
        return imports.run(descriptors.of(key).orElseThrow(), SourceFile.of(file), "test", _ -> {});
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(SourceLayoutsTest.class.getResource("/datasets/" + name))
                .toURI());
    }

    private String value(String series, String commune) {
        var observed = Objects.requireNonNull(
                observations.latest(series, Level.COMMUNE, List.of(commune)).get(commune));
        return observed.period() + " "
                + (observed.value() == null
                        ? observed.missing()
                        : observed.value().toPlainString());
    }
}
