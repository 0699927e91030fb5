package fr.maillage.diagnosis.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.diagnosis.AccessData;
import fr.maillage.diagnosis.Choice;
import fr.maillage.diagnosis.Diagnoses;
import fr.maillage.documents.PlainText;
import fr.maillage.territory.contours.TestContours;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The portrait with nothing loaded, with a little, and asked for badly. */
@MaillageTest
class PortraitTest {

    private static final String AROUND_MILLAU = "{\"communes\":[\"12145\",\"12084\",\"12002\"]}";

    @Autowired
    WebApplicationContext program;

    @Autowired
    TestContours contours;

    @Autowired
    AccessData data;

    @Autowired
    Diagnoses diagnoses;

    @Autowired
    Portraits portraits;

    @Autowired
    PortraitDocument document;

    @LocalServerPort
    int port;

    MockMvc http;

    @BeforeAll
    static void startVeraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(program).build();
    }

    /** Nothing loaded: the reference alone. The document says what is missing and leaves no hole. */
    @Test
    void withoutAnyDatasetItSaysWhatIsMissing() throws Exception {
        var text = text(ask("pdf", AROUND_MILLAU));
        assertThat(text)
                .contains(
                        "L’essentiel", "Population", "Établissements", "Accès aux soins", "Méthode, limites et sources")
                .contains("3 communes", "n’est pas chargé", "les contours des communes ne sont pas chargés")
                .contains("Aucun indicateur n’a encore de valeur");
        assertThat(failures(ask("pdf", AROUND_MILLAU), PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void withoutContoursDiscsStandForTheCommunes() throws Exception {
        data.aroundMillau();
        assertThat(text(ask("pdf", AROUND_MILLAU))).contains("Carte 1", "Carte schématique : un disque");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PDFUA_1", "PDFA_3_A"})
    void withMapsAndFiguresItIsAccessibleAndArchivable(String flavour) throws Exception {
        load();
        var pdf = ask("pdf", AROUND_MILLAU);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/portrait.pdf"), pdf);
        assertThat(failures(pdf, PDFAFlavour.valueOf(flavour))).isEmpty();
        assertThat(text(pdf)).contains("Carte 1", "dont médecins généralistes", "Licence Ouverte");
    }

    @Test
    void theSameTerritoryOnTheSameDayGivesTheSameBytes() throws Exception {
        load();
        assertThat(ask("pdf", AROUND_MILLAU)).isEqualTo(ask("pdf", AROUND_MILLAU));
    }

    /** What a team writes when it keeps a source is printed with the figure. */
    @Test
    void theReasonOfTheTeamStandsBesideTheFigure() {
        load();
        var reason = "Le relevé des équipes de garde donne la même distance.";
        var diagnosis = diagnoses.of(
                List.of("12145", "12084", "12002"),
                Map.of(
                        "distance-urgences",
                        new Choice("distance-urgences", "contexte", reason, "Alix Exemple", Instant.EPOCH, 1)));
        var words = PlainText.of(
                document.of(portraits.of("CPTS d’essai", diagnosis)).body());
        assertThat(words).contains("Source retenue par l’équipe\u00A0: " + reason);
    }

    @Test
    void theWorkbookHasASheetForEachKindOfFigure() throws Exception {
        load();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(ask("xlsx", AROUND_MILLAU)))) {
            assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                    .containsExactly(
                            "Indicateurs",
                            "Professionnels",
                            "Établissements",
                            "APL",
                            "Communes",
                            "Définitions",
                            "Sources");
            var communes = workbook.getSheet("Communes");
            assertThat(communes.getRow(3).getCell(0).getStringCellValue()).isEqualTo("12145");
            assertThat(communes.getRow(3).getCell(3).getNumericCellValue()).isEqualTo(22_044);
            assertThat(workbook.getSheet("APL").getLastRowNum()).isGreaterThan(4);
            assertThat(workbook.getSheet("Sources").getLastRowNum()).isGreaterThan(10);
        }
    }

    @Test
    void theWordDocumentOpens() throws Exception {
        assertThat(new String(ask("docx", AROUND_MILLAU), 0, 2, StandardCharsets.US_ASCII))
                .isEqualTo("PK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|au moins une commune",
                "{\"communes\":[]}|au moins une commune",
                "{\"communes\":[null]}|manque",
                "{\"communes\":[\"99999\"]}|communes[0]",
                "{\"communes\":[\"12145\",\"12145\"]}|deux fois"
            })
    void whatIsWrongIsToldInFrench(String body, String words) throws Exception {
        var answer = http.perform(post("/api/v1/diagnostics/portrait.pdf")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains(words);
    }

    @Test
    void moreThanATerritoryIsRefused() throws Exception {
        var codes =
                IntStream.range(0, 1_001).mapToObj(i -> "\"%05d\"".formatted(i)).collect(Collectors.joining(","));
        http.perform(post("/api/v1/diagnostics/portrait.pdf")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"communes\":[" + codes + "]}"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void anAddressThatIsNotUnderstoodOpensTheForm() throws Exception {
        http.perform(get("/portrait.pdf").param("communes", "Nulle-Part-sur-Rien"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/portrait?communes=Nulle-Part-sur-Rien"));
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void thePageIsAccessibleAndItsMapMoves(int width, boolean dark) throws Exception {
        load();
        var visit = Browser.on(port).width(width);
        try (var browser = dark ? visit.dark() : visit) {
            browser.open("/portrait").accessible().noSidewaysScroll();
            browser.page().locator("#communes").fill("Millau, Creissels, Aguessac");
            browser.page().getByText("Voir le portrait").click();
            browser.settled();
            browser.accessible().noSidewaysScroll();
            assertThat(browser.page().locator("a[href^='/portrait.pdf']").count())
                    .isEqualTo(1);
            browser.page().locator("[data-animate-map]").click();
            browser.page().locator(".map-canvas path.map-commune").first().waitFor();
            browser.page().locator(".map-chooser select").selectOption("12145");
            browser.page().locator(".leaflet-popup").waitFor();
            assertThat(browser.page().locator(".leaflet-popup").innerText()).contains("Millau");
            browser.accessible().noSidewaysScroll();
            browser.screenshot("portrait-" + width);
            browser.page().locator("[data-animate-map]").click();
            assertThat(browser.page().locator(".map-canvas").count()).isZero();
        }
    }

    @Test
    void withoutScriptsTheDrawingAndTheTableRemain() throws Exception {
        load();
        try (var browser = Browser.on(port).withoutScripts().open("/portrait?communes=Millau,+Creissels")) {
            assertThat(browser.page().locator(".map svg").isVisible()).isTrue();
            assertThat(browser.page().locator("[data-animate-map]").isVisible()).isFalse();
            assertThat(browser.page().locator(".map-table tbody tr").count()).isEqualTo(2);
        }
    }

    private void load() {
        contours.squares();
        data.aroundMillau();
        data.directory(3, "12145");
        data.read(
                "communes-contexte",
                "communes_essai_contexte.csv",
                "code,distance_urgence_km,superficie_km2,grille_densite",
                "12145,2.0,168.2,4",
                "12084,5.5,29.4,5",
                "12002,11.2,18.9,6");
    }

    private byte[] ask(String format, String body) throws Exception {
        return http.perform(post("/api/v1/diagnostics/portrait." + format)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00A0', ' ');
        }
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(failure -> failure.getRuleId().getClause() + " " + failure.getMessage() + " at "
                            + failure.getLocation().getContext())
                    .limit(8)
                    .toList();
        }
    }
}
