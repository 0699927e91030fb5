package fr.maillage.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.maillage.journeys.Journey.looked;
import static fr.maillage.journeys.Journey.met;
import static fr.maillage.journeys.Journey.submit;
import static fr.maillage.journeys.Journey.takeLetter;

import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.instruction.Deposits;
import fr.maillage.dossier.instruction.TacitValidation;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ARS says nothing: two months after the receipt, both sides read that the project is deemed validated. */
@MaillageTest
class SilenceValidatesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @Autowired
    Deposits deposits;

    @Autowired
    TacitValidation tacitValidation;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theProjectIsDeemedValidatedOnTheDaySaidToBothSides() {
        clock.set(LocalDate.of(2026, 12, 2));
        var ars = world.arsOfAveyron();
        var cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);

        bothRead(cpts, ars, "le 2 février 2027");
        clock.set(LocalDate.of(2027, 2, 3).atTime(0, 5));
        tacitValidation.run();
        tacitValidation.run();
        bothRead(cpts, ars, "Réputé validé le 3 février 2027");

        Assertions.assertThat(jdbc.sql("select count(*) from dossier.file where kind = 'LETTER'")
                        .query(Long.class)
                        .single())
                .as("one attestation, however often the job runs")
                .isEqualTo(1);
    }

    private void bothRead(CommunityView cpts, InstitutionView ars, String date) {
        boolean over = date.startsWith("Réputé");
        try (var browser = signedIn(cpts.actor().email())) {
            met(browser, "/cpts/" + cpts.slug() + "/instruction/projet-de-sante");
            assertThat(browser.page().locator(".clock")).containsText(date);
            if (over) {
                assertThat(browser.page().locator(".timeline")).containsText("Réputé validé");
                takeLetter(browser);
                met(browser, "/cpts/" + cpts.slug());
                assertThat(browser.page().locator("main")).containsText("Préparer le contrat");
            }
        }
        try (var browser = signedIn(ars.actor().email())) {
            met(browser, "/institutions/" + ars.institution().slug());
            browser.page()
                    .getByRole(AriaRole.LINK, Journey.named(cpts.name()))
                    .first()
                    .click();
            looked(browser.settled());
            if (!over) {
                submit(browser, "Passer en instruction");
                assertThat(browser.page().locator("a[href*='/decision/']"))
                        .not()
                        .hasCount(0);
            }
            assertThat(browser.page().locator(".clock")).containsText(date);
            if (over) {
                assertThat(browser.page().locator(".timeline")).containsText("Réputé validé");
                assertThat(browser.page().locator("a[href*='/decision/']")).hasCount(0);
                takeLetter(browser);
                browser.screenshot("repute-valide");
            }
        }
    }

    private Browser signedIn(String email) {
        return Browser.on(port).signIn(email, TestAccounts.PASSWORD);
    }
}
