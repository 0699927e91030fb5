package fr.maillage.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.library.TestFiles;
import fr.maillage.library.reading.TextQueue;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator files two documents, finds them by a word inside, joins them to the project and deposits it. */
@MaillageTest
class DocumentsOfACommunityTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @Autowired
    TextQueue texts;

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void fromTwoFilesToTheArchiveOfTheDeposit(int width) throws IOException {
        var view = world.communityReadyToDeposit("CPTS Grands Causses et Raspes");
        try (var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            look(browser.open(view.at("/documents")), "documents-vides-" + width);
            refuseThenAdd(browser, view, width);
            addFromTheAnnexes(browser, view, width);
            findByAWord(browser, view, width);
            join(browser, view, width);
            replace(browser, view, width);
            deposit(browser, view, width);
        }
    }

    private void refuseThenAdd(Browser browser, CommunityView view, int width) {
        var page = browser.page();
        press(browser, AriaRole.LINK, "Ajouter un document");
        page.setInputFiles(
                "#fichier", new FilePayload("piege.docx", "text/html", "<html><script>1</script></html>".getBytes()));
        page.getByLabel("Titre").fill("Convention avec l’hôpital");
        press(browser, AriaRole.BUTTON, "Ajouter le document");
        assertThat(page.locator("#fichier-erreur").innerText()).contains("page web ou un dessin SVG");
        assertThat(page.getByLabel("Titre").inputValue()).isEqualTo("Convention avec l’hôpital");
        look(browser, "document-refuse-" + width);

        page.setInputFiles(
                "#fichier",
                new FilePayload(
                        "convention signée.docx",
                        "application/octet-stream",
                        TestFiles.docx(
                                "Entre la CPTS et le centre hospitalier, il est convenu de la prévention des chutes à"
                                        + " domicile.",
                                "Article 1. Le service de gériatrie reçoit les demandes des infirmières.")));
        press(browser, AriaRole.BUTTON, "Ajouter le document");
        // the type was not chosen: the file is kept meanwhile
        assertThat(page.locator("#type-erreur").innerText()).contains("Choisissez un type");
        assertThat(page.locator("#fichier-recu").innerText()).contains("convention signée.docx");
        look(browser, "document-a-completer-" + width);
        page.getByLabel("Type", new GetByLabelOptions().setExact(true)).selectOption("CONVENTION");
        press(browser, AriaRole.BUTTON, "Ajouter le document");
        assertThat(browser.heading()).isEqualTo("Convention avec l’hôpital");
    }

    private void addFromTheAnnexes(Browser browser, CommunityView view, int width) {
        var page = browser.page();
        look(browser.open(view.at("/annexes")), "annexes-vides-" + width);
        press(browser, AriaRole.BUTTON, "Ajouter le fichier Statuts de la structure porteuse");
        assertThat(page.getByLabel("Type", new GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("STATUTS");
        page.setInputFiles(
                "#fichier",
                new FilePayload(
                        "statuts.pdf",
                        "application/pdf",
                        TestFiles.pdf("Article 12. Le quorum est du tiers des membres.")));
        press(browser, AriaRole.BUTTON, "Ajouter le document");
        assertThat(browser.heading()).isEqualTo("Annexes du projet de santé");
        assertThat(page.locator("#jointes").innerText()).contains("Statuts");
        assertThat(texts.readWaiting()).isEqualTo(2);
    }

    private void findByAWord(Browser browser, CommunityView view, int width) {
        var page = browser.open(view.at("/documents")).page();
        page.getByPlaceholder("Mots du titre ou du texte").pressSequentially("prevention chute");
        page.locator("tbody tr").first().locator("mark").first().waitFor();
        assertThat(page.locator("tbody tr"))
                .satisfies(rows -> assertThat(rows.count()).isEqualTo(1));
        assertThat(page.locator("tbody mark").allInnerTexts()).containsExactly("prévention", "chutes");
        look(browser, "documents-trouves-" + width);
        browser.open(view.at("/documents?recherche=quorum"));
        assertThat(page.locator("tbody tr").innerText()).contains("Statuts");
    }

    private void join(Browser browser, CommunityView view, int width) {
        var page = browser.open(view.at("/annexes")).page();
        page.getByLabel("Document", new GetByLabelOptions().setExact(true))
                .selectOption(new com.microsoft.playwright.options.SelectOption()
                        .setLabel("Convention avec l’hôpital (Convention)"));
        press(browser, AriaRole.BUTTON, "Joindre au dossier");
        assertThat(page.locator("#jointes").innerText()).containsSubsequence("Statuts", "Convention");
        press(browser, AriaRole.BUTTON, "Monter Convention avec l’hôpital");
        assertThat(page.locator("#jointes").innerText()).containsSubsequence("Convention", "Statuts");
        look(browser, "annexes-" + width);
    }

    private void replace(Browser browser, CommunityView view, int width) {
        var page = browser.page();
        press(browser, AriaRole.LINK, "Convention avec l’hôpital");
        assertThat(page.locator("#usages").innerText()).contains("Annexe du dossier");
        page.getByText("Remplacer par une nouvelle version").click();
        page.setInputFiles(
                "#fichier",
                new FilePayload("avenant.docx", "application/octet-stream", TestFiles.docx("Version signée")));
        press(browser, AriaRole.BUTTON, "Remplacer");
        assertThat(page.locator("#versions").innerText()).contains("Version 2", "Version 1");
        look(browser, "document-" + width);
    }

    private void deposit(Browser browser, CommunityView view, int width) throws IOException {
        var page = browser.open(view.at("/projet-de-sante/depot")).page();
        page.getByText("Enregistrer la signature de la personne").click();
        page.getByLabel("Cette personne a lu et approuvé le dossier").check();
        look(browser, "depot-signe-" + width);
        press(browser, AriaRole.BUTTON, "Déposer le projet");
        press(browser, AriaRole.BUTTON, "Oui, déposer");
        assertThat(page.locator("main").innerText())
                .contains("Annexe 1. Convention avec l’hôpital", "Annexe 2. Statuts", "Lu et approuvé par");
        look(browser, "depose-" + width);
        var download = page.waitForDownload(
                () -> page.getByText("Tout le dossier en une archive").first().click());
        var file = Files.createTempFile("maillage-archive", ".zip");
        download.saveAs(file);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .contains("SOMMAIRE.pdf", "MANIFESTE.json", "06-convention-avec-l-hopital.docx", "07-statuts.pdf");
        }
        Files.delete(file);
    }

    private static void press(Browser browser, AriaRole role, String name) {
        browser.page()
                .getByRole(role, new GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        browser.settled();
    }

    private static void look(Browser browser, String name) {
        browser.accessible().noSidewaysScroll().screenshot("documents/" + name);
    }
}
