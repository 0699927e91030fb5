package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Actor;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the forms of an instruction say when something is wrong, and that they lose nothing. */
@MaillageTest
class FormsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Texts texts;

    @Autowired
    Deposits deposits;

    @Autowired
    Instruction instruction;

    @Autowired
    ReviewRemarks remarks;

    @Autowired
    JdbcClient jdbc;

    CommunityView cpts;
    InstitutionView ars;
    Dossier project;
    String review;
    String deposit;

    @BeforeEach
    void aDossierUnderReview() {
        ars = world.arsOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        project = dossiers.of(cpts.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        instruction.take(ars, project.number());
        review = "/institutions/%s/dossiers/%s".formatted(ars.institution().slug(), project.number());
        deposit = "/cpts/" + cpts.slug() + "/projet-de-sante/depot";
    }

    @Test
    void whatWasDepositedAlreadyIsDepositedAgainOnlyWhenThatIsMeant() throws Exception {
        remarks.write(ars, project.number(), UUID.randomUUID(), "contexte-local", "À quelle distance ?", "");
        askMore();

        for (int width : new int[] {390, 1440}) {
            try (var browser = Browser.on(port).width(width)) {
                browser.signIn(cpts.actor().email(), TestAccounts.PASSWORD)
                        .open(deposit)
                        .accessible()
                        .noSidewaysScroll();
                assertThat(browser.page().locator("#changements").innerText())
                        .contains("Rien n’a changé depuis la version 1")
                        .contains("Nommez les communes éloignées.")
                        .contains("À quelle distance");
                browser.screenshot("depot-identique-" + width);
            }
        }

        var client = client(cpts.actor());
        var refused = client.post(deposit, Map.of());
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("Cochez la case pour la déposer de nouveau.");
        assertThat(versions()).isEqualTo(1);

        assertThat(client.post(deposit, Map.of("identique", "true")).statusCode())
                .isIn(302, 303);
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void theSectionsThatChangedAreNamedBeforeTheDeposit() throws Exception {
        askMore();
        int from = texts.find(project.id(), "contexte-local")
                .map(found -> found.version())
                .orElse(0);
        texts.save(project.id(), "contexte-local", from, "Trois communes sont loin des urgences.", cpts.actor());

        var client = client(cpts.actor());
        assertThat(client.get(deposit).body())
                .contains("1 section a changé depuis la version 1", "1.1 Contexte local.")
                .doesNotContain("name=\"identique\"");
        assertThat(client.post(deposit, Map.of()).statusCode()).isIn(302, 303);
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void everyFaultOfARemarkIsToldAtOnce() throws Exception {
        var answer = client(ars.actor())
                .post(
                        review + "/remarques",
                        Map.of("cle", UUID.randomUUID().toString(), "remarque", " ", "avant", "2020-01-01"));

        assertThat(answer.body())
                .contains(
                        "Choisissez la section concernée.",
                        "Écrivez la remarque avant de l’envoyer.",
                        "Cette date est passée.",
                        "3 points sont à corriger");
    }

    @Test
    void everyFaultOfAnOpinionIsToldAtOnce() throws Exception {
        var endless = "a".repeat(20_001);

        var answer = client(ars.actor())
                .post(review + "/avis", Map.of("cle", UUID.randomUUID().toString(), "motif", endless));

        assertThat(answer.body()).contains("Choisissez un avis.", "signes au plus", "2 points sont à corriger");
    }

    @Test
    void anAnswerOvertakenByTheDecisionKeepsItsText() throws Exception {
        var remark = UUID.randomUUID();
        remarks.write(ars, project.number(), remark, "contexte-local", "À quelle distance ?", "");
        instruction.decide(ars, project.number(), TestDecisions.validate("Bravo."));

        var answer = client(cpts.actor())
                .post(
                        "/cpts/%s/instruction/projet-de-sante/remarques/%s/reponse".formatted(cpts.slug(), remark),
                        Map.of("cle", UUID.randomUUID().toString(), "reponse-" + remark, "À quarante minutes."));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Rien n’a été envoyé.", "Ce que vous aviez écrit", "À quarante minutes.");
        assertThat(jdbc.sql("select count(*) from dossier.remark_answer")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void askMore() {
        instruction.decide(ars, project.number(), TestDecisions.askMore("Nommez les communes éloignées."));
    }

    private int versions() {
        return jdbc.sql("select count(*) from dossier.deposit")
                .query(Integer.class)
                .single();
    }

    private WebClient client(Actor who) {
        return WebClient.signedIn(port, accounts.session(who.account()));
    }
}
