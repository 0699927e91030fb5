package fr.maillage.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.contract.TestContracts;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.library.TestFiles;
import fr.maillage.library.TestLibrary;
import fr.maillage.shared.Euros;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people of one side at once: the second is told, and nothing typed is lost. The years side by side. */
@MaillageTest
class OvertakenReviewTest {

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
    Spendings spendings;

    @Autowired
    TestLibrary files;

    @Autowired
    JdbcClient db;

    private CommunityView view;
    private Contract contract;
    private WebClient cpts;
    private WebClient ars;
    private WebClient cpam;
    private String page;
    private String own;

    @BeforeEach
    void anOpenReview() {
        view = dossiers.communityReadyToDeposit("CPTS des Collisions");
        made.validateProject(view);
        var day = LocalDate.of(2025, 5, 1);
        contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        made.prepare(view, contract, "aci-avenant-2", 3, day, Map.of("ACCES", day, "CRISE", day), "");
        made.line(view, contract, "ACCES", "SAS", 26_000);
        made.line(view, contract, "ACCES", "RDV", 9_000);
        contract = made.sign(view, contract, day);
        made.receive(view, contract, "ACCES", day.plusDays(30), 50_000);
        cpts = WebClient.signedIn(port, accounts.session(view.actor().account()));
        ars = of(dossiers.arsOfAveyron());
        cpam = of(dossiers.cpamOfAveyron());
        page = "/contrats/" + contract.number() + "/dialogue/1";
        own = view.at("/bilan/1");
        ars.post("/institutions/ars-aveyron" + page + "/ouverture", dates("2026-12-01"));
    }

    private WebClient of(InstitutionView institution) {
        return WebClient.signedIn(port, accounts.session(institution.actor().account()));
    }

    private static Map<String, String> dates(String due) {
        return Map.of("dossier", due, "contradictoire", "2026-12-15");
    }

    private YearlyReview review() {
        return reviews.find(contracts.find(view, contract.number()), 1);
    }

    private static Map<String, String> value(UUID line, String value, String version) {
        return Map.of("valeur-" + line, value, "version-" + line, version);
    }

    @Test
    void theSecondValueOfOneSideIsToldOfTheFirst() {
        var line = review().lines().getFirst().id();
        var at = own + "/valeurs/" + line;
        assertThat(cpts.post(at, value(line, "12", "")).statusCode()).isEqualTo(302);
        // The same form sent twice says nothing new.
        assertThat(cpts.post(at, value(line, "12", "")).statusCode()).isEqualTo(302);
        assertThat(cpts.post(at, value(line, "15", "")).body()).contains("vient de dire 12", "value=\"15\"");
        assertThat(review().lines().getFirst().value()).isEqualByComparingTo("12");
        assertThat(cpts.post(at, value(line, "15", "0")).statusCode()).isEqualTo(302);
        assertThat(review().lines().getFirst().value()).isEqualByComparingTo("15");
    }

    @Test
    void theMinutesOfAnotherAreNotOverwritten() {
        var at = "/institutions/ars-aveyron" + page + "/reunion";
        var seen = review().meetingMark();
        ars.post(at, Map.of("reunion", "2026-06-10", "compte-rendu", "Premier texte", "reunion-vue", seen));
        assertThat(cpam.post(
                                at.replace("ars-", "cpam-"),
                                Map.of("reunion", "2026-06-10", "compte-rendu", "Second texte", "reunion-vue", seen))
                        .body())
                .contains("Quelqu’un a écrit ce compte rendu", "Second texte");
        assertThat(review().minutes()).isEqualTo("Premier texte");
    }

    @Test
    void aQuestionIsAnsweredOnce() {
        ars.post(
                "/institutions/ars-aveyron" + page + "/questions",
                Map.of("id", UUID.randomUUID().toString(), "question", "Combien ?"));
        var question = review().questions().getFirst().id();
        var at = own + "/questions/" + question;
        cpts.post(at, Map.of("reponse-" + question, "Douze"));
        cpts.get(own);
        cpts.post(at, Map.of("reponse-" + question, "Treize"));
        assertThat(review().questions().getFirst().answer()).isEqualTo("Douze");
        assertThat(cpts.get(own).body()).contains("a déjà répondu à cette question");
    }

