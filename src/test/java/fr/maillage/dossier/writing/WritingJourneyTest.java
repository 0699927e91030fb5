package fr.maillage.dossier.writing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.Actor;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The projet de santé is written in a browser: by keyboard, by two people, without JavaScript, without the server. */
@MaillageTest
class WritingJourneyTest {

    private static final String SECTION = "/projet-de-sante/sections/contexte-local";

    @LocalServerPort
    private int port;

    @Autowired
    private TestCommunities made;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Texts texts;

    private CommunityView community;
    private String base;

    @BeforeEach
    void aCommunity() {
        community = made.create("CPTS des Essais");
        base = "/cpts/" + community.slug();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void writesByKeyboardAloneFromTheEmptyDossier(int width) {
        try (var browser = signedIn(Browser.on(port).width(width), community.actor())) {
            browser.open(base + "/projet-de-sante").accessible().noSidewaysScroll();
            press(browser, "Commencer le projet");
            browser.accessible().noSidewaysScroll();
            press(browser, "Compléter cette section");
            assertThat(browser.page().locator("h2#titre-section")).hasText("1.1 Contexte local");

            tabTo(browser.page(), browser.page().getByRole(AriaRole.TEXTBOX, textOf("1.1 Contexte local")));
            var keys = browser.page().keyboard();
            keys.type("Le besoin est né en 2024.");
            keys.press("Enter");
            keys.press("Control+b");
            keys.type("Soixante patients");
            keys.press("Control+b");
            keys.type(" sans médecin.");
            keys.press("Tab");

            assertThat(browser.page().locator("[data-etat]")).containsText("Enregistré à");
            browser.accessible().noSidewaysScroll().screenshot("redaction-" + width);
        }
        assertThat(stored()).isEqualTo("Le besoin est né en 2024.\n\n**Soixante patients** sans médecin.");
    }

    @Test
    void theToolbarWorksWithTheArrowKeysAndMakesMarkdown() {
        begin();
        try (var browser = signedIn(Browser.on(port), community.actor()).open(base + SECTION)) {
            var page = browser.page();
            var text = page.getByRole(AriaRole.TEXTBOX, textOf("1.1 Contexte local"));
            text.focus();
            page.keyboard().press("Shift+Tab");
            assertThat(page.getByRole(AriaRole.BUTTON, button("Texte"))).isFocused();
            page.keyboard().press("ArrowRight");
            assertThat(page.getByRole(AriaRole.BUTTON, button("Titre"))).isFocused();
            page.keyboard().press("Enter");
            // The editor takes the focus back in the next frame.
            assertThat(text).isFocused();
            page.keyboard().type("Un pôle, des vallées");
            page.keyboard().press("Enter");
            page.keyboard().type("- Millau");
            page.keyboard().press("Enter");
            page.keyboard().type("Saint-Affrique");
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.BUTTON, button("Insérer un tableau")).click();
            assertThat(text).isFocused();
            page.keyboard().type("Commune");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Home");
            page.keyboard().press("Shift+End");
            page.keyboard().type("Cabinets | lits");
            page.keyboard().press("Tab");
            assertThat(page.locator("[data-etat]")).containsText("Enregistré à");
            browser.accessible().screenshot("redaction-tableau");
        }
        assertThat(stored()).isEqualTo("""
                # Un pôle, des vallées

                - Millau
                - Saint-Affrique

                | Commune | Cabinets \\| lits | Colonne 3 |
                | --- | --- | --- |
                |  |  |  |
                |  |  |  |""");
    }

    @Test
    void whatIsSavedIsShownAgainAsItWas() {
        begin();
        var markdown = """
                # Un titre

                Un texte avec **du gras**, *de l’italique* et [un lien](https://exemple.fr).

                ## Un sous-titre

                1. un
                2. deux

                | Commune | Habitants |
                | --- | --- |
                | Millau | 22 064 |

                Fin, 3 < 4 & 5 * 6.""";
        save(0, markdown, community.actor());
        try (var browser = signedIn(Browser.on(port), community.actor()).open(base + SECTION)) {
            browser.accessible();
            browser.page()
                    .getByRole(AriaRole.TEXTBOX, textOf("1.1 Contexte local"))
                    .focus();
            browser.page().keyboard().press("Control+End");
            browser.page().keyboard().type(" Encore.");
            browser.page().keyboard().press("Tab");
            assertThat(browser.page().locator("[data-etat]")).containsText("Enregistré à");
        }
        assertThat(stored()).isEqualTo(markdown.replace("3 < 4 & 5 * 6.", "3 &lt; 4 & 5 \\* 6. Encore."));
    }

