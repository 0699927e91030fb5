package fr.maillage.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contracts;
import fr.maillage.contract.TestContracts;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What indicators and modules know enters the year of a contract without being typed again. */
@MaillageTest
class KnownValuesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestContracts made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Contracts contracts;

    @Autowired
    YearlyReviews reviews;

    @Autowired
    YearFiles files;

    @Test
    void aValueOfTheCatalogueFillsTheFormOfItsLine() {
        CommunityView view = dossiers.communityReadyToDeposit("CPTS des Valeurs");
        made.validateProject(view);
        var day = LocalDate.of(2025, 11, 1);
        var contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        made.prepare(view, contract, "aci-avenant-2", 3, day, Map.of("ACCES", day), "");
        made.line(view, contract, "ACCES", "MT", 26_000, "N1");
        made.line(view, contract, "ACCES", "RDV", 9_000);
        contract = made.sign(view, contract, day);
        var team = WebClient.signedIn(port, accounts.session(view.actor().account()));
        var ars = WebClient.signedIn(
                port, accounts.session(dossiers.arsOfAveyron().actor().account()));
        ars.post(
                "/institutions/ars-aveyron/contrats/" + contract.number() + "/dialogue/1/ouverture",
                Map.of("dossier", "2026-12-01", "contradictoire", "2026-12-15"));
        team.post(
                view.at("/indicateurs/N1/valeurs"),
                Map.of(
                        "id", UUID.randomUUID().toString(),
                        "du", "2025-01-01",
                        "au", "2025-12-31",
                        "selon", "CPAM",
                        "releve", "2026-02-01",
                        "numerateur", "724",
                        "denominateur", "1000"));
        // A year that ends before the contract began is not proposed.
        team.post(
                view.at("/indicateurs/N1/valeurs"),
                Map.of(
                        "id", UUID.randomUUID().toString(),
                        "du", "2024-01-01",
                        "au", "2024-12-31",
                        "selon", "CPAM",
                        "releve", "2026-02-01",
                        "valeur", "61"));
        var file = files.of(contract, 1);
        var review = reviews.find(contract, 1);
        var line = review.lines().getFirst();

        assertThat(file.known(line))
                .singleElement()
                .satisfies(known -> assertThat(known.value().value()).isEqualByComparingTo("72.4"));
        assertThat(file.known(review.lines().getLast())).isEmpty();
        assertThat(file.facts()).extracting(fact -> fact.kind().code()).contains("ACTEURS", "ACTIONS_MENEES");
        var page = team.get(view.at("/bilan/1")).body();
        assertThat(page).contains("Reprendre cette valeur", "Ce que l’année a compté", "Actions menées");
        var known = file.known(line).getFirst();
        assertThat(team.get(view.at("/bilan/1?valeur=" + known.value().id())).body())
                .contains(
                        "value=\"72,4\"",
                        "value=\"724\"",
                        "value=\"2026-02-01\"",
                        "La CPAM, 2025\u00A0: 72,4\u00A0% (724 sur 1\u00A0000)");
        assertThat(review.lines().getFirst().readings()).isEmpty();
        assertThat(team.get(view.at("/indicateurs/N1")).body()).contains("Contrat " + contract.number());
        assertThat(team.download(view.at("/bilan-1.docx"))).isNotEmpty();
    }
}
