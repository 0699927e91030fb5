package fr.maillage.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.maillage.journeys.Journey.ask;
import static fr.maillage.journeys.Journey.follow;
import static fr.maillage.journeys.Journey.looked;
import static fr.maillage.journeys.Journey.met;
import static fr.maillage.journeys.Journey.press;
import static fr.maillage.journeys.Journey.submit;
import static fr.maillage.journeys.Journey.tabTo;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.Deposits;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ARS asks for a complement, the CPTS answers and deposits again, the ARS compares and validates. */
@MaillageTest
class DepositedTwiceTest {

    private static final String OLD = "Le besoin est né en 2024.";
    private static final String NEW = "Trois communes sont à quarante minutes des urgences.";
    private static final String ASKED = "Précisez les communes éloignées des urgences.";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Texts texts;

    @Autowired
    Deposits deposits;

    InstitutionView ars;
    CommunityView cpts;
    String review;
    String instruction;
    String project;

    @BeforeEach
    void aDepositedProject() {
        ars = world.arsOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        var dossier = dossiers.of(cpts.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
        int version = texts.find(dossier.id(), "contexte-local").orElseThrow().version();
        texts.save(dossier.id(), "contexte-local", version, OLD, cpts.actor());
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        review = "/institutions/" + ars.institution().slug() + "/dossiers/" + dossier.number();
        instruction = "/cpts/" + cpts.slug() + "/instruction/projet-de-sante";
        project = "/cpts/" + cpts.slug() + "/projet-de-sante";
    }

    @Test
    void theSecondVersionShowsWhatChanged() {
        try (var institution = signedIn(ars.actor().email());
                var community = signedIn(cpts.actor().email())) {
            theArsAsksForAComplement(institution);
            theCptsAnswersAndRewrites(community);
            theCptsDepositsAgainByKeyboard(community);
            theArsComparesAndValidates(institution);
            met(community, instruction);
            assertThat(community.page().locator("main")).containsText("Le projet de santé est validé");
        }
    }

    private void theArsAsksForAComplement(Browser browser) {
        var page = browser.page();
        met(browser, review);
        submit(browser, "Passer en instruction");
        page.getByText("Ajouter une remarque").click();
        page.selectOption("[name=section]", "contexte-local");
        page.fill("[name=remarque]", "À quelle distance sont les urgences ?");
        submit(browser, "Envoyer la remarque");
        assertThat(page.locator("#remarques")).containsText("À quelle distance");
        follow(browser, "Demander un complément");
        page.fill("[name=motif]", ASKED);
        submit(browser, "Relire la lettre");
        assertThat(page.locator(".letter")).containsText(ASKED);
        submit(browser, "Envoyer la demande");
        assertThat(page.locator("main")).containsText("Complément demandé");
        looked(browser);
    }

    private void theCptsAnswersAndRewrites(Browser browser) {
        var page = browser.page();
        met(browser, instruction);
        assertThat(page.locator("main")).containsText(ASKED);
        assertThat(page.locator("#remarques")).containsText("À quelle distance");
        page.locator("textarea[name^=reponse-]").fill("Quarante minutes ; le texte le dit maintenant.");
        submit(browser, "Envoyer la réponse");
        assertThat(page.locator("#remarques")).containsText("le texte le dit maintenant");
        looked(browser);

        met(browser, project + "/sections/contexte-local");
        tabTo(page, page.locator("main [role=textbox]").first());
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        Journey.write(browser, NEW);
    }

    private void theCptsDepositsAgainByKeyboard(Browser browser) {
        met(browser, project + "/depot");
        ask(browser, "Déposer le projet");
        press(browser, "Oui, déposer");
        assertThat(browser.page().locator("main")).containsText("version 2");
        looked(browser);
    }

    private void theArsComparesAndValidates(Browser browser) {
        var page = browser.page();
        met(browser, review);
        assertThat(page.locator("main")).containsText("version 2");
        assertThat(page.locator("main")).containsText("Réponses aux remarques");
        assertThat(page.locator("#remarques")).containsText("le texte le dit maintenant");
        follow(browser, "Comparer avec la version précédente");
        assertThat(page.locator("main")).containsText("1.1 Contexte local");
        var removed = String.join(" ", page.locator(".diff del").allInnerTexts());
        var added = String.join(" ", page.locator(".diff ins").allInnerTexts());
        Assertions.assertThat(removed).contains("besoin", "2024").doesNotContain("urgences");
        Assertions.assertThat(added).contains("communes", "urgences").doesNotContain("besoin");
        browser.screenshot("comparaison");
        met(browser, review);
        follow(browser, "Valider le projet");
        page.fill("[name=qualite]", "Pour le directeur général et par délégation, la directrice de la délégation");
        submit(browser, "Relire la lettre");
        submit(browser, "Notifier la décision");
        assertThat(page.locator(".clock")).containsText("Validé le");
        looked(browser);
    }

    private Browser signedIn(String email) {
        return Browser.on(port).signIn(email, TestAccounts.PASSWORD);
    }
}