    @Test
    void twoPeopleMeetAndNothingIsLost() {
        begin();
        save(0, "L’hiver, plusieurs routes ferment.", community.actor());
        var other = made.join(community, "Odile Carrière", Role.PROJECT_TEAM).actor();
        try (var browser = signedIn(Browser.on(port), community.actor()).open(base + SECTION)) {
            save(1, "L’hiver, plusieurs villages sont isolés.", other);
            var page = browser.page();
            page.getByRole(AriaRole.TEXTBOX, textOf("1.1 Contexte local")).focus();
            page.keyboard().press("Control+End");
            page.keyboard().type(" Les tournées durent une heure.");
            page.keyboard().press("Tab");

            assertThat(page.locator(".conflict-title")).containsText("Odile Carrière a modifié ce texte");
            browser.accessible().screenshot("redaction-deux-textes");
            page.getByRole(AriaRole.BUTTON, button("Garder le mien")).click();
            browser.settled();
            assertThat(page.locator(".conflict")).hasCount(0);
            browser.forgetConsoleErrors();
        }
        assertThat(stored()).isEqualTo("L’hiver, plusieurs routes ferment. Les tournées durent une heure.");
        assertThat(texts.history(dossier(), "contexte-local", 0, 20))
                .extracting(Revision::text)
                .contains("L’hiver, plusieurs villages sont isolés.");
    }

    @Test
    void twoCoordinatorsSaveTheSameSectionFromTwoBrowsers() {
        begin();
        save(0, "L’hiver, plusieurs routes ferment.", community.actor());
        var other = made.join(community, "Odile Carrière", Role.COORDINATION).actor();
        try (var one = signedIn(Browser.on(port), community.actor()).open(base + SECTION);
                var two = signedIn(Browser.on(port), other).open(base + SECTION)) {
            // Both have read version 1; the requests are held, then leave together.
            var held = new java.util.ArrayList<com.microsoft.playwright.Route>();
            for (var browser : java.util.List.of(one, two)) {
                browser.page().route(Pattern.compile(".*/sections/contexte-local$"), route -> {
                    if (route.request().method().equals("POST")) {
                        held.add(route);
                    } else {
                        route.resume();
                    }
                });
            }
            type(one, " Les tournées durent une heure.");
            type(two, " Les cars ne passent plus.");
            one.page().waitForCondition(() -> held.size() == 2);
            held.forEach(com.microsoft.playwright.Route::resume);
            one.page()
                    .waitForCondition(() -> one.page().locator(".conflict").count()
                                    + two.page().locator(".conflict").count()
                            == 1);
            var second = one.page().locator(".conflict").count() == 1 ? one : two;
            var first = second == one ? two : one;
            assertThat(first.page().locator("[data-etat]")).containsText("Enregistré à");
            assertThat(second.page().locator(".conflict")).containsText("tournées");
            assertThat(second.page().locator(".conflict")).containsText("cars");
            second.accessible();
            one.forgetConsoleErrors();
            two.forgetConsoleErrors();
        }
        assertThat(texts.history(dossier(), "contexte-local", 0, 20))
                .extracting(Revision::text)
                .contains(
                        "L’hiver, plusieurs routes ferment. Les tournées durent une heure.",
                        "L’hiver, plusieurs routes ferment. Les cars ne passent plus.");
    }

    private static void type(Browser browser, String words) {
        var page = browser.page();
        page.getByRole(AriaRole.TEXTBOX, textOf("1.1 Contexte local")).focus();
        page.keyboard().press("Control+End");
        page.keyboard().type(words);
        page.keyboard().press("Tab");
    }

