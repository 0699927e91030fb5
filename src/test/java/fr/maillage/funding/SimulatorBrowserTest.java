package fr.maillage.funding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The simulator in a browser: without JavaScript, on a phone and on a wide screen. */
@MaillageTest
class SimulatorBrowserTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void estimatesFromCommunesWithoutScripts(int width) {
        try (var browser = Browser.on(port).width(width).withoutScripts().open("/simulateur")) {
            var page = browser.page();
            page.fill("[name=communes]", "Millau, Rodez");
            page.fill("[name=dateSignature]", "2027-03-15");
            page.fill("[name='debut-ACCES']", "2027-06-15");
            page.click("text=Calculer l’estimation");
            browser.settled();
            assertThat(page.locator("#estimation").innerText()).contains("Taille 2");
            assertThat(page.locator("[name=communes]").inputValue()).isEqualTo("Millau (12145), Rodez (12202)");
            browser.noSidewaysScroll();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/simulateur",
                "/simulateur?base=taille&taille=9&dateSignature=hier",
                "/simulateur?taille=2&dateSignature=2027-03-15",
                "/simulateur?choix=missions&taille=4&dateSignature=2027-03-15&bareme=aci-avenant-2&mission=CRISE",
                "/api"
            })
    void isAccessible(String path) {
        try (var browser = Browser.on(port).width(390).open(path)) {
            browser.accessible().noSidewaysScroll();
        }
        try (var browser = Browser.on(port).dark().open(path)) {
            browser.accessible().noSidewaysScroll();
        }
    }
}
