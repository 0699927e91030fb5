package fr.maillage.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.contract.TestContracts;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.shared.Euros;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Money that is not spent, where it comes from, and what moves it. */
@MaillageTest
class TransfersTest {

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
    Spendings spendings;

    @Autowired
    YearFiles files;

    @Autowired
    fr.maillage.testing.MutableClock clock;

    private CommunityView view;
    private Contract contract;
    private WebClient team;

    @BeforeEach
    void aYearThatReceivedAndSpent() {
        view = dossiers.communityReadyToDeposit("CPTS des Transferts");
        made.validateProject(view);
        var day = LocalDate.of(2025, 11, 1);
        contract = made.signed(view, day, Map.of("ACCES", day, "CRISE", day));
        made.receive(view, contract, "ACCES", day.plusDays(30), 50_000);
        spendings.add(
                view,
                contract,
                1,
                List.of(new Spendings.Spending(
                        UUID.randomUUID(),
                        "ACCES",
                        Spendings.Nature.SALARIES,
                        "Régulation",
                        Euros.of(20_000),
                        null,
                        null)));
        team = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    private Map<String, String> typed(String... pairs) {
        var fields = new HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "de", "ACCES",
                "vers", "CRISE",
                "montant", "12 000,50",
                "le", "2026-06-01",
                "accord", "Courrier du 30 mai 2026",
                "motif", "Le plan de crise a coûté plus que prévu."));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private Euros left(String part) {
        return files.of(contract, 1).envelope(part).left();
    }

    @Test
    void moneyMovesOnceWithItsAgreement() {
        assertThat(left("ACCES")).isEqualByComparingTo(Euros.of(30_000));
        var sent = typed();
        team.post(view.at("/bilan/1/transferts"), sent);
        team.post(view.at("/bilan/1/transferts"), sent);

        assertThat(left("ACCES")).isEqualByComparingTo(Euros.of("17999.50"));
        assertThat(left("CRISE")).isEqualByComparingTo(Euros.of("12000.50"));
        assertThat(team.get(view.at("/bilan/1/transferts")).body())
                .contains("Courrier du 30 mai 2026", "17\u00A0999,50", "Le plan de crise a coûté");
        assertThat(team.get(view.at("/historique?rubrique=contrat")).body()).contains("Transfert noté");
        var id = files.of(contract, 1).transfers().getFirst().id();
        team.post(view.at("/bilan/1/transferts/" + id + "/retrait"), Map.of());
        assertThat(left("ACCES")).isEqualByComparingTo(Euros.of(30_000));
    }

    @Test
    void moreThanIsLeftOrWithoutAgreementIsRefused() {
        assertThat(team.post(view.at("/bilan/1/transferts"), typed("montant", "30000,01"))
                        .body())
                .contains("L’enveloppe n’a plus que 30\u00A0000,00\u00A0€ non dépensés.", "Courrier du 30 mai 2026");
        assertThat(team.post(view.at("/bilan/1/transferts"), typed("accord", ""))
                        .body())
                .contains("ne permet pas ce transfert sans accord écrit");
        assertThat(team.post(view.at("/bilan/1/transferts"), typed("vers", "ACCES"))
                        .body())
                .contains("Choisissez une autre enveloppe");
        assertThat(team.post(view.at("/bilan/1/transferts"), typed("le", "2025-10-31"))
                        .body())
                .contains("La décision est prise pendant l’année");
        assertThat(files.of(contract, 1).transfers()).isEmpty();
        assertThat(team.get(view.at("/bilan/9/transferts")).statusCode()).isEqualTo(404);
    }

    @Test
    void moneyThatALaterYearSpentMovesNoMore() {
        clock.advance(java.time.Duration.ofDays(200));
        team = WebClient.signedIn(port, accounts.session(view.actor().account()));
        spendings.add(
                view,
                contract,
                2,
                List.of(new Spendings.Spending(
                        UUID.randomUUID(), "ACCES", Spendings.Nature.OTHER, "Suite", Euros.of(25_000), null, null)));
        assertThat(team.post(view.at("/bilan/1/transferts"), typed("montant", "6000"))
                        .body())
                .contains("L’enveloppe n’a plus que 5\u00A0000,00\u00A0€ non dépensés.");
        var sent = typed("montant", "4000");
        team.post(view.at("/bilan/1/transferts"), sent);
        sent.put("montant", "1000");
        assertThat(team.post(view.at("/bilan/1/transferts"), sent).body()).contains("Ce formulaire a déjà servi");
        assertThat(files.of(contract, 1).transfers()).hasSize(1);
    }

    @Test
    void thePageIsForEverybody() {
        for (int width : new int[] {390, 1440}) {
            try (var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
                browser.open(view.at("/bilan/1/transferts")).accessible().noSidewaysScroll();
                browser.open(view.at("/indicateurs")).accessible().noSidewaysScroll();
                browser.open(view.at("/indicateurs/N1")).accessible().noSidewaysScroll();
            }
        }
    }
}
