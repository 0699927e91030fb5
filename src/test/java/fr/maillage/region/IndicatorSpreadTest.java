package fr.maillage.region;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One indicator over the CPTS that an institution follows. */
@MaillageTest
class IndicatorSpreadTest {

    private static final String PAGE = "/institutions/ars-aveyron/indicateurs";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestAccounts accounts;

    private InstitutionView arsPerson;
    private WebClient ars;

    @BeforeEach
    void threeWithValues() {
        give(dossiers.communityReadyToDeposit("CPTS Alpha", List.of("12145")), "N1", "CPAM", "800", "1000");
        var second = dossiers.communityReadyToDeposit("CPTS Bêta", List.of("12002"));
        give(second, "N1", "CPAM", "300", "400");
        give(second, "N1", "CPTS", "320", "400");
        give(dossiers.communityReadyToDeposit("CPTS Gamma", List.of("12084")), "N1", "CPAM", "4", "40");
        arsPerson = dossiers.arsOfAveyron();
        ars = WebClient.signedIn(port, accounts.session(arsPerson.actor().account()));
    }

    private void give(CommunityView view, String code, String producer, String count, String total) {
        WebClient.signedIn(port, accounts.session(view.actor().account()))
                .post(
                        view.at("/indicateurs/" + code + "/valeurs"),
                        Map.of(
                                "id",
                                UUID.randomUUID().toString(),
                                "du",
                                "2025-01-01",
                                "au",
                                "2025-12-31",
                                "selon",
                                producer,
                                "numerateur",
                                count,
                                "denominateur",
                                total,
                                "releve",
                                "2026-02-01"));
    }

    @Test
    void eachValueComesWithItsIntervalAndNoRank() {
        var body = ars.get(PAGE).body();

        assertThat(body)
                .contains(
                        "2\u00A0CPTS ont une valeur",
                        "sur 3",
                        "77,5\u00A0%",
                        "77,4 et 82,4",
                        "Une autre partie dit autrement",
                        "effectif de moins de 11, non montré")
                .doesNotContain("4 sur 40");
        assertThat(body.indexOf("CPTS Alpha")).isLessThan(body.indexOf("CPTS Bêta"));
        // A sort by value is not one of the list.
        assertThat(ars.get(PAGE + "?tri=valeur&sens=desc").body().indexOf("CPTS Alpha"))
                .isLessThan(body.indexOf("CPTS Bêta"));
        assertThat(ars.get(PAGE + "?recherche=gamma").body())
                .contains("CPTS Gamma")
                .doesNotContain("CPTS Alpha");
        assertThat(ars.get(PAGE + "?annee=2024").body()).contains("Aucune CPTS n’a de valeur montrable");
        assertThat(ars.get(PAGE + "?indicateur=INCONNU&annee=x").statusCode()).isEqualTo(200);
    }

    @Test
    void theExportHidesWhatThePageHides() {
        assertThat(new String(ars.download(PAGE + ".csv"), StandardCharsets.UTF_8))
                .contains("CPTS Alpha", "77,4", "non montré")
                .doesNotContain(";40;");
        assertThat(WebClient.signedIn(
                                port,
                                accounts.session(
                                        dossiers.cpamElsewhere().actor().account()))
                        .get("/institutions/cpam-lozere/indicateurs")
                        .body())
                .doesNotContain("CPTS Alpha");
        for (int width : new int[] {390, 1440}) {
            try (var browser =
                    Browser.on(port).width(width).signIn(arsPerson.actor().email(), TestAccounts.PASSWORD)) {
                browser.open(PAGE).accessible().noSidewaysScroll();
            }
        }
    }
}
