package fr.maillage.diagnosis.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.diagnosis.AccessData;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator asks « what if two doctors retire? » in a real browser, on a phone and on a desk. */
@MaillageTest
class TwoDoctorsRetireBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    Perimeters perimeters;

    @Autowired
    AccessData data;

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void twoDoctorsRetire(int width) {
        var view = made.create("CPTS Grands Causses et Raspes");
        perimeters.save(view.actor(), view.id(), 0, List.of("12145", "12084", "12002"), List.of());
        data.aroundMillau();
        data.directory(5, "12145");
        try (var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            look(browser.open(view.at("/diagnostic/scenarios")), "scenarios-vide-" + width);
            browser.page().fill("[name=nom]", "Deux départs à la retraite");
            press(browser, "Créer le scénario");
            look(browser, "scenario-vide-" + width);

            browser.page().selectOption("[name=pro-profession]", "10-MG");
            browser.page().fill("[name=pro-commune]", "Nulle part");
            browser.page().fill("[name=pro-nombre]", "2");
            press(browser, "Ajouter au scénario");
            assertThat(browser.page().locator("#pro-commune-erreur").innerText())
                    .contains("Cette commune est inconnue");
            assertThat(browser.page().inputValue("[name=pro-nombre]")).isEqualTo("2");
            look(browser, "scenario-faute-" + width);

            browser.page().fill("[name=pro-commune]", "Millau");
            press(browser, "Ajouter au scénario");
            assertThat(browser.page().locator("#hypotheses").innerText())
                    .contains("2\u00A0médecins généralistes cessent d’exercer à Millau");
            assertThat(browser.page().locator("#effets").innerText()).contains("Accessibilité", "−2");
            assertThat(browser.page().locator("#phrases").innerText()).contains("passerait de");
            look(browser, "scenario-" + width);

            look(browser.open(view.at("/diagnostic/scenarios")), "scenarios-" + width);
        }
    }

    private static void press(Browser browser, String label) {
        browser.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label))
                .click();
        browser.settled();
    }

    private static void look(Browser browser, String name) {
        browser.accessible().noSidewaysScroll().screenshot(name);
    }
}
