package fr.maillage.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.documents.SheetReader;
import fr.maillage.documents.SheetReading;
import fr.maillage.testing.MaillageTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The public page of the simulator and its exports. */
@MaillageTest
class SimulatorPageTest {

    private static final String CHOICES =
            "?choix=missions&base=taille&taille=2&dateSignature=2024-03-15&bareme=aci-2019"
                    + "&mission=ACCES&debut-ACCES=2024-06-15&resultats-ACCES=100";

    @Autowired
    WebApplicationContext program;

    MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(program).build();
    }

    @Test
    void opensWithTheYearlyMaximaAndTheirSource() throws Exception {
        assertThat(page(get("/simulateur")))
                .contains("220 000 €", "287 000 €", "370 000 €", "450 000 €", "20 juin 2019", "Calculer l’estimation");
    }

    @Test
    void showsYearsPaymentsArithmeticAndAssumptions() throws Exception {
        assertThat(page(get("/simulateur" + CHOICES)))
                .contains(
                        "Taille 2",
                        "13 089,04",
                        "9 816,78 €",
                        "75 % de 13 089,04 € (17 500,00 € × 273 jours sur 365)",
                        "au plus tard le 15 mai 2025",
                        "vérifié, source 3",
                        "Source 3 : Guide CPTS de l’ARS Auvergne-Rhône-Alpes",
                        "Chaque montant est arrondi au centime",
                        "/simulateur.xlsx?choix=missions");
    }

    @Test
    void itLeadsBackToTheCommunityItIsOpenedFromAndNowhereElse() throws Exception {
        assertThat(page(get("/simulateur?base=population&population=41690&retour=/cpts/cpts-vallee-fictive")))
                .contains("href=\"/cpts/cpts-vallee-fictive\"", "41 690", "Taille 2");
        assertThat(page(get("/simulateur?base=population&population=41690&retour=//ailleurs.example")))
                .doesNotContain("href=\"//ailleurs", "value=\"//ailleurs", "Parcours de la CPTS");
    }

    @Test
    void aCompulsoryMissionWhoseAmountNobodyPublishedIsToldInWords() throws Exception {
        assertThat(page(get("/simulateur?taille=2&dateSignature=2027-03-15")))
                .contains(
                        "Obligatoire. Montant inconnu : à lire dans l’annexe du contrat.",
                        "La mission « Réponse aux crises sanitaires graves », obligatoire, n’y est pas comptée");
    }

    @Test
    void theShortAddressOfTheHomePageGivesTheMaximum() throws Exception {
        assertThat(page(get("/simulateur")
                        .param("communes", "Millau, Rodez, Onet-le-Château")
                        .param("dateSignature", "2027-03-15")))
                .contains("Millau (12145), Rodez (12202), Onet-le-Château (12176)", "287 000 €", "1 435 000 €");
        // the home page itself sends codes between brackets
        assertThat(page(get("/simulateur").param("communes", "(12145),(12202)").param("dateSignature", "2027-03-15")))
                .contains("Millau (12145), Rodez (12202)</textarea>");
    }

    @Test
    void understandsCommunesAsPeopleWriteThem() throws Exception {
        assertThat(page(get("/simulateur")
                        .param("communes", "ST AFFRIQUE; Millau (12145)\nCC de Millau Grands Causses")
                        .param("dateSignature", "2027-03-15")))
                .contains("Saint-Affrique (12208)", "Creissels (12084)");
    }

    @Test
    void tellsWhichCommuneIsNotUnderstoodAndKeepsWhatWasTyped() throws Exception {
        assertThat(page(get("/simulateur").param("communes", "Rodez, Millaud").param("dateSignature", "15/03/2027")))
                .contains(
                        "« Millaud » n’est pas une commune connue. Noms proches : ",
                        "Rodez, Millaud</textarea>",
                        "2027-03-15");
        assertThat(page(get("/simulateur").param("communes", "Saint-Denis").param("dateSignature", "2027-03-15")))
                .contains("« Saint-Denis » désigne plusieurs communes");
    }

    @Test
    void tellsEveryFaultBesideItsField() throws Exception {
        var page = page(get("/simulateur?choix=missions&base=population&population=beaucoup&dateSignature=2018-01-01"
                + "&mission=ACCES&debut-ACCES=hier&resultats-ACCES=120&montant-ACCES-FIXE=abc"));
        assertThat(page)
                .contains(
                        "5 points sont à corriger",
                        "href=\"#population\"",
                        "href=\"#dateSignature\"",
                        "href=\"#debut-ACCES\"",
                        "Indiquez un pourcentage entre 0 et 100.",
                        "value=\"beaucoup\"")
                .doesNotContain("id=\"estimation\"");
    }

    @Test
    void asksForTheAmountsThatNobodyPublishesAndUsesThemOnceTyped() throws Exception {
        var choices = "/simulateur?choix=missions&base=taille&taille=2&dateSignature=2024-03-15&bareme=aci-avenant-2"
                + "&mission=ACCES&debut-ACCES=&resultats-ACCES=50";
        assertThat(page(get(choices))).contains("Montants de votre contrat", "name=\"montant-ACCES-FIXE\"", "inconnu");
        assertThat(page(get(choices + "&montant-ACCES-FIXE=62 500,50&montant-ACCES-VARIABLE=30000")))
                .contains("62 500,50", "montant du contrat", "137 500,50 €")
                .doesNotContain("Montants de votre contrat");
    }

    @Test
    void anyTextStaysText() throws Exception {
        assertThat(page(get("/simulateur")
                        .param("communes", "<script>alert(1)</script>")
                        .param("bareme", "\"><b>")))
                .doesNotContain("<script>alert", "\"><b>");
    }

    @Test
    void theWorkbookHoldsThePayments() throws Exception {
        var bytes = http.perform(get("/simulateur.xlsx" + CHOICES))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("simulation-aci.xlsx")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(SheetReader.read(bytes)).isInstanceOfSatisfying(SheetReading.Rows.class, sheet -> {
            assertThat(sheet.toString()).contains("9816.78", "2024-06-15", "Avance");
        });
    }

    @Test
    void thePdfSaysTheSameAsThePage() throws Exception {
        var bytes = http.perform(get("/simulateur.pdf" + CHOICES))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var pdf = Loader.loadPDF(bytes)) {
            var text = spaces(new PDFTextStripper().getText(pdf));
            assertThat(text).contains("Estimation du financement", "9 816,78 €", "Accès aux soins", "Hypothèses");
        }
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            assertThat(validator.validate(parser).isCompliant()).isTrue();
        }
    }

    @Test
    void anExportThatCannotBeComputedOpensTheForm() throws Exception {
        http.perform(get("/simulateur.pdf?base=taille&taille=9"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/simulateur?base=taille&taille=9"));
        http.perform(get("/simulateur.xlsx"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", allOf(containsString("/simulateur"), not(containsString("?")))));
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return spaces(http.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static String spaces(String text) {
        return text.replaceAll("[\u00a0\u202f\\s]+", " ");
    }
}
