package fr.maillage.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.TestAccounts;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.instruction.Deposits;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator finds the days that count, in a list, in a month and in their agenda; the ARS finds those of its CPTS. */
@MaillageTest
class DeadlinesOfACommunityTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @Autowired
    Deposits deposits;

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void fromTheParcoursToTheAgenda(int width) {
        var view = world.communityReadyToDeposit("CPTS Grands Causses et Raspes");
        var ars = world.arsOfAveyron();
        deposits.deposit(view, DossierKind.HEALTH_PROJECT);
        try (var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            browser.open(view.at(""));
            press(browser, AriaRole.LINK, "Toutes les échéances");
            assertThat(main(browser)).contains("opposition de l’ARS").contains("du code de la santé publique");
            look(browser, "liste-" + width);

            browser.open(view.at("/echeances?recherche=opposition"));
            assertThat(browser.page().locator("#echeances-corps tbody tr").count())
                    .isEqualTo(1);
            browser.open(view.at("/echeances/calendrier?mois=2027-01"));
            assertThat(main(browser)).contains("Échéances de janvier 2027").contains("opposition de l’ARS");
            look(browser, "mois-" + width);
            press(browser, AriaRole.LINK, "Mois suivant");
            assertThat(main(browser)).contains("février 2027");

            browser.open("/compte/echeances");
            look(browser, "reglages-" + width);
            press(browser, AriaRole.BUTTON, "Créer l’adresse");
            assertThat(browser.page().getByLabel("Adresse à donner").inputValue())
                    .endsWith(".ics");
            look(browser, "adresse-" + width);

            var mandates = browser.open(view.at("/gouvernance")).page();
            assertThat(mandates.locator("main").innerText()).contains("jusqu’au 21");
            look(browser, "gouvernance-" + width);
        }
        try (var browser = Browser.on(port).width(width).signIn(ars.actor().email(), TestAccounts.PASSWORD)) {
            browser.open("/institutions/ars-aveyron/echeances");
            assertThat(main(browser)).contains("CPTS Grands Causses et Raspes").doesNotContain("mandat");
            look(browser, "institution-" + width);
            press(browser, AriaRole.LINK, "Dernier jour pour une opposition de l’ARS au projet de santé");
            assertThat(browser.page().url()).contains("/institutions/ars-aveyron/dossiers/");
        }
    }

    private static String main(Browser browser) {
        return browser.page().locator("main").innerText();
    }

    private static void press(Browser browser, AriaRole role, String name) {
        browser.page()
                .getByRole(role, new GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        browser.settled();
    }

    private static void look(Browser browser, String name) {
        browser.accessible().noSidewaysScroll().screenshot("echeances/" + name);
    }
}
