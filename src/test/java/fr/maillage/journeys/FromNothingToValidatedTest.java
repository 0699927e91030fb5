package fr.maillage.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.maillage.journeys.Journey.ask;
import static fr.maillage.journeys.Journey.choose;
import static fr.maillage.journeys.Journey.met;
import static fr.maillage.journeys.Journey.named;
import static fr.maillage.journeys.Journey.press;
import static fr.maillage.journeys.Journey.submit;
import static fr.maillage.journeys.Journey.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.TestAccounts;
import fr.maillage.access.signin.TestLinks;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole first path, in the words on the screen: from the empty program to a validated projet de santé, by the
 * administrator, the coordination, the CPAM and the ARS. Every page met passes axe and fits its window; the writing and
 * the deposit are done by keyboard alone; no fact is typed twice.
 */
@MaillageTest
class FromNothingToValidatedTest {

    /** The texts that the national trame asks for, by the key of their section. */
    private static final List<String> REQUIRED = List.of(
            "contexte-local",
            "historique-collaboration",
            "territoire",
            "contexte-demographique",
            "besoins-de-sante",
            "fonctionnement-coordination");

    private static final List<String> BASE_ITEMS =
            List.of("MEDECIN_TRAITANT", "SOINS_NON_PROGRAMMES", "PARCOURS", "PREVENTION", "CRISE");

    @LocalServerPort
    int port;

    @Autowired
    TestLinks links;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void fromTheEmptyProgramToAValidatedProject(int width) {
        theAdministratorOpensTheProgram(width);
        try (var coordination = Browser.on(port).width(width)) {
            theCoordinationCreatesTheCpts(coordination);
            theCoordinationEntersTheFacts(coordination);
            theCoordinationWritesByKeyboard(coordination);
            theCoordinationDepositsByKeyboard(coordination);
            var number = theCpamAgreesAndTheArsValidates(width);
            met(coordination, "/cpts/cpts-vallee-fictive/instruction/projet-de-sante");
            assertThat(coordination.page().locator("main")).containsText("Le projet de santé est validé");
            met(coordination, "/cpts/cpts-vallee-fictive");
            assertThat(coordination.page().locator("main")).containsText("Préparer le contrat");
            coordination.screenshot("parcours-valide-" + width);
            Assertions.assertThat(number).matches("2026-12-\\d{4}");
        }
    }

    private void theAdministratorOpensTheProgram(int width) {
        try (var browser = Browser.on(port).width(width)) {
            met(browser, "/premier-compte/" + links.firstAccount());
            newAccount(browser, "Aude Lacombe", "administration@maillage.example");
            institution(browser, "ARS Occitanie, délégation de l’Aveyron", "ARS_DELEGATION");
            institution(browser, "CPAM de l’Aveyron", "CPAM");
            invite(browser, "Fabrice Delmas", "ars@maillage.example", "ARS Occitanie");
            invite(browser, "Nadège Roumégous", "cpam@maillage.example", "CPAM");
            met(browser, "/administration/courriels");
            met(browser, "/administration/reglages");
            browser.page().getByLabel("Chacun peut créer son compte").check();
            submit(browser, "Enregistrer");
        }
        join(width, "ars@maillage.example", "Fabrice Delmas");
        join(width, "cpam@maillage.example", "Nadège Roumégous");
    }

    private void institution(Browser browser, String name, String role) {
        met(browser, "/administration/institutions/nouvelle");
        var page = browser.page();
        page.fill("[name=nom]", name);
        choose(page, "role", role);
        choose(page, "region", "76");
        page.locator("main details summary").first().click();
        page.locator("[name=departements][value='12']").check();
        submit(browser, "Créer l’institution");
    }

    private void invite(Browser browser, String name, String email, String place) {
        met(browser, "/administration/comptes/invitation");
        var page = browser.page();
        page.fill("[name=nom]", name);
        page.fill("[name=courriel]", email);
        var value = page.locator("[name=lieu] option")
                .filter(new Locator.FilterOptions().setHasText(place))
                .first()
                .getAttribute("value");
        page.selectOption("[name=lieu]", value);
        submit(browser, "Envoyer l’invitation");
    }

