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
import java.util.List;
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
    void everyoneChoosesTheirColumns() {
        var client = of(ars);
        var list = "/institutions/ars-aveyron/portefeuille";
        assertThat(client.get(list).body()).contains("Dû cette année").doesNotContain("Prochaine échéance");
        assertThat(client.get(list + "/colonnes").body()).contains("Choisir les colonnes", "Non dépensé");

        client.post(
                list + "/colonnes",
                Map.of("colonnes", "acteurs,prochaine-echeance,echeances-passees,non-depense,inconnue"));
        assertThat(client.get(list).body())
                .contains("Acteurs", "Prochaine échéance", "Échéances dépassées", "Non dépensé")
                .doesNotContain("Dû cette année", "Taille</a>");
        assertThat(client.get(list + ".csv").body())
                .contains("CPTS;Département;Région;Acteurs;Non dépensé;")
                .doesNotContain("Dû cette année");
        // Nobody else's list changed.
        assertThat(of(dossiers.arsOfOccitanie())
                        .get("/institutions/ars-occitanie/portefeuille")
                        .body())
                .contains("Dû cette année");

        client.post(list + "/colonnes", Map.of("colonnes", "acteurs", "habituelles", "oui"));
        assertThat(client.get(list).body()).contains("Dû cette année").doesNotContain("Prochaine échéance");
    }

    @Test
    void theMoneyOfEachMissionIsThere() {
        var client = of(ars);
        assertThat(client.get("/institutions/ars-aveyron/argent").body())
                .contains("CPTS sous Contrat", "Fonctionnement", "Non dépensé", "Accès aux soins")
                .doesNotContain("CPTS qui Commence");
        assertThat(client.get("/institutions/ars-aveyron/argent?mission=CRISE&tri=non-depense&sens=desc&recherche=sous")
                        .body())
                .contains("CPTS sous Contrat");
        assertThat(client.get("/institutions/ars-aveyron/argent?recherche=ailleurs")
                        .body())
                .contains("Aucune ligne ne correspond");
        assertThat(client.get("/institutions/ars-aveyron/argent.csv").body()).contains("Fonctionnement");
        assertThat(of(dossiers.cpamElsewhere())
                        .get("/institutions/cpam-lozere/argent")
                        .body())
                .contains("Aucun contrat n’est en cours");
    }

    @Test
    void theListIsForEverybody() {
        for (int width : new int[] {390, 1440}) {
            try (var browser = Browser.on(port).width(width).signIn(ars.actor().email(), TestAccounts.PASSWORD)) {
                for (var page : List.of("portefeuille", "portefeuille/colonnes", "argent")) {
                    browser.open("/institutions/ars-aveyron/" + page)
                            .accessible()
                            .noSidewaysScroll();
                }
            }
        }
    }
}
