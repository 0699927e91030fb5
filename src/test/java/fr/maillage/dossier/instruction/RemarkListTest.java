package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The team deals with the remarks of the institutions one by one; the answers go with the next deposit. */
@MaillageTest
class RemarkListTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestDossiers world;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Deposits deposits;

    @Autowired
    private ReviewRemarks remarks;

    @Autowired
    private RemarkAnswers answers;

    private CommunityView cpts;
    private InstitutionView ars;
    private Dossier dossier;

    @BeforeEach
    void aRemark() {
        ars = world.arsOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        dossier = dossiers.of(cpts.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        remark("contexte-local", "À quelle distance sont les urgences ?");
        remark("contexte-local", "Combien de cabinets ferment ?");
    }

    @Test
    void eachRemarkIsAnsweredAndMarkedTreated() {
        var list = cpts.at("/projet-de-sante/remarques");
        try (var browser = Browser.on(port).signIn(cpts.actor().email(), TestAccounts.PASSWORD)) {
            browser.forgetConsoleErrors();
            browser.open(list).accessible().noSidewaysScroll().screenshot("remarques-1440");
            var page = browser.page();
            assertThat(page.locator("main .page-facts").innerText()).contains("remarques attendent");
            page.locator("textarea[name^=reponse-]").first().fill("Quarante minutes.");
            page.locator("form[action$=reponse] button").first().click();
            browser.settled();
            assertThat(page.locator("main .page-facts").innerText()).contains("remarque attend une");
            page.locator("form[action$=traitee] button").last().click();
            browser.settled().accessible();
            assertThat(page.locator("main").innerText())
                    .contains("Traitée par " + cpts.actor().name());
        }
        try (var phone = Browser.on(port).width(390).signIn(cpts.actor().email(), TestAccounts.PASSWORD)) {
            phone.forgetConsoleErrors();
            phone.open(list).accessible().noSidewaysScroll();
        }
        assertThat(answers.of(dossier))
                .extracting(RemarkLine::state)
                .containsExactly(RemarkLine.State.ANSWERED, RemarkLine.State.TREATED);
        var client = WebClient.signedIn(port, accounts.session(cpts.actor().account()));
        assertThat(client.download(list + ".pdf")).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void theAnswersAreFrozenWithTheNextDeposit() {
        remarks.answer(
                cpts,
                DossierKind.HEALTH_PROJECT,
                answers.of(dossier).getFirst().remark().id(),
                UUID.randomUUID(),
                "Quarante minutes.");
        var document = answers.document(dossier.id(), cpts.name(), "Jointes à la version 2")
                .orElseThrow();

        assertThat(document.body().toString())
                .contains("À quelle distance sont les urgences", "Quarante minutes.", "Sans réponse écrite.");
    }

    private void remark(String section, String text) {
        remarks.write(ars, dossier.number(), UUID.randomUUID(), section, text, "");
    }
}
