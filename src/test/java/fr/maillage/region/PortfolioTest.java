package fr.maillage.region;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.TestCommunities;
import fr.maillage.contract.TestContracts;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each institution sees of the contracts around it: its own CPTS, nothing of another région. */
@MaillageTest
class PortfolioTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestCommunities communities;

    @Autowired
    TestContracts made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    MutableClock clock;

    private InstitutionView ars;

    @BeforeEach
    void aContractAndANeighbour() {
        var view = dossiers.communityReadyToDeposit("CPTS sous Contrat");
        made.validateProject(view);
        var day = LocalDate.of(2026, 3, 1);
        made.signed(view, day, Map.of("ACCES", day, "CRISE", day.plusDays(400)));
        communities.create("CPTS qui Commence");
        communities.create("CPTS d’Ailleurs", "84", "63");
        ars = dossiers.arsOfAveyron();
    }

    private WebClient of(InstitutionView institution) {
        return WebClient.signedIn(port, accounts.session(institution.actor().account()));
    }

    @Test
    void anInstitutionSeesItsOwnAndNothingElse() {
        var page = of(ars).get("/institutions/ars-aveyron/portefeuille").body();
        assertThat(page)
                .contains("CPTS sous Contrat", "CPTS qui Commence", "En activité", "Initiative", "année 1")
                .doesNotContain("CPTS d’Ailleurs")
                // Both were to start by September; nobody noted that they did.
                .contains("missions en retard");
        assertThat(of(dossiers.arsOfOccitanie())
                        .get("/institutions/ars-occitanie/portefeuille")
                        .body())
                .contains("CPTS sous Contrat")
                .doesNotContain("CPTS d’Ailleurs");
        var elsewhere = of(dossiers.cpamElsewhere());
        assertThat(elsewhere.get("/institutions/cpam-lozere/portefeuille").body())
                .contains("Aucune CPTS")
                .doesNotContain("CPTS sous Contrat");
        assertThat(elsewhere.get("/institutions/ars-aveyron/portefeuille").statusCode())
                .isEqualTo(404);
    }

    @Test
    void filtersSearchAndSort() {
        var client = of(ars);
        assertThat(client.get("/institutions/ars-aveyron/portefeuille?etape=activite")
                        .body())
                .contains("CPTS sous Contrat")
                .doesNotContain("CPTS qui Commence");
        assertThat(client.get("/institutions/ars-aveyron/portefeuille?retard=oui")
                        .body())
                .doesNotContain("CPTS qui Commence");
        assertThat(client.get("/institutions/ars-aveyron/portefeuille?recherche=commence&tri=population&sens=desc")
                        .body())
                .contains("CPTS qui Commence");
        assertThat(client.get("/institutions/ars-aveyron/portefeuille?taille=9&etape=x&page=99")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theExportHasWhatTheReaderMaySee() {
        var csv = of(ars).get("/institutions/ars-aveyron/portefeuille.csv").body();
        assertThat(csv).contains("CPTS sous Contrat").doesNotContain("CPTS d’Ailleurs");
        assertThat(of(dossiers.arsOfOccitanie()).download("/region/76/portefeuille.xlsx"))
                .isNotEmpty();
        assertThat(of(dossiers.arsElsewhere())
                        .get("/region/76/portefeuille.xlsx")
                        .statusCode())
                .isEqualTo(404);
        assertThat(of(ars).get("/region/84/portefeuille.xlsx").statusCode()).isEqualTo(404);
    }

    @Test
    void theListIsForEverybody() {
        for (int width : new int[] {390, 1440}) {
            try (var browser = Browser.on(port).width(width).signIn(ars.actor().email(), TestAccounts.PASSWORD)) {
                browser.open("/institutions/ars-aveyron/portefeuille")
                        .accessible()
                        .noSidewaysScroll();
            }
        }
    }
}
