package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.documents.Opening.Fact;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.completeness.Finding;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ARS reads a deposited project: the delay, its own act, what the program noticed. */
@MaillageTest
class ReviewBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Deposits deposits;

    @Autowired
    ReviewPages pages;

    @Autowired
    JdbcClient jdbc;

    String number;
    InstitutionView ars;
    CommunityView cpts;

    @BeforeEach
    void aDepositedProject() {
        ars = world.arsOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        assertThat(deposits.deposit(cpts, DossierKind.HEALTH_PROJECT)).isInstanceOf(DepositOutcome.Deposited.class);
        number =
                dossiers.of(cpts.id(), DossierKind.HEALTH_PROJECT).orElseThrow().number();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 768, 1440})
    void theActComesRightAfterTheDelayAndBeforeThePapers(int width) {
        try (var browser = Browser.on(port).width(width)) {
            browser.signIn(ars.actor().email(), TestAccounts.PASSWORD).forgetConsoleErrors();
            browser.open("/institutions/%s/dossiers/%s"
                            .formatted(ars.institution().slug(), number))
                    .accessible()
                    .noSidewaysScroll();
            var titles = browser.page().locator(".split-work h2").allInnerTexts();
            assertThat(titles)
                    .startsWith("Délai légal", "Ouvrir l’instruction", "En bref", "Avis des instructeurs")
                    .contains("Ce que le programme a relevé");
            double act = browser.page().locator(".review-act").boundingBox().y;
            double papers = browser.page().locator(".review-work").boundingBox().y;
            assertThat(act).isLessThanOrEqualTo(papers);
            browser.screenshot("instruction-" + width);
        }
    }

    @Test
    void theVersionIsToldInBriefAsItWasFrozen() {
        var before = pages.forInstitution(ars, number).facts();
        assertThat(before).isNotNull();
        assertThat(before.headline()).startsWith("4\u00A0communes, ").contains("(Insee ", "taille ");
        assertThat(before.lines())
                .extracting(Fact::label)
                .startsWith("Territoire", "Représentation légale", "Acteurs", "Actions", "Missions couvertes")
                .endsWith("Document");
        assertThat(before.project()).isNotNull();
        assertThat(before.project().covered()).isEqualTo(before.project().base());
        assertThat(before.project().budget()).isNotNull();
        assertThat(before.project().budget().balanced()).isTrue();
        assertThat(before.pages()).isGreaterThan(5);

        jdbc.sql("delete from project.budget_line").update();
        jdbc.sql("update community.participant set membership = 'PARTNER'").update();

        assertThat(pages.forInstitution(ars, number).facts()).isEqualTo(before);
        assertThat(pages.forCommunity(cpts, DossierKind.HEALTH_PROJECT)
                        .orElseThrow()
                        .facts())
                .isNull();
    }

    @Test
    void aVersionDepositedBeforeTheFactsWereKeptShowsNoCard() {
        jdbc.sql("alter table dossier.deposit disable trigger deposit_is_frozen")
                .update();
        try {
            jdbc.sql("update dossier.deposit set facts = null").update();
        } finally {
            jdbc.sql("alter table dossier.deposit enable trigger deposit_is_frozen")
                    .update();
        }
        assertThat(pages.forInstitution(ars, number).facts()).isNull();
        try (var browser = Browser.on(port)) {
            browser.signIn(ars.actor().email(), TestAccounts.PASSWORD)
                    .open("/institutions/%s/dossiers/%s"
                            .formatted(ars.institution().slug(), number));
            assertThat(browser.page().locator("#en-bref").count()).isZero();
        }
    }

    @Test
    void whatTheProgramNoticedIsFrozenWithTheVersion() {
        var before = pages.forInstitution(ars, number).findings();
        assertThat(before).extracting(Finding::title).contains("Missions socles toutes couvertes", "Budget équilibré");

        jdbc.sql("delete from project.budget_line").update();

        assertThat(pages.forInstitution(ars, number).findings()).isEqualTo(before);
        assertThat(pages.forCommunity(cpts, DossierKind.HEALTH_PROJECT)
                        .orElseThrow()
                        .findings())
                .isEmpty();
    }
}