    private void join(int width, String email, String name) {
        try (var browser = Browser.on(port).width(width)) {
            met(browser, lastLink(email, "/invitation/"));
            newAccount(browser, name, email);
        }
    }

    private void theCoordinationCreatesTheCpts(Browser browser) {
        met(browser, "/inscription");
        browser.page().fill("[name=nom]", "Maëlle Quintard");
        browser.page().fill("[name=courriel]", "coordination@maillage.example");
        submit(browser, "Recevoir le message");
        met(browser, lastLink("coordination@maillage.example", "/invitation/"));
        newAccount(browser, "Maëlle Quintard", "coordination@maillage.example");
        met(browser, "/cpts/nouvelle");
        var page = browser.page();
        page.fill("[name=nom]", "CPTS Vallée Fictive");
        page.fill("[name=recherche]", "Millau");
        submit(browser, "Chercher");
        page.locator("[name=commune][value='12145']").check();
        browser.accessible().noSidewaysScroll();
        submit(browser, "Créer la CPTS");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/cpts/cpts-vallee-fictive.*"));
        met(browser, "/cpts/cpts-vallee-fictive");
        met(browser, "/cpts/cpts-vallee-fictive/territoire");
    }

    private void theCoordinationEntersTheFacts(Browser browser) {
        participant(browser, "Bastide", "Solène", "MEDECINE_GENERALE");
        participant(browser, "Ferrand", "Yannick", "SOINS_INFIRMIERS");
        met(browser, "/cpts/cpts-vallee-fictive/acteurs");
        met(browser, "/cpts/cpts-vallee-fictive/gouvernance");
        submit(browser, "Ajouter ces trois instances");
        browser.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Bureau").setExact(true))
                .click();
        browser.settled().accessible().noSidewaysScroll();
        chooseText(browser.page(), "acteur", "Bastide");
        chooseText(browser.page(), "mandat", "Présidence");
        submit(browser, "Ajouter ce mandat");

        met(browser, "/cpts/cpts-vallee-fictive/objectifs/nouveau");
        browser.page().fill("[name=titre]", "Que chacun trouve un médecin traitant");
        choose(browser.page(), "mission", "ACCES");
        submit(browser, "Ajouter l’objectif");
        met(browser, "/cpts/cpts-vallee-fictive/objectifs");
        for (var item : BASE_ITEMS) {
            action(browser, item);
        }
        met(browser, "/cpts/cpts-vallee-fictive/actions");
        met(browser, "/cpts/cpts-vallee-fictive/calendrier");
        budgetLine(browser, "C64_REMUNERATION", "36000");
        budgetLine(browser, "P74_ARS", "36000");
        browser.accessible().noSidewaysScroll();
    }

    private void participant(Browser browser, String name, String givenName, String profession) {
        met(browser, "/cpts/cpts-vallee-fictive/acteurs/nouveau");
        var page = browser.page();
        page.fill("[name=nom]", name);
        page.fill("[name=prenom]", givenName);
        choose(page, "categorie", profession);
        choose(page, "secteur", "SANITAIRE");
        page.getByLabel("Participe à la gouvernance").check();
        submit(browser, "Ajouter à la liste");
    }

