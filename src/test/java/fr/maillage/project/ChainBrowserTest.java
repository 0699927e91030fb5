package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.rules.Mission;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator follows a need to its result: on the board, by a vote, from a model, until no link is missing. */
@MaillageTest
class ChainBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    Projects projects;

    @Autowired
    Problems problems;

    @Autowired
    Objectives objectives;

    private CommunityView pieces() {
        var view = made.create("CPTS Grands Causses et Raspes");
        var theme = ProblemScales.themes().getFirst();
        problems.add(
                view,
                new ProblemId(UUID.randomUUID()),
                new Problem.Facts("Des retours à domicile sans relais", theme, "", null, 40L, "", Set.of()));
        for (var title : new String[] {"Éviter les ruptures de parcours", "Agir plus tôt"}) {
            var id = new ObjectiveId(UUID.randomUUID());
            objectives.add(view, id, new Objective.Facts(title, Mission.CARE_PATHWAYS, ""));
            objectives.addOperational(view, id, new ObjectiveId(UUID.randomUUID()), "Prévenir la ville, " + title);
        }
        return view;
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void aNeedIsFollowedToItsResult(int width) {
        var view = pieces();
        var colleague = made.join(view, "Odile Carrière", Role.PROJECT_TEAM);
        try (var hers = Browser.on(port).width(width).signIn(colleague.actor().email(), TestAccounts.PASSWORD);
                var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            copyAModel(browser, view);
            linkByKeyboard(browser, view);
            vote(browser, hers, view);
            mend(browser, view);
            measure(browser, view);
            for (var page : new String[] {"/calendrier", "/chaine/matrice", "/actions/modeles", "/chaine"}) {
                look(browser.open(view.at(page)), page.substring(1).replace('/', '-'));
            }
            browser.open(view.at("/chaine/matrice"));
            assertThat(browser.page()
                            .locator(":is(#besoins, #actions, #indicateurs) .cell-hole")
                            .count())
                    .isZero();
        }
        var project = projects.of(view.id());
        assertThat(project.needsOf(project.actions().getFirst())).hasSize(1);
        assertThat(project.objectives().getFirst().facts().title()).isEqualTo("Agir plus tôt");
    }

    /** With a mouse: the form of the dragged card is sent. */
    @Test
    void aCardIsDraggedOntoAnother() {
        var view = pieces();
        try (var browser = Browser.on(port).width(1440).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            browser.open(view.at("/chaine"));
            var need = browser.page().locator("[data-card=besoin]").first();
            need.dragTo(browser.page().locator("[data-card=objectif]").nth(1));
            browser.page().waitForURL(url -> url.contains("#besoin-"));
            browser.settled();
            assertThat(browser.page()
                            .locator("[data-card=besoin] .board-parent")
                            .innerText())
                    .contains("2. Agir plus tôt");
        }
        assertThat(projects.of(view.id()).problems().getFirst().facts().objectives())
                .hasSize(1);
    }

    private static void copyAModel(Browser browser, CommunityView view) {
        browser.open(view.at("/actions"));
        link(browser, "Modèles d’actions");
        link(browser, "Parcours pluriprofessionnels autour du patient");
        link(browser, "Préparer le retour à domicile après l’hôpital");
        look(browser, "modele");
        press(browser, "Copier dans notre projet");
        look(browser, "copie");
        assertThat(browser.page().locator("#smart").innerText()).contains("Elle ne sert encore aucun objectif");
    }

    /** The list of a card is opened, chosen and sent without a mouse. */
    private static void linkByKeyboard(Browser browser, CommunityView view) {
        browser.open(view.at("/chaine"));
        look(browser, "tableau");
        relate(browser, "besoin", 1);
        relate(browser, "action", 1);
        assertThat(browser.page().locator("[data-card=action] .board-parent").innerText())
                .contains("1.1");
    }

    private static void relate(Browser browser, String kind, int choice) {
        var summary = browser.page().locator("[data-card=" + kind + "] summary").first();
        summary.focus();
        browser.page().keyboard().press("Enter");
        browser.page().keyboard().press("Tab");
        for (int i = 0; i < choice; i++) {
            browser.page().keyboard().press("ArrowDown");
        }
        browser.page().keyboard().press("Tab");
        browser.page().keyboard().press("Enter");
        browser.page().waitForURL(url -> url.contains("#" + kind + "-"));
        browser.settled();
    }

    private static void vote(Browser browser, Browser hers, CommunityView view) {
        browser.open(view.at("/chaine/vote"));
        press(browser, "Ouvrir un vote");
        look(browser, "vote");
        rank(browser);
        hers.open(view.at("/chaine/vote"));
        rank(hers);
        look(hers, "vote-deux");
        browser.open(view.at("/chaine/vote"));
        press(browser, "Clore le vote et fixer les rangs");
        browser.page()
                .locator("summary", new Page.LocatorOptions().setHasText("un par un"))
                .click();
        look(browser, "vote-clos");
        assertThat(browser.page().locator("main").innerText()).contains("Odile Carrière", "Maëlle Quintard");
    }

    private static void rank(Browser browser) {
        choose(browser, "Éviter les ruptures de parcours", "2");
        choose(browser, "Agir plus tôt", "1, le plus important");
        press(browser, "Voter");
    }

    private static void mend(Browser browser, CommunityView view) {
        browser.open(view.at("/actions/1"));
        link(browser, "Fixer le début et la fin");
        browser.page().locator("#debut").fill("2026-01-05");
        browser.page().locator("#fin").fill("2028-12-31");
        look(browser, "dates");
        press(browser, "Enregistrer");
        assertThat(browser.page().locator("#smart").innerText()).contains("Elle a un début et une fin.");
    }

    private static void measure(Browser browser, CommunityView view) {
        for (int i = 0; i < 2; i++) {
            browser.open(view.at("/actions/1"));
            browser.page().locator("#indicateurs h3 a").nth(i).click();
            browser.settled();
            browser.page().locator("#depart").fill("10");
            browser.page().locator("#cible").fill("60");
            browser.page().locator("#cible-date").fill("2028-12-31");
            press(browser, "Enregistrer l’indicateur");
        }
        browser.page()
                .locator("#indicateurs a", new Page.LocatorOptions().setHasText("Relever une valeur"))
                .first()
                .click();
        browser.settled();
        browser.page().locator("#date").fill("2026-06-30");
        browser.page().locator("#valeur").fill("35");
        look(browser, "releve");
        press(browser, "Relever cette valeur");
        look(browser, "valeurs");
        browser.open(view.at("/chaine"));
        link(browser, "Des retours à domicile sans relais");
        look(browser, "besoin");
        assertThat(browser.page().locator("main").innerText().replace('\u00A0', ' '))
                .contains("35 % au 30 juin 2026");
    }

    private static void look(Browser browser, String name) {
        browser.accessible().noSidewaysScroll();
        int width = browser.page().viewportSize().width;
        browser.screenshot("chaine-" + name + "-" + width);
    }

    private static void link(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
        browser.settled();
    }

    private static void press(Browser browser, String name) {
        browser.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .click();
        browser.settled();
    }

    private static void choose(Browser browser, String label, String option) {
        browser.page()
                .getByLabel(label, new GetByLabelOptions().setExact(true))
                .first()
                .selectOption(new SelectOption().setLabel(option));
    }
}
