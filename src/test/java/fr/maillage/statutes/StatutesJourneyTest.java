package fr.maillage.statutes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.Association;
import fr.maillage.community.Communities;
import fr.maillage.community.TestCommunities;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The president writes the statutes: chooses, is told a contradiction, mends it, prints, has them adopted. */
@MaillageTest
class StatutesJourneyTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    Communities communities;

    @ParameterizedTest
    @CsvSource({"1440, true", "390, true", "1440, false"})
    void thePresidentHasTheStatutesAdopted(int width, boolean scripts) throws IOException {
        var view = made.create("CPTS des Essais");
        communities.change(
                view,
                communities.find(view.id()).version(),
                view.name(),
                new Association(
                        "Association des Essais",
                        null,
                        null,
                        null,
                        "1 place du Marché",
                        "12100",
                        "Millau",
                        null,
                        null));
        var president = made.join(view, "Camille Exemple", Role.PRESIDENCY);
        var browser = scripts
                ? Browser.on(port).width(width)
                : Browser.on(port).width(width).withoutScripts();
        try (browser) {
            browser.signIn(president.actor().email(), TestAccounts.PASSWORD);
            look(browser.open(view.at("/gouvernance")), scripts);
            link(browser, "Statuts de l’association").click();
            look(browser.settled(), scripts);
            var page = browser.page();

            // The colleges, whose seats do not make those of the board.
            look(browser.open(view.at("/statuts/articles/composition")), scripts);
            college(page, 1, "Soins de ville", "8");
            college(page, 2, "Établissements", "4");
            read(page, "Établissements", scripts);
            button(browser, "Enregistrer").click();
            browser.settled();
            look(browser.open(view.at("/statuts/articles/conseil")), scripts);
            page.locator("[name=ca-nombre]").fill("10");
            read(page, "Un conseil d’administration de 10\u00A0membres", scripts);
            read(page, "Les collèges donnent 12\u00A0sièges", scripts);
            button(browser, "Enregistrer").click();
            browser.settled();
            assertThat(page.locator("#texte-article")).containsText("Les collèges donnent 12\u00A0sièges");
            look(browser.open(view.at("/statuts")), scripts);
            assertThat(page.locator("#controles")).containsText("Les collèges donnent 12\u00A0sièges");
            assertThat(page.locator("main")).not().containsText("Enregistrer l’adoption");

            // Mended where it is told.
            link(browser, "Les collèges donnent 12").click();
            browser.settled();
            page.locator("[name=ca-nombre]").fill("12");
            read(page, "Un conseil d’administration de 12\u00A0membres", scripts);
            button(browser, "Enregistrer").click();
            browser.settled();

            browser.open(view.at("/statuts"));
            var file = page.waitForDownload(link(browser, "PDF")::click);
            Assertions.assertThat(new String(Files.readAllBytes(file.path()), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
            link(browser, "Enregistrer l’adoption").click();
            look(browser.settled(), scripts);
            page.locator("[name=date]").fill("2026-10-01");
            page.locator("[name=instance][value=constitutive]").check();
            button(browser, "Enregistrer l’adoption").click();
            look(browser.settled(), scripts);
            Assertions.assertThat(browser.heading()).startsWith("Statuts adoptés le 1ᵉʳ\u00A0octobre 2026");
            assertThat(page.locator("main")).containsText("Un conseil d’administration de 12\u00A0membres");

            look(browser.open(view.at("/reglement-interieur")), scripts);
            look(browser.open(view.at("/interlocuteurs")), scripts);
        }
    }

    private static void look(Browser browser, boolean scripts) {
        browser.noSidewaysScroll();
        if (scripts) {
            browser.accessible();
        }
    }

    /** What was chosen is read in the text beside, before it is saved. */
    private static void read(Page page, String words, boolean scripts) {
        if (scripts) {
            assertThat(page.locator("#texte-article")).containsText(words);
        }
    }

    private static void college(Page page, int line, String name, String seats) {
        page.locator("#colleges-" + line + "-nom").fill(name);
        page.locator("#colleges-" + line + "-sieges").fill(seats);
    }

    private static Locator link(Browser browser, String label) {
        return browser.page()
                .locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(label))
                .first();
    }

    private static Locator button(Browser browser, String label) {
        return browser.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .first();
    }
}