    @Test
    void theSecondOpeningIsToldOfTheFirst() {
        assertThat(ars.post("/institutions/ars-aveyron" + page + "/ouverture", dates("2026-12-01"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(cpam.post("/institutions/cpam-aveyron" + page + "/ouverture", dates("2026-12-10"))
                        .body())
                .contains("déjà ouvert par", "Vos dates ne sont pas prises");
        assertThat(review().fileDue()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void anAgreementOfAnotherIsNotOverwritten() {
        var line = review().lines().getFirst().id();
        var at = "/institutions/%s-aveyron" + page + "/accord/" + line;
        ars.post(at.formatted("ars"), Map.of("convenu-" + line, "70", "raison-" + line, "Relevé commun"));
        assertThat(cpam.post(at.formatted("cpam"), Map.of("convenu-" + line, "75", "raison-" + line, "Autre relevé"))
                        .body())
                .contains("vient de noter un accord sur cette ligne", "value=\"75\"");
        assertThat(review().lines().getFirst().value()).isEqualByComparingTo("70");
        var amounts = "/institutions/%s-aveyron" + page + "/montants/retenu";
        ars.post(amounts.formatted("ars"), withheld("100"));
        assertThat(cpam.post(amounts.formatted("cpam"), withheld("200")).body())
                .contains("Quelqu’un vient de noter 100,00");
    }

    private static Map<String, String> withheld(String amount) {
        return Map.of("volet", "ACCES-FIXE", "retenu-ACCES-FIXE", amount, "motif-retenu-ACCES-FIXE", "Essai");
    }

    @Test
    void aProofJoinedSinceThePageWasReadStopsTheClosing() {
        var line = review().lines().getFirst().id();
        var seen = review().mark();
        var document = files.add(view, "Relevé", "COMPTE_RENDU", TestFiles.pdf("Relevé"), "releve.pdf");
        cpts.post(own + "/preuves/" + line, Map.of("document", document.toString()));
        assertThat(review().mark()).isNotEqualTo(seen);
        assertThat(ars.post(
                                "/institutions/ars-aveyron" + page + "/cloture",
                                Map.of(
                                        "version",
                                        seen,
                                        "compte",
                                        String.valueOf(contracts
                                                .find(view, contract.number())
                                                .change()
                                                .version())))
                        .body())
                .contains("Une valeur a changé depuis que vous avez ouvert cette page");
    }

    @Test
    void linesChangedByAnAmendmentAreTakenBeforeTheClosing() {
        var day = LocalDate.of(2025, 5, 1);
        var said = review().lines().getFirst();
        cpts.post(own + "/valeurs/" + said.id(), value(said.id(), "12", ""));
        made.amend(view, contract, "Lignes");
        var draft = contracts.find(view, contract.number()).draft().orElseThrow();
        // The second line is paid no more; the first one pays it all.
        db.sql("delete from contract.result_line where terms_id = ? and code = 'RDV'")
                .param(draft.id())
                .update();
        db.sql("""
                        update contract.result_line set maximum = 35000,
                            tiers = jsonb_set(tiers, '{-1,amount}', '"35000.00"') where terms_id = ?
                        """).param(draft.id()).update();
        db.sql("update contract.terms set effect_on = ? where id = ?")
                .params(java.sql.Date.valueOf(day.plusMonths(6)), draft.id())
                .update();
        made.sign(view, contract, day.plusMonths(6));

        assertThat(ars.get("/institutions/ars-aveyron" + page).body())
                .contains("Reprendre les lignes du texte en vigueur");
        ars.post("/institutions/ars-aveyron" + page + "/lignes", Map.of());
        assertThat(review().lines()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(said.id());
            assertThat(line.value()).isEqualByComparingTo("12");
            assertThat(line.rule().rule().maximum()).isEqualTo(Euros.of(35_000));
        });
        assertThat(ars.get("/institutions/ars-aveyron" + page).body())
                .doesNotContain("Reprendre les lignes du texte en vigueur");
    }

    /** Its copy kept neither tiers nor target, which the table refuses. */
    @Test
    void aLineInProportionGoesThroughAnAmendment() {
        db.sql("""
                        update contract.result_line set tiers = '[]', baseline = 10, target = 60
                        where terms_id = ? and code = 'SAS'
                        """).param(contract.first().id()).update();
        var before = contracts.find(view, contract.number()).first().lines().getFirst();
        var draft = made.amend(view, contract, "Taille");
        assertThat(draft.lines().getFirst().rule()).isEqualTo(before.rule());
    }

    @Test
    void anotherSpendingSentByTheSameFormIsTold() {
        var form = new java.util.HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "mission", "ACCES",
                "nature", "OTHER",
                "objet", "Salle",
                "montant", "10"));
        cpts.post(own + "/depenses", form);
        assertThat(cpts.post(own + "/depenses", form).statusCode()).isEqualTo(302);
        form.put("montant", "25");
        assertThat(cpts.post(own + "/depenses", form).body()).contains("Ce formulaire a déjà servi", "value=\"25\"");
        assertThat(spendings.of(contract, 1)).hasSize(1);
    }

    @Test
    void aClosedYearSpendsNothingMore() {
        var spending = new Spendings.Spending(
                UUID.randomUUID(), "ACCES", Spendings.Nature.OTHER, "Tardive", Euros.of(10), null, null);
        db.sql("""
                        update review.review set state = 'CLOSED', closed_at = opened_at, closed_by = 'Une agente',
                            handed_at = opened_at where id = ?
                        """).param(review().id()).update();
        assertThat(spendings.add(view, contract, 1, List.of(spending)))
                .isEqualTo(new Spendings.Outcome.Closed("Une agente"));
        assertThat(spendings.of(contract, 1)).isEmpty();
        assertThat(cpts.post(
                                own + "/depenses",
                                Map.of(
                                        "id", UUID.randomUUID().toString(),
                                        "mission", "ACCES",
                                        "nature", "OTHER",
                                        "objet", "Tardive",
                                        "montant", "10"))
                        .body())
                .contains("clos par Une agente");
    }

    @Test
    void whatProvedAClosedYearStays() {
        var line = review().lines().getFirst().id();
        var document = files.add(view, "Relevé", "COMPTE_RENDU", TestFiles.pdf("Relevé"), "releve.pdf");
        cpts.post(own + "/preuves/" + line, Map.of("document", document.toString()));
        db.sql("""
                        update review.review set state = 'CLOSED', closed_at = opened_at, closed_by = 'Une agente',
                            handed_at = opened_at where id = ?
                        """).param(review().id()).update();
        var at = view.at("/documents/" + document);
        cpts.get(at);
        cpts.post(at + "/usages/retrait", Map.of("usage", "RESULT_PROOF:" + line));

        assertThat(review().lines().getFirst().proofs()).hasSize(1);
        assertThat(cpts.get(at).body()).contains("ses documents ne changent plus");
    }

    @Test
    void theYearsStandSideBySideForAllWhoFollowThem() {
        var line = review().lines().getFirst().id();
        cpts.post(own + "/valeurs/" + line, value(line, "12", ""));
        spendings.add(
                view,
                contract,
                2,
                List.of(new Spendings.Spending(
                        UUID.randomUUID(),
                        "ACCES",
                        Spendings.Nature.SALARIES,
                        "Régulation",
                        Euros.of(1_234),
                        null,
                        null)));
        var base = "/institutions/cpam-aveyron/contrats/" + contract.number();
        for (var body : List.of(
                cpts.get(view.at("/bilan/comparaison")).body(),
                cpam.get(base + "/comparaison").body())) {
            assertThat(body)
                    .contains("Année 1", "Année 2", "50\u00A0000,00", "1\u00A0234,00", "En préparation")
                    .doesNotContain("Année 3");
        }
        assertThat(cpts.download(view.at("/bilan/comparaison.xlsx"))).isNotEmpty();
        assertThat(cpam.download(base + "/comparaison.xlsx")).isNotEmpty();
        assertThat(of(dossiers.cpamElsewhere())
                        .get("/institutions/cpam-lozere/contrats/" + contract.number() + "/comparaison")
                        .statusCode())
                .isEqualTo(404);
        try (var browser = Browser.on(port).width(390).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            browser.open(view.at("/bilan/comparaison")).accessible().noSidewaysScroll();
        }
    }
}
