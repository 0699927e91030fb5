package fr.maillage.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.maillage.journeys.Journey.follow;
import static fr.maillage.journeys.Journey.looked;
import static fr.maillage.journeys.Journey.met;
import static fr.maillage.journeys.Journey.press;
import static fr.maillage.journeys.Journey.submit;
import static fr.maillage.journeys.Journey.takeLetter;

import fr.maillage.access.TestAccounts;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.Deposits;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ARS opposes on a ground of the law; the CPTS reads why and takes the letter home. */
@MaillageTest
class RefusedWithItsMotiveTest {

    private static final String MOTIVE = "Deux bassins de vie sont coupés par ce périmètre.";

    private static final String QUALITY = "Pour le directeur général et par délégation, la directrice de la délégation";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Deposits deposits;

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void anOppositionAsksForItsMotiveThenTellsIt(int width) {
        var ars = world.arsOfAveyron();
        var cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        var number =
                dossiers.of(cpts.id(), DossierKind.HEALTH_PROJECT).orElseThrow().number();
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);

        try (var browser = signedIn(width, ars.actor().email())) {
            var page = browser.page();
            met(browser, "/institutions/" + ars.institution().slug() + "/dossiers/" + number);
            submit(browser, "Passer en instruction");
            follow(browser, "S’opposer, avec motif");

            page.fill("[name=motif]", MOTIVE);
            submit(browser, "Relire la lettre");
            assertThat(page.locator("#fondements")).containsText("Choisissez au moins un des motifs prévus par la loi");
            assertThat(page.locator("[name=motif]")).hasValue(MOTIVE);
            looked(browser);

            page.check("[name=fondements][value=PERTINENCE_TERRITOIRE]");
            page.fill("[name=motif]", "");
            submit(browser, "Relire la lettre");
            assertThat(page.locator("#motif-erreur")).containsText("le motif est notifié à la CPTS");
            assertThat(page.locator("[name=fondements][value=PERTINENCE_TERRITOIRE]"))
                    .isChecked();
            looked(browser).screenshot("opposition-sans-motif-" + width);

            page.fill("[name=motif]", MOTIVE);
            page.fill("[name=qualite]", QUALITY);
            submit(browser, "Relire la lettre");
            assertThat(page.locator(".letter")).containsText(MOTIVE);
            assertThat(page.locator(".letter")).containsText("Le territoire du projet n’est pas pertinent");
            assertThat(page.locator(".letter")).containsText("recours devant le tribunal administratif");
            looked(browser).screenshot("opposition-relue-" + width);

            submit(browser, "Modifier");
            assertThat(page.locator("[name=motif]")).hasValue(MOTIVE);
            assertThat(page.locator("[name=qualite]")).hasValue(QUALITY);
            assertThat(page.locator("[name=fondements][value=PERTINENCE_TERRITOIRE]"))
                    .isChecked();
            submit(browser, "Relire la lettre");
            press(browser, "Notifier la décision");
            assertThat(page.locator(".clock")).containsText("Opposition le");
            assertThat(page.locator("a[href*='/decision/']")).hasCount(0);
            looked(browser);
        }
        try (var browser = signedIn(width, cpts.actor().email())) {
            met(browser, "/cpts/" + cpts.slug() + "/instruction/projet-de-sante");
            assertThat(browser.page().locator("main")).containsText("L’ARS s’est opposée au projet");
            assertThat(browser.page().locator("main")).containsText(MOTIVE);
            takeLetter(browser);
            browser.screenshot("opposition-lue-" + width);
        }
    }

    private Browser signedIn(int width, String email) {
        return Browser.on(port).width(width).signIn(email, TestAccounts.PASSWORD);
    }
}
