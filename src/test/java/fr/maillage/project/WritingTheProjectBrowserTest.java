package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Participants;
import fr.maillage.community.TestCommunities;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator writes the structured project in a real browser, on a phone and on a desk. */
@MaillageTest
class WritingTheProjectBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    Participants participants;

    @Autowired
    Projects projects;

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void actorsThenAnObjectiveAnActionAndABudget(int width) {
        var view = made.create("CPTS Grands Causses et Raspes");
        try (var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            addAnActor(browser, view);
            governance(browser, view);
            addAnObjective(browser, view);
            addAnAction(browser, view);
            addABudgetLine(browser, view);
            for (var page : new String[] {
                "/calendrier", "/equipe", "/gouvernance/association", "/gouvernance/coordination", "/gouvernance/logo"
            }) {
                look(browser.open(view.at(page)), page.substring(1).replace('/', '-') + "-" + width);
            }
            look(browser.open("/cpts"), "cpts-" + width);
            look(browser.open("/cpts/nouvelle"), "cpts-nouvelle-" + width);
        }

        var project = projects.of(view.id());
        assertThat(participants.of(view.id())).hasSize(1);
        assertThat(project.actions())
                .singleElement()
                .extracting(Action::pilotName)
                .isEqualTo("Camille Exemple");
        assertThat(project.actions().getFirst().objectiveTitle()).isEqualTo("Ouvrir des places chez les médecins");
        assertThat(project.budgets())
                .singleElement()
                .satisfies(budget -> assertThat(budget.gap()).isEqualTo(-30_000));
    }

    private static void addAnActor(Browser browser, CommunityView view) {
        look(browser.open(view.at("/acteurs")), "acteurs-vide");
        link(browser, "Ajouter une personne");
        look(browser, "acteur");
        press(browser, "Ajouter à la liste");
        look(browser, "acteur-fautes");
        assertThat(browser.page().locator(".errors").innerText()).contains("Indiquez le nom de famille.");
        fill(browser, "Nom de famille", "Exemple");
        fill(browser, "Prénom", "Camille");
        choose(browser, "Profession", "Médecine générale");
        browser.page()
                .getByLabel("Sanitaire", new GetByLabelOptions().setExact(true))
                .check();
        browser.page().locator("#commune").fill("Millau");
        browser.page().getByLabel("Participe à la gouvernance").check();
        press(browser, "Ajouter à la liste");
        assertThat(browser.page().locator("main").innerText())
                .contains("Exemple Camille", "Médecine générale", "Millau");
        look(browser, "acteurs");
    }

    private static void governance(Browser browser, CommunityView view) {
        look(browser.open(view.at("/gouvernance")), "gouvernance-vide");
        press(browser, "Ajouter ces trois instances");
        link(browser, "Bureau");
        choose(browser, "Acteur", "Camille Exemple, Médecine générale");
        choose(browser, "Fonction", "Présidence");
        press(browser, "Ajouter ce mandat");
        look(browser, "instance");
        look(browser.open(view.at("/gouvernance")), "gouvernance");
        assertThat(browser.page().locator("main").innerText()).contains("Camille Exemple, Présidence");
    }

    private static void addAnObjective(Browser browser, CommunityView view) {
        look(browser.open(view.at("/objectifs")), "objectifs-vide");
        link(browser, "Ajouter un objectif général");
        fill(browser, "Objectif, en une phrase", "Que chaque personne ait un médecin traitant");
        choose(browser, "Mission servie", "Accès aux soins");
        press(browser, "Ajouter l’objectif");
        fill(browser, "Nouvel objectif opérationnel", "Ouvrir des places chez les médecins");
        press(browser, "Ajouter l’objectif opérationnel");
        look(browser, "objectif");
        look(browser.open(view.at("/objectifs")), "objectifs");
    }

    private static void addAnAction(Browser browser, CommunityView view) {
        link(browser, "Créer une action");
        look(browser, "action-vide");
        fill(browser, "Titre de l’action", "Orienter les patients sans médecin traitant");
        browser.page().getByLabel("Faciliter l’accès à un médecin traitant").check();
        press(browser, "Créer l’action");
        look(browser, "fiche-neuve");
        link(browser, "Modifier : qui la conduit");
        choose(browser, "Référent", "Camille Exemple");
        look(browser, "fiche-acteurs");
        press(browser, "Enregistrer");
        link(browser, "Modifier : quand");
        browser.page().locator("#debut").fill("2027-01-04");
        browser.page().locator("#fin").fill("2028-12-31");
        browser.page().locator("#etape-date1").fill("2027-03-01");
        browser.page().locator("#etape-titre1").fill("Première réunion des médecins");
        press(browser, "Enregistrer");
        link(browser, "Ajouter un indicateur");
        fill(browser, "Ce qui est mesuré", "Patients orientés");
        browser.page().locator("#cible").fill("1 250");
        look(browser, "indicateur");
        press(browser, "Ajouter l’indicateur");
        link(browser, "Ajouter une tâche");
        fill(browser, "Ce qui est à faire", "Recenser les places");
        look(browser, "tache");
        press(browser, "Ajouter la tâche");
        look(browser, "fiche");
        browser.open(view.at("/actions"));
        assertThat(browser.page().locator("#couverture").innerText()).contains("Aucune action", "Couverte");
        look(browser, "actions");
    }

    private static void addABudgetLine(Browser browser, CommunityView view) {
        look(browser.open(view.at("/budget?annee=2027")), "budget-vide");
        choose(browser, "Ligne du budget", "Rémunération des personnels");
        fill(browser, "Montant", "30 000");
        press(browser, "Ajouter la ligne");
        look(browser, "budget");
        assertThat(browser.page().locator("#equilibre").innerText()).contains("Les charges dépassent les produits");
    }

    private static void look(Browser browser, String name) {
        browser.accessible().noSidewaysScroll();
        int width = browser.page().viewportSize().width;
        browser.screenshot("projet-" + name + "-" + width);
    }

    private static void link(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(name))
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

    private static void fill(Browser browser, String label, String value) {
        browser.page()
                .getByLabel(label, new GetByLabelOptions().setExact(true))
                .first()
                .fill(value);
    }

    private static void choose(Browser browser, String label, String option) {
        browser.page()
                .getByLabel(label)
                .first()
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
    }
}
