package fr.maillage.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator describes a partner, who was told, a tool and the lines of the PRS, and an action chooses its own. */
@MaillageTest
class ContextOfAProjectTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void fromAnEmptyHubToTheLinesOfTheRegionalProject(int width) {
        var view = world.communityReadyToDeposit("CPTS Grands Causses et Raspes");
        try (var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            look(browser.open(view.at("/contexte")), "hub-vide-" + width);
            aPartner(browser, width);
            whoWasTold(browser, view, width);
            theRegionalProject(browser, view, width);
            look(browser.open(view.at("/contexte")), "hub-" + width);
            assertThat(browser.page().locator("main").innerText()).contains("3 parties remplies sur 9");
        }
    }

    private void aPartner(Browser browser, int width) {
        var page = browser.page();
        press(browser, AriaRole.LINK, "Partenariats et conventions");
        look(browser, "partenariats-vides-" + width);
        press(browser, AriaRole.LINK, "Ajouter un partenaire");
        page.getByLabel("Objet").fill("Prêt de salles");
        press(browser, AriaRole.BUTTON, "Enregistrer");
        assertThat(page.locator("#nature-erreur").innerText()).contains("Dites ce qu’est ce partenaire");
        assertThat(page.getByLabel("Objet").inputValue()).isEqualTo("Prêt de salles");
        look(browser, "partenaire-refuse-" + width);

        page.getByLabel("Nom (facultatif)", exactly()).fill("Communauté de communes des Raspes");
        page.getByLabel("Nature", exactly()).selectOption("INTERCOMMUNALITE");
        page.getByLabel("Signée", exactly()).check();
        page.getByLabel("Signée le").fill("2026-03-02");
        press(browser, AriaRole.BUTTON, "Enregistrer");
        assertThat(page.locator("table").innerText())
                .contains("Communauté de communes des Raspes")
                .contains("depuis le 2");
        look(browser, "partenariats-" + width);
        press(browser, AriaRole.LINK, "Communauté de communes des Raspes");
        look(browser, "partenaire-" + width);
    }

    private void whoWasTold(Browser browser, CommunityView view, int width) {
        var page = browser.open(view.at("/contexte/information-des-acteurs/nouveau"))
                .page();
        page.getByLabel("Profession ou nature de structure").selectOption("PHARMACIE");
        page.getByLabel("Date", exactly()).fill("2026-03-02");
        page.getByLabel("Moyen", exactly()).selectOption("VISITE");
        page.getByLabel("Combien").fill("14");
        press(browser, AriaRole.BUTTON, "Enregistrer");
        assertThat(page.locator("#parts").innerText()).contains("Pharmacie").contains("14");
        look(browser, "information-" + width);
    }

    /** An action chooses a line; the page of the regional project says so, and retains another. */
    private void theRegionalProject(Browser browser, CommunityView view, int width) {
        var page = browser.open(view.at("/actions/1/reponse")).page();
        page.getByLabel("Ligne du projet régional de santé").selectOption("OCC_PREVENTION");
        press(browser, AriaRole.BUTTON, "Enregistrer");
        browser.open(view.at("/contexte/prs"));
        assertThat(page.locator("#ligne-OCC_PREVENTION-aide").innerText()).contains("l’action 1");
        page.getByLabel("Populations en zones de montagne", exactly()).check();
        press(browser, AriaRole.BUTTON, "Enregistrer");
        assertThat(page.getByLabel("Populations en zones de montagne", exactly())
                        .isChecked())
                .isTrue();
        look(browser, "prs-" + width);
    }

    private static GetByLabelOptions exactly() {
        return new GetByLabelOptions().setExact(true);
    }

    private static void press(Browser browser, AriaRole role, String name) {
        browser.page()
                .getByRole(role, new GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        browser.settled();
    }

    private static void look(Browser browser, String name) {
        browser.accessible().noSidewaysScroll().screenshot("contexte/" + name);
    }
}
