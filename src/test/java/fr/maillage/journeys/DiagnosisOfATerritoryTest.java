package fr.maillage.journeys;

import static fr.maillage.journeys.Journey.follow;
import static fr.maillage.journeys.Journey.looked;
import static fr.maillage.journeys.Journey.met;
import static fr.maillage.journeys.Journey.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.datasets.TestDatasets;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.platform.Command;
import fr.maillage.project.Problems;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.territory.contours.TestContours;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A coordinator reads the diagnosis of a territory, retains needs with their evidence, asks « what if », puts sentences and
 * maps into the projet de santé and takes the portrait home: from an empty program, on a desk and on a phone.
 */
@MaillageTest
class DiagnosisOfATerritoryTest {

    private static final Path DATA = Path.of("../shared/data");

    /** Millau Grands Causses, Larzac et Vallées, Muse et Raspes du Tarn. */
    private static final List<String> AROUND_MILLAU = List.of("241200567", "241200906", "241200914");

    /** Rodez Agglomération. */
    private static final List<String> AROUND_RODEZ = List.of("241200187");

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Perimeters perimeters;

    @Autowired
    Communes communes;

    @Autowired
    List<Command> commands;

    @Autowired
    TestDatasets datasets;

    @Autowired
    TestContours contours;

    @Autowired
    Problems problems;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Texts texts;