    @Test
    void withoutTheServerTheTextWaitsOnTheDevice() {
        begin();
        try (var browser = signedIn(Browser.on(port), community.actor()).open(base + SECTION)) {
            var page = browser.page();
            page.route(Pattern.compile(".*/sections/contexte-local$"), route -> {
                if (route.request().method().equals("POST")) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.getByRole(AriaRole.TEXTBOX, textOf("1.1 Contexte local")).focus();
            page.keyboard().type("Écrit dans une zone blanche.");
            page.keyboard().press("Tab");
            assertThat(page.locator("[data-etat]")).containsText("gardé ici, sur cet appareil");
            page.unroute(Pattern.compile(".*/sections/contexte-local$"));

            browser.open(base + SECTION);

            assertThat(page.locator("[data-etat]")).containsText("Enregistré à");
            browser.forgetConsoleErrors();
        }
        assertThat(stored()).isEqualTo("Écrit dans une zone blanche.");
    }

    @Test
    void htmlPastedFromWordKeepsOnlySimpleFormatting() {
        begin();
        try (var browser = signedIn(Browser.on(port), community.actor()).open(base + SECTION)) {
            var page = browser.page();
            page.getByRole(AriaRole.TEXTBOX, textOf("1.1 Contexte local")).focus();
            page.evaluate("""
                    () => {
                      const data = new DataTransfer()
                      data.setData('text/html', `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
                        <!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]-->
                        <h1 style="color:red">Constats</h1>
                        <p class="MsoNormal" style="font-family:Calibri" onclick="alert(1)">Un <b style="mso-bidi-font-weight:normal">vrai</b> besoin<o:p></o:p></p>
                        <p class="MsoListParagraph">·<span style="font:7pt">&nbsp;&nbsp; </span>premier</p>
                        <p class="MsoListParagraph">·<span style="font:7pt">&nbsp;&nbsp; </span>second</p>
                        <script>window.piege = true</script><img src="x" onerror="window.piege = true">
                        <a href="javascript:alert(1)">lien</a></body></html>`)
                      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
                    }
                    """);
            page.keyboard().press("Tab");
            assertThat(page.locator("[data-etat]")).containsText("Enregistré à");
            assertThat(page.evaluate("() => window.piege === undefined")).isEqualTo(true);
            browser.forgetConsoleErrors();
        }
        assertThat(stored())
                .startsWith("# Constats\n\nUn **vrai** besoin\n\n- premier\n- second")
                .endsWith("lien");
    }

    @Test
    void withoutJavaScriptTheFormSavesAndSaysSo() {
        begin();
        try (var browser =
                signedIn(Browser.on(port).withoutScripts(), community.actor()).open(base + SECTION)) {
            var page = browser.page();
            page.fill("#texte", "Écrit sans script.\n\n- un\n- deux");
            page.getByRole(AriaRole.BUTTON, button("Enregistrer")).click();
            assertThat(page.locator("#messages")).containsText("Enregistré à");
        }
        assertThat(stored()).isEqualTo("Écrit sans script.\n\n- un\n- deux");
    }

    @Test
    void remarksAreWrittenAnsweredAndSettledInTheMargin() {
        begin();
        try (var browser = signedIn(Browser.on(port), community.actor()).open(base + SECTION)) {
            var page = browser.page();
            page.getByText("Écrire une remarque").click();
            page.getByLabel("Votre remarque").fill("Il faut une source.");
            page.getByRole(AriaRole.BUTTON, button("Ajouter la remarque")).click();
            assertThat(page.locator(".remark-words")).hasText("Il faut une source.");
            page.locator("summary", new Page.LocatorOptions().setHasText("Répondre"))
                    .click();
            page.getByLabel("Votre réponse").fill("Ajoutée.");
            page.getByRole(AriaRole.BUTTON, button("Envoyer la réponse")).click();
            assertThat(page.locator(".remark-answers")).containsText("Ajoutée.");
            browser.accessible();
            page.getByRole(AriaRole.BUTTON, button("Marquer réglé")).click();
            assertThat(page.locator("#remarques")).containsText("Réglée par Maëlle Quintard");
        }
    }

    @Test
    void theHistoryComparesAndPutsBack() {
        begin();
        save(0, "Une première phrase.", community.actor());
        save(
                1,
                "Une seconde phrase.",
                made.join(community, "Yann Modèle", Role.PROJECT_TEAM).actor());
        try (var browser = signedIn(Browser.on(port), community.actor()).open(base + SECTION + "/historique")) {
            var page = browser.page();
            assertThat(page.locator(".diff ins")).containsText("seconde");
            assertThat(page.locator(".diff del")).containsText("première");
            browser.accessible().noSidewaysScroll().screenshot("redaction-historique");
            page.getByRole(AriaRole.BUTTON, button("Reprendre la version")).click();
            browser.settled();
        }
        assertThat(stored()).isEqualTo("Une première phrase.");
    }

    @Test
    void aTextOfTheLetterIsOfferedInTheProject() {
        begin();
        var letter = dossiers.begin(community.id(), DossierKind.LETTER_OF_INTENT, community.actor());
        texts.save(letter.id(), "contexte-local", 0, "Déjà dit dans la lettre.", community.actor());
        try (var browser = signedIn(Browser.on(port), community.actor()).open(base + SECTION)) {
            assertThat(browser.page().locator(".notice")).containsText("Lettre d’intention, section 1.2");
            browser.accessible();
            browser.page()
                    .getByRole(AriaRole.BUTTON, button("Reprendre ce texte"))
                    .click();
            browser.settled();
        }
        assertThat(stored()).isEqualTo("Déjà dit dans la lettre.");
    }

    /** The page that follows the sign-in is another test's. */
    private Browser signedIn(Browser browser, Actor actor) {
        return browser.signIn(actor.email(), TestAccounts.PASSWORD).forgetConsoleErrors();
    }

    private void begin() {
        dossiers.begin(community.id(), DossierKind.HEALTH_PROJECT, community.actor());
    }

    private fr.maillage.dossier.DossierId dossier() {
        return dossiers.of(community.id(), DossierKind.HEALTH_PROJECT)
                .orElseThrow()
                .id();
    }

    private void save(int from, String text, Actor actor) {
        assertThat(texts.save(dossier(), "contexte-local", from, text, actor)).isInstanceOf(SaveOutcome.Saved.class);
    }

    private String stored() {
        return texts.find(dossier(), "contexte-local").orElseThrow().text();
    }

    private static void press(Browser browser, String name) {
        var page = browser.page();
        var target = page.locator("main")
                .locator("a, button")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
        tabTo(page, target);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** Reaches something with the Tab key alone, from wherever the focus is. */
    private static void tabTo(Page page, Locator target) {
        target.waitFor();
        for (int i = 0; i < 120; i++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by Tab: " + target);
    }

    private static Page.GetByRoleOptions textOf(String section) {
        return new Page.GetByRoleOptions().setName(section);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(name.equals("Texte") || name.equals("Titre"));
    }
}
