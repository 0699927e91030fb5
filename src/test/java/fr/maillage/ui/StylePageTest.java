package fr.maillage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every component, seen by a browser: accessible, inside the window, in both themes, with and without JavaScript. A window of
 * 640 pixels is one of 1280 at twice the size.
 */
@MaillageTest
class StylePageTest {

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0} at {1} px, dark: {2}")
    @CsvSource({
        "/style, 1440, false",
        "/style, 1440, true",
        "/style, 390, false",
        "/style, 390, true",
        "/style, 768, false",
        "/style, 640, false",
        "/, 1440, false",
        "/, 1440, true",
        "/, 768, false",
        "/, 390, false",
        "/, 390, true",
        "/aide, 390, false",
        "/accessibilite, 1440, true",
        "/donnees-personnelles, 390, true",
        "/sources, 390, false",
        "/glossaire, 390, true"
    })
    void isAccessibleAndFits(String path, int width, boolean dark) {
        var visit = Browser.on(port).width(width);
        try (var browser = dark ? visit.dark() : visit) {
            browser.open(path).noSidewaysScroll();
            // Between the two widths nothing changes that axe looks at.
            if (width == 1440 || width == 390) {
                browser.accessible();
            }
            browser.screenshot("face" + path.replace('/', '-') + width + (dark ? "-sombre" : ""));
        }
    }

    @Test
    void firstStopOfTheKeyboardIsTheSkipLink() {
        try (var browser = Browser.on(port).open("/")) {
            var page = browser.page();
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Aller au contenu");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("contenu");
        }
    }

    @Test
    void dialogKeepsTheFocusAndGivesItBack() {
        try (var browser = Browser.on(port).open("/style")) {
            var page = browser.page();
            var opener = page.locator("[data-dialog=supprimer]");
            opener.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#supprimer").isVisible()).isTrue();
            assertThat(page.evaluate("document.getElementById('supprimer').contains(document.activeElement)"))
                    .isEqualTo(true);
            page.keyboard().press("Escape");
            assertThat(page.locator("#supprimer").isVisible()).isFalse();
            assertThat(focused(page)).isEqualTo("Supprimer la réunion");
        }
    }

    @Test
    void faultsTakeTheFocusAndLeadToTheirFields() {
        try (var browser = Browser.on(port).open("/style")) {
            var page = browser.page();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("erreurs");
            page.getByText("Indiquez le nom de la commune").first().click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("nom-faux");
        }
    }

    /** Typing in the search of a list renews its lines; the address follows, so that the page can be sent to somebody. */
    @Test
    void searchOfAListRenewsItsLines() {
        try (var browser = Browser.on(port).open("/style")) {
            var page = browser.page();
            page.locator("#liste-recherche").pressSequentially("nant");
            page.locator("#liste-corps tbody tr").first().getByText("Nant").waitFor();
            page.waitForURL("**/style?*recherche=nant*");
            assertThat(page.locator("#liste-corps tbody tr").count()).isEqualTo(1);
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("liste-recherche");
        }
    }

    @Test
    void worksWithoutScripts() {
        try (var browser = Browser.on(port).withoutScripts().open("/")) {
            var page = browser.page();
            assertThat(page.locator(".estimate-fact").first().innerText()).isEqualTo("41\u00a0690\u00a0habitants");
            page.locator("#recherche").fill("Rodez");
            page.getByText("Calculer l’estimation").click();
            page.locator("#propositions a").first().click();
            assertThat(page.locator(".chip").count()).isEqualTo(4);
        }
    }

    @Test
    void appearanceIsKept() {
        try (var browser = Browser.on(port).open("/accessibilite")) {
            browser.page()
                    .getByText("Sombre", new Page.GetByTextOptions().setExact(true))
                    .click();
            browser.settled();
            assertThat(browser.page().locator("html").getAttribute("data-theme"))
                    .isEqualTo("sombre");
            assertThat(browser.page().url()).endsWith("/accessibilite");
        }
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.innerText.trim()");
    }
}
