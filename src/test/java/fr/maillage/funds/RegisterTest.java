package fr.maillage.funds;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.TestContracts;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.shared.Euros;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The register of funders, as the treasurer keeps it, and the spending that its money paid. */
@MaillageTest
class RegisterTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestContracts made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Fundings fundings;

    private CommunityView view;
    private WebClient team;

    @BeforeEach
    void aCommunityUnderContract() {
        view = dossiers.communityReadyToDeposit("CPTS des Financements");
        made.validateProject(view);
        var day = LocalDate.of(2025, 11, 1);
        var contract = made.signed(view, day, Map.of("ACCES", day));
        made.receive(view, contract, "ACCES", day.plusDays(30), 50_000);
        team = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    private static Map<String, String> typed(String... pairs) {
        var fields = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "nature",
                "FIR",
                "financeur",
                "ARS d’essai",
                "objet",
                "Préfiguration",
                "du",
                "2026-01-01",
                "au",
                "2026-12-31",
                "accorde",
                "12 000,00"));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private static Map<String, String> received(String amount, String label) {
        return Map.of(
                "id-recu",
                UUID.randomUUID().toString(),
                "recu-le",
                "2026-02-15",
                "recu-montant",
                amount,
                "recu-libelle",
                label);
    }

    private Funding added() {
        team.post(view.at("/financements/nouveau"), typed());
        return fundings.find(view, 1);
    }

    @Test
    void aGrantIsWrittenOnceAndItsMoneyCountsOnce() {
        var sent = typed();
        team.post(view.at("/financements/nouveau"), sent);
        team.post(view.at("/financements/nouveau"), sent);
        assertThat(fundings.of(view.id())).hasSize(1);

        var money = received("7 000", "VIR ARS");
        team.post(view.at("/financements/1/versements"), money);
        team.post(view.at("/financements/1/versements"), money);
        assertThat(team.post(view.at("/financements/1/versements"), received("7000", "vir ars"))
                        .body())
                .contains("Ce versement est déjà noté par");
        assertThat(fundings.find(view, 1).received()).isEqualTo(Euros.of(7_000));
        assertThat(team.get(view.at("/financements")).body())
                .contains("ARS d’essai", "5\u00A0000,00", "50\u00A0000,00", "7\u00A0000,00");

        var receipt = fundings.find(view, 1).receipts().getFirst().id();
        team.post(view.at("/financements/1/versements/" + receipt + "/annulation"), Map.of());
        assertThat(fundings.find(view, 1).received()).isEqualTo(Euros.ZERO);
        assertThat(team.get(view.at("/financements/1")).body()).contains("annulé par");
        assertThat(team.get(view.at("/historique?recherche=financement")).body())
                .contains("Financement ajouté");
        assertThat(new String(team.download(view.at("/financements.csv")), StandardCharsets.UTF_8))
                .contains("ARS d’essai");
        assertThat(team.get(view.at("/financements/2")).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsKept() {
        for (var wrong : List.of(
                List.of("nature", "INCONNU", "Choisissez qui paie."),
                List.of("financeur", " ", "Nommez le financeur."),
                List.of("accorde", "0", "Indiquez le montant accordé, plus grand que zéro."),
                List.of("accorde", "1234567890", "Indiquez le montant accordé, plus grand que zéro."),
                List.of("du", "1999-01-01", "les CPTS existent depuis 2016"),
                List.of("au", "2025-12-31", "Le dernier jour vient après le premier."),
                List.of("restituer", "12", "Dites pourquoi cet argent est à rendre."))) {
            assertThat(team.post(view.at("/financements/nouveau"), typed(wrong.get(0), wrong.get(1)))
                            .body())
                    .contains(wrong.get(2), "Préfiguration");
        }
        assertThat(fundings.of(view.id())).isEmpty();
        added();
        assertThat(team.post(view.at("/financements/1/versements"), received("0", "VIR"))
                        .body())
                .contains("Indiquez le montant du relevé de banque");
        assertThat(fundings.find(view, 1).receipts()).isEmpty();
    }

    @Test
    void theLastWriterDoesNotWinWithoutBeingTold() {
        added();
        team.post(view.at("/financements/1/modifier"), typed("version", "0", "objet", "Premier texte"));
        assertThat(team.post(view.at("/financements/1/modifier"), typed("version", "0", "objet", "Second texte"))
                        .body())
                .contains("Quelqu’un a modifié ce financement", "Second texte");
        assertThat(fundings.find(view, 1).facts().title()).isEqualTo("Premier texte");
    }

    @Test
    void anAnnouncedPaymentIsADeadlineUntilItComes() {
        added();
        team.post(
                view.at("/financements/1/annonces"),
                Map.of(
                        "id-annonce",
                        UUID.randomUUID().toString(),
                        "annonce-le",
                        "2026-08-15",
                        "annonce-montant",
                        "7000",
                        "annonce-condition",
                        "après le bilan"));
        assertThat(team.get(view.at("/echeances")).body())
                .contains("Versement annoncé par ARS d’essai", "après le bilan");
        team.post(view.at("/financements/1/versements"), received("7000", "VIR"));
        assertThat(team.get(view.at("/echeances")).body()).doesNotContain("Versement annoncé par ARS d’essai");
    }

    @Test
    void aTableOfSpendingSaysWhoPaidAndIsReadOnce() {
        added();
        var page = view.at("/bilan/1/depenses/import");
        var table = "Mission;Nature;Objet;Montant;Payé par\n"
                + "Fonctionnement;Salaires et charges;Coordination;30 000,00;\n"
                + "FONCTIONNEMENT;Salaires et charges;Écriture du projet;4 000,50;ARS d’essai, Préfiguration\n";
        assertThat(team.postFile(page, "fichier", "depenses.csv", table).statusCode())
                .isEqualTo(302);
        team.postFile(page, "fichier", "depenses.csv", table);

        var year = team.get(view.at("/bilan/1")).body();
        assertThat(year).contains("payé par ARS d’essai, Préfiguration", "4\u00A0000,50", "30\u00A0000,00");
        assertThat(year.split("Écriture du projet", -1)).hasSize(3);
        assertThat(team.get(view.at("/financements/1")).body())
                .contains("Écriture du projet, année 1 du contrat", "4\u00A0000,50");
        assertThat(team.postFile(
                                page,
                                "fichier",
                                "depenses.csv",
                                table + "Rêve;Salaires et charges;Objet;12;\nFonctionnement;Autre;Objet;-3;\n")
                        .body())
                .contains(
                        "Rien n’est enregistré",
                        "Ligne 4\u00A0: Choisissez la mission, ou le fonctionnement.",
                        "Ligne 5\u00A0: Indiquez le montant, plus grand que zéro.");
        assertThat(team.download(view.at("/bilan/1/depenses/modele.xlsx"))).isNotEmpty();
    }

    @Test
    void thePagesAreForEverybody() {
        added();
        for (int width : new int[] {390, 1440}) {
            try (var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
                for (var page : List.of(
                        "/financements", "/financements/1", "/financements/nouveau", "/bilan/1/depenses/import")) {
                    browser.open(view.at(page)).accessible().noSidewaysScroll();
                }
            }
        }
    }
}