    private void action(Browser browser, String item) {
        met(browser, "/cpts/cpts-vallee-fictive/actions/nouvelle");
        var page = browser.page();
        page.fill(
                "[name=titre]",
                "Action pour " + item.toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        page.locator("[name=couvre][value='" + item + "']").check();
        submit(browser, "Créer l’action");
        page.getByRole(AriaRole.LINK, named("Ajouter un indicateur")).first().click();
        browser.settled();
        page.fill("[name=nom]", "Nombre de réponses");
        submit(browser, "Ajouter l’indicateur");
    }

    private void budgetLine(Browser browser, String account, String amount) {
        met(browser, "/cpts/cpts-vallee-fictive/budget");
        browser.page().selectOption("[name=compte]", account);
        browser.page().fill("[name=montant]", amount);
        submit(browser, "Ajouter la ligne");
    }

    /** From the first press of Tab to « Enregistré », no mouse. */
    private void theCoordinationWritesByKeyboard(Browser browser) {
        met(browser, "/cpts/cpts-vallee-fictive/projet-de-sante");
        press(browser, "Commencer le projet");
        for (var section : REQUIRED) {
            met(browser, "/cpts/cpts-vallee-fictive/projet-de-sante/sections/" + section);
            write(browser, "Ce que l’équipe dit de cette section, en peu de mots.");
        }
    }

    private void theCoordinationDepositsByKeyboard(Browser browser) {
        met(browser, "/cpts/cpts-vallee-fictive/projet-de-sante/depot");
        browser.screenshot("depot-" + browser.page().viewportSize().width);
        ask(browser, "Déposer le projet");
        browser.accessible();
        press(browser, "Oui, déposer");
        // The first document of a run is rendered cold.
        assertThat(browser.page().locator("main"))
                .containsText("Déposé", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        browser.accessible().noSidewaysScroll();
    }

    private String theCpamAgreesAndTheArsValidates(int width) {
        String number;
        try (var cpam = Browser.on(port).width(width).signIn("cpam@maillage.example", TestAccounts.PASSWORD)) {
            met(cpam, "/institutions/cpam-de-l-aveyron");
            cpam.page()
                    .getByRole(AriaRole.LINK, named("CPTS Vallée Fictive"))
                    .first()
                    .click();
            cpam.settled().accessible().noSidewaysScroll();
            cpam.page().getByText("Rendre l’avis de votre institution").click();
            cpam.page()
                    .getByLabel("Favorable", new Page.GetByLabelOptions().setExact(true))
                    .check();
            submit(cpam, "Rendre l’avis");
            assertThat(cpam.page().locator("#instructeurs")).containsText("Favorable");
            cpam.accessible().noSidewaysScroll().screenshot("instruction-cpam-" + width);
            number = cpam.page().url().replaceAll(".*/dossiers/", "");
        }
        try (var ars = Browser.on(port).width(width).signIn("ars@maillage.example", TestAccounts.PASSWORD)) {
            met(ars, "/institutions/ars-occitanie-delegation-de-l-aveyron/dossiers/" + number);
            submit(ars, "Passer en instruction");
            ars.page().getByRole(AriaRole.LINK, named("Valider le projet")).click();
            ars.settled().accessible().noSidewaysScroll().screenshot("decision-" + width);
            ars.page()
                    .fill(
                            "[name=qualite]",
                            "Pour le directeur général et par délégation, la directrice de la délégation");
            submit(ars, "Relire la lettre");
            ars.accessible().noSidewaysScroll().screenshot("lettre-" + width);
            submit(ars, "Notifier la décision");
            assertThat(ars.page().locator("main")).containsText("Validé");
            ars.accessible().noSidewaysScroll();
        }
        return number;
    }

    private static void chooseText(Page page, String name, String text) {
        var value = page.locator("[name=" + name + "] option")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first()
                .getAttribute("value");
        page.selectOption("[name=" + name + "]", value);
    }

    private static void newAccount(Browser browser, String name, String email) {
        var page = browser.page();
        if (page.locator("[name=nom]").count() > 0
                && page.inputValue("[name=nom]").isEmpty()) {
            page.fill("[name=nom]", name);
        }
        if (page.locator("input[name=courriel]:not([readonly])").count() > 0
                && page.inputValue("[name=courriel]").isEmpty()) {
            page.fill("[name=courriel]", email);
        }
        page.fill("[name=motdepasse]", TestAccounts.PASSWORD);
        submit(browser, "Créer le compte");
        browser.accessible().noSidewaysScroll();
    }

    /** The path of the last link mailed to somebody: what the person would click. */
    private String lastLink(String email, String kind) {
        var body = jdbc.sql("""
                        select body from mail.message where recipient = ? and body like ?
                        order by created_at desc limit 1
                        """)
                .params(email, "%" + kind + "%")
                .query(String.class)
                .single();
        return kind + body.replaceAll("(?s).*" + kind, "").replaceAll("(?s)\\s.*", "");
    }
}