    @Test
    void fromTheSharedDataToThePortrait() {
        assumeThat(DATA).isDirectory();
        loadByCommand("contours", DATA.resolve("territoires/contours/communes-12.topojson"));
        loadByCommand("jeux", DATA);
        var millau = territory("CPTS Autour de Millau", AROUND_MILLAU);
        var rodez = territory("CPTS Autour de Rodez", AROUND_RODEZ);

        seeWhatIsLoaded();
        read(rodez, 1440);
        read(millau, 1440);
        try (var browser = signedIn(millau, 1440)) {
            retain(browser, millau, "distance-urgences", "Des urgences trop loin du Larzac", "SOINS_NON_PROGRAMMES");
            retain(browser, millau, "apl-generalistes", "Des médecins difficiles à joindre", "MEDECIN_TRAITANT");
            retain(browser, millau, "part-75-ans", "Une population âgée", "RUPTURES_DE_PARCOURS");
            suppose(browser, millau);
            insertSentence(browser, millau, "acces", "distance-urgences");
            insertSentence(browser, millau, "population", "part-75-ans");
            insertMap(browser, millau, "acces", "distance-urgences");
            insertMap(browser, millau, "population", "densite-population");
            write(browser, millau);
            assertThat(text(takeHome(browser, millau.at("/projet-de-sante.pdf"))))
                    .contains("9,1 km", "Distance aux urgences", "moins de 8 km", "Carte 2");
            met(browser, millau.at("/diagnostic"));
            follow(browser, "Portrait du territoire");
            assertThat(text(clicked(browser, millau.at("/diagnostic/portrait.pdf"))))
                    .contains("Millau", "Distance aux urgences");
            assertThat(clicked(browser, millau.at("/diagnostic/portrait.docx"))).startsWith('P', 'K');
            assertThat(clicked(browser, millau.at("/diagnostic/portrait.xlsx"))).startsWith('P', 'K');
            dateAndCompare(browser, millau);
        }
        onAPhone(millau);

        assertThat(problems.of(millau.id()))
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.evidence())
                        .singleElement()
                        .satisfies(evidence ->
                                assertThat(evidence.facts().source()).isNotBlank()));
    }

    /** The same acts on a handful of invented figures: what the journey proves holds everywhere. */
    @Test
    void fromSmallFilesToTheProject() {
        contours.squares();
        datasets.load(
                "communes_essai_contexte.csv",
                "code,distance_urgence_km,superficie_km2,grille_densite\n12145,5.2,170,2\n12002,24.0,30,7\n");
        var view = made.create("CPTS des Essais");
        perimeters.save(view.actor(), view.id(), 0, List.of("12145", "12002"), List.of());

        read(view, 390);
        try (var browser = signedIn(view, 1440)) {
            retain(browser, view, "distance-urgences", "Des urgences trop loin", "SOINS_NON_PROGRAMMES");
            insertSentence(browser, view, "acces", "distance-urgences");
            insertMap(browser, view, "acces", "distance-urgences");
            var before = narrative(view);
            write(browser, view);
            assertThat(narrative(view)).startsWith(before).endsWith("Écrit à la main.");
            dateAndCompare(browser, view);
        }
        onAPhone(view);
        assertThat(narrative(view)).contains("{{figure:distance-urgences}}");
    }

    private void loadByCommand(String name, Path path) {
        var out = new ByteArrayOutputStream();
        var code = commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run(List.of(path.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    private CommunityView territory(String name, List<String> groupings) {
        var view = made.create(name);
        var codes = groupings.stream()
                .flatMap(epci -> communes.ofEpci(epci).stream())
                .map(Commune::code)
                .toList();
        perimeters.save(view.actor(), view.id(), 0, codes, List.of());
        return view;
    }

    private void seeWhatIsLoaded() {
        var administrator = accounts.administrator();
        try (var browser = Browser.on(port).signIn(administrator.email(), TestAccounts.PASSWORD)) {
            met(browser, "/administration/jeux");
        }
    }

    private void read(CommunityView view, int width) {
        try (var browser = signedIn(view, width)) {
            for (var theme : List.of("", "/population", "/sante", "/professionnels", "/acces")) {
                met(browser, view.at("/diagnostic" + theme));
                assertThat(browser.heading()).isEqualTo("Diagnostic territorial");
            }
        }
    }

    private static void retain(Browser browser, CommunityView view, String indicator, String problem, String theme) {
        met(browser, view.at("/diagnostic/indicateurs/" + indicator));
        met(browser, view.at("/diagnostic/indicateurs/" + indicator + "/preuve"));
        var another = browser.page().locator("input[name=probleme][value=nouveau]");
        if (another.count() > 0) {
            another.check();
        }
        browser.page().fill("[name=titre]", problem);
        browser.page().selectOption("[name=theme]", theme);
        submit(browser, "Ajouter la preuve");
        looked(browser);
        assertThat(browser.heading()).isEqualTo(problem);
    }

    private static void suppose(Browser browser, CommunityView view) {
        met(browser, view.at("/diagnostic/scenarios"));
        browser.page().fill("[name=nom]", "Deux départs à la retraite");
        submit(browser, "Créer le scénario");
        browser.page().selectOption("[name=pro-genre]", "DEPARTURE");
        browser.page().selectOption("[name=pro-profession]", "10-MG");
        browser.page().fill("[name=pro-commune]", "12145");
        browser.page().fill("[name=pro-nombre]", "2");
        browser.page().fill("[name=pro-activite]", "1");
        submit(browser, "Ajouter au scénario");
        looked(browser);
        follow(browser, "Mettre dans le projet");
        submit(browser, "Insérer dans le projet");
        looked(browser);
        assertThat(browser.page().locator("#redaction").innerText()).contains("Deux départs à la retraite");
    }

    private static void insertSentence(Browser browser, CommunityView view, String theme, String indicator) {
        met(browser, view.at("/diagnostic/" + theme + "?indicateur=" + indicator));
        submit(browser, "Insérer dans le projet");
        looked(browser);
        assertThat(browser.page().url()).contains("/projet-de-sante/sections/besoins-de-sante");
    }

    private static void insertMap(Browser browser, CommunityView view, String theme, String indicator) {
        met(browser, view.at("/diagnostic/" + theme + "?indicateur=" + indicator));
        follow(browser, "Mettre dans le projet");
        submit(browser, "Insérer dans le projet");
        looked(browser);
        assertThat(browser.page().locator("#redaction .figure-line svg").last().isVisible())
                .as("the map in the text")
                .isTrue();
    }

    /** Words typed after the maps are saved, and the maps stay. */
    private static void write(Browser browser, CommunityView view) {
        met(browser, view.at("/projet-de-sante/sections/besoins-de-sante"));
        int maps = browser.page().locator("#redaction .figure-line").count();
        var page = browser.page();
        page.locator("main [role=textbox]").first().focus();
        page.keyboard().press("Control+End");
        page.keyboard().type("Écrit à la main.");
        page.keyboard().press("Tab");
        PlaywrightAssertions.assertThat(page.locator("[data-etat]")).containsText("Enregistré à");
        met(browser, view.at("/projet-de-sante/sections/besoins-de-sante"));
        assertThat(browser.page().locator("#redaction .figure-line").count()).isEqualTo(maps);
        browser.screenshot("diagnostic-section");
    }

    private static void dateAndCompare(Browser browser, CommunityView view) {
        met(browser, view.at("/diagnostic/versions"));
        browser.page().fill("[name=nom]", "Premier diagnostic");
        submit(browser, "Dater ce diagnostic");
        looked(browser);
        follow(browser, "Ce qui a bougé depuis");
    }

    private void onAPhone(CommunityView view) {
        try (var browser = signedIn(view, 390)) {
            Stream.of(
                            "/diagnostic/acces",
                            "/diagnostic/indicateurs/distance-urgences",
                            "/diagnostic/indicateurs/distance-urgences/preuve",
                            "/diagnostic/problemes",
                            "/diagnostic/problemes/nouveau",
                            "/diagnostic/scenarios",
                            "/diagnostic/versions",
                            "/diagnostic/versions/comparaison/aujourdhui/aujourdhui",
                            "/projet-de-sante/inserer?objet=carte&indicateur=distance-urgences",
                            "/projet-de-sante/sections/besoins-de-sante")
                    .forEach(page -> met(browser, view.at(page)));
            met(
                    browser,
                    view.at("/diagnostic/problemes/"
                            + problems.of(view.id()).getFirst().id().value()));
        }
    }

    private Browser signedIn(CommunityView view, int width) {
        return Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD);
    }

    private String narrative(CommunityView view) {
        var dossier = dossiers.of(view.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
        return texts.find(dossier.id(), "besoins-de-sante").orElseThrow().text();
    }

    private static byte[] takeHome(Browser browser, String path) {
        var answer = browser.page()
                .context()
                .request()
                .get(browser.page().url().replaceFirst("(http://[^/]+).*", "$1") + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** What the browser saves when its user presses the link. */
    private static byte[] clicked(Browser browser, String path) {
        var page = browser.page();
        var download = page.waitForDownload(
                () -> page.locator("main a[href='" + path + "']").first().click());
        assertThat(download.failure()).as(path).isNull();
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00A0', ' ')
                    .replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
