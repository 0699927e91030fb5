package fr.maillage.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.TestAccounts;
import fr.maillage.territory.contours.TestContours;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator draws the territory in a browser: by search, by map, by keyboard, from a file, on a phone. */
@MaillageTest
class PerimeterJourneyTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestContours contours;

    @Autowired
    Perimeters perimeters;

    @Autowired
    TestAccounts accounts;

    CommunityView view;
    String address;

    @BeforeEach
    void aCommunity() {
        view = made.create("CPTS Grands Causses et Raspes");
        address = "/cpts/" + view.slug() + "/territoire";
    }

    @Test
    void bySearchThenByMapThenSaved() {
        contours.squares();
        try (var browser = Browser.on(port)) {
            signedIn(browser).open(address);
            browser.accessible().noSidewaysScroll();

            browser.page()
                    .getByLabel("Commune, code postal ou intercommunalité")
                    .fill("millau");
            button(browser, "Ajouter Millau").click();
            seen(browser, "1 changement non enregistré");

            var creissels = browser.page().locator(".map a[aria-label^=Creissels]");
            creissels.locator("path").click();
            seen(browser, "12084");
            seen(browser, "2 changements non enregistrés");
            creissels.focus();
            browser.page().keyboard().press("Enter");
            seen(browser, "1 changement non enregistré");
            assertThat(creissels.evaluate("link => link === document.activeElement"))
                    .as("the commune keeps the focus")
                    .isEqualTo(true);
            browser.page().keyboard().press("Enter");
            seen(browser, "2 changements non enregistrés");
            seen(browser, "D’un seul tenant");
            browser.accessible();

            button(browser, "Enregistrer le territoire").click();
            seen(browser, "Version du 22 novembre 2026");
            browser.accessible().screenshot("territoire-1440");
        }
        assertThat(perimeters.current(view.id()).orElseThrow().places())
                .extracting(PerimeterPlace::name)
                .containsExactly("Creissels", "Millau");
    }

    @Test
    void byKeyboardAlone() {
        try (var browser = Browser.on(port)) {
            signedIn(browser).open(address);
            var page = browser.page();
            page.getByLabel("Commune, code postal ou intercommunalité").focus();
            page.keyboard().type("creissels");
            button(browser, "Ajouter Creissels").waitFor();
            tabTo(page, "Ajouter Creissels");
            page.keyboard().press("Enter");
            seen(browser, "1 changement non enregistré");
            page.locator("#changements a, #changements button").first().focus();
            tabTo(page, "Enregistrer le territoire");
            page.keyboard().press("Enter");
            seen(browser, "Version du 22 novembre 2026");
        }
        assertThat(perimeters.current(view.id())).isPresent();
    }

    @Test
    void fromAFileOnAPhone() {
        contours.squares();
        try (var browser = Browser.on(port).width(390)) {
            signedIn(browser).open(address + "/import");
            browser.accessible().noSidewaysScroll();
            browser.page()
                    .setInputFiles(
                            "#fichier",
                            new com.microsoft.playwright.options.FilePayload(
                                    "communes.csv",
                                    "text/csv",
                                    "Commune;Code postal\nMillau;12100\nMilau;12100\nCreissels;12100\n"
                                            .getBytes(StandardCharsets.UTF_8)));
            button(browser, "Lire la liste").click();
            browser.settled().accessible().noSidewaysScroll();
            seen(browser, "Peut-être Millau (12145).");
            browser.screenshot("territoire-import-390");
            button(browser, "Prendre ces communes").click();
            browser.settled().accessible().noSidewaysScroll();
            seen(browser, "2 changements non enregistrés");
            browser.screenshot("territoire-390");
        }
    }

    @Test
    void withoutScripts() {
        contours.squares();
        try (var browser = Browser.on(port).withoutScripts()) {
            signedIn(browser).open(address);
            browser.page()
                    .getByLabel("Commune, code postal ou intercommunalité")
                    .fill("12145");
            button(browser, "Chercher").first().click();
            button(browser, "Ajouter Millau").click();
            seen(browser, "1 changement non enregistré");
            browser.page().locator(".map a[aria-label^=Creissels] path").click();
            button(browser, "Ajouter au territoire").click();
            seen(browser, "2 changements non enregistrés");
            button(browser, "Enregistrer le territoire").click();
            seen(browser, "Version du 22 novembre 2026");
        }
    }

    @Test
    void theMapIsAFileThatTheBrowserKeeps() {
        contours.squares();
        var client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        var file = "/cpts/" + view.slug() + "/carte.svg";
        assertThat(client.get(file).statusCode()).as("no territory yet").isEqualTo(404);

        client.post(address + "/communes", Map.of("commune", "12145"));
        client.post(address, Map.of());
        var map = client.get(file);

        assertThat(map.statusCode()).isEqualTo(200);
        assertThat(map.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(map.body()).contains("<desc>Contours des communes", "Millau").doesNotContain("class=", "<a ");
        assertThat(map.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("private"));
        var tag = map.headers().firstValue("ETag").orElseThrow();
        assertThat(client.get(file, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(client.get(address).body()).contains("Télécharger la carte");
    }

    private Browser signedIn(Browser browser) {
        return browser.signIn(view.actor().email(), TestAccounts.PASSWORD).forgetConsoleErrors();
    }

    private static Locator button(Browser browser, String name) {
        return browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words(name)));
    }

    private static void seen(Browser browser, String text) {
        browser.page().locator("main").getByText(words(text)).first().waitFor();
    }

    /** Any space for a space, no-break ones too; understood by JavaScript. */
    private static Pattern words(String text) {
        return Pattern.compile(text.replaceAll("[.()?]", "\\\\$0").replace(" ", "\\s+"));
    }

    private static void tabTo(Page page, String name) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            var here = String.valueOf(page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"));
            if (here.startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("not reached by Tab: " + name);
    }
}
