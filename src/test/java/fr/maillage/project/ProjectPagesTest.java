package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.rules.Mission;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the structured project by plain HTTP: who gets them, and what their forms do. */
@MaillageTest
class ProjectPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Projects projects;

    @Autowired
    Perimeters perimeters;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void someone() {
        view = made.create("CPTS Grands Causses et Raspes");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/objectifs",
                "/objectifs/nouveau",
                "/actions",
                "/actions.xlsx",
                "/actions/nouvelle",
                "/actions/modeles",
                "/actions/modeles/retour-a-domicile",
                "/calendrier",
                "/budget",
                "/budget?annee=2027",
            })
    void aPageIsForItsPeople(String page) {
        var elsewhere = made.create("CPTS Lévézou et Ségala");
        var stranger =
                WebClient.signedIn(port, accounts.session(elsewhere.actor().account()));

        assertThat(client.get(view.at(page)).statusCode()).as("coordination").isEqualTo(200);
        assertThat(stranger.get(view.at(page)).statusCode()).as("another CPTS").isEqualTo(404);
        assertThat(WebClient.visitor(port).get(view.at(page)).headers().firstValue("Location"))
                .as("visitor")
                .hasValueSatisfying(location -> assertThat(location).contains("/connexion"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/objectifs/missions",
                "/objectifs/nouveau",
                "/actions/nouvelle",
                "/actions/modeles/retour-a-domicile",
                "/calendrier",
                "/calendrier/retrait",
                "/budget/2027/lignes",
                "/budget/2027/commentaire",
            })
    void aMemberReadsButDoesNotWrite(String page) {
        var member = made.join(view, "Yannick Ferrand", Role.MEMBER);
        var reader = WebClient.signedIn(port, accounts.session(member.actor().account()));

        assertThat(reader.post(view.at(page), Map.of("titre", "Essai")).statusCode())
                .isEqualTo(404);
        assertThat(reader.get(view.at("/actions")).statusCode()).isEqualTo(200);
    }

    @Test
    void objectivesAreRankedAndDeclined() {
        var first = objective("Un médecin traitant pour tous", "ACCES");
        var second = objective("Prévenir les chutes", "PREVENTION");
        client.post(
                view.at("/objectifs/" + second + "/operationnels"),
                Map.of("id", id(), "operationnel", "Repérer à domicile"));
        client.post(view.at("/objectifs/" + second + "/rang"), Map.of());

        var objectives = projects.of(view.id()).objectives();

        assertThat(objectives)
                .extracting(objective -> objective.id().value().toString())
                .containsExactly(second, first);
        assertThat(objectives.getFirst().operational())
                .singleElement()
                .extracting(o -> o.title())
                .isEqualTo("Repérer à domicile");
        assertThat(client.post(view.at("/objectifs/" + second + "/suppression"), Map.of())
                        .body())
                .contains("a encore des objectifs opérationnels");
    }

    @Test
    void anObjectiveThatAnActionServesIsNotRemoved() {
        var general = objective("Un médecin traitant pour tous", "ACCES");
        client.post(
                view.at("/objectifs/" + general + "/operationnels"),
                Map.of("id", id(), "operationnel", "Ouvrir des places"));
        var operational = projects.of(view.id())
                .objectives()
                .getFirst()
                .operational()
                .getFirst()
                .id()
                .value()
                .toString();
        var action = action("Orienter les patients");
        action.put("objectif", operational);
        client.post(view.at("/actions/nouvelle"), action);

        assertThat(client.post(view.at("/objectifs/" + operational + "/suppression"), Map.of())
                        .body())
                .contains("Une action répond encore à cet objectif");
        assertThat(projects.of(view.id()).actions().getFirst().objectiveTitle()).isEqualTo("Ouvrir des places");
    }

    @Test
    void optionalMissionsAreChosenAndRequiredOnesAreNot() {
        client.post(view.at("/objectifs/missions"), Map.of("mission", "QUALITE"));
        client.post(view.at("/objectifs/missions"), Map.of("mission", "ACCES"));

        assertThat(projects.of(view.id()).optionalMissions()).isEmpty();
        client.post(view.at("/objectifs/missions"), Map.of("mission", "QUALITE"));
        assertThat(projects.of(view.id()).coverage().missions())
                .containsExactlyInAnyOrder(
                        Mission.ACCESS_TO_CARE,
                        Mission.CARE_PATHWAYS,
                        Mission.PREVENTION,
                        Mission.CRISIS_RESPONSE,
                        Mission.QUALITY);
    }

    @Test
    void anActionStartsWithATitleAndIsSentOnce() {
        var fields = action("Orienter les patients sans médecin traitant");
        fields.put("couvre", "MEDECIN_TRAITANT");

        assertThat(client.post(view.at("/actions/nouvelle"), fields).statusCode())
                .isEqualTo(302);
        assertThat(client.post(view.at("/actions/nouvelle"), fields).statusCode())
                .as("sent twice")
                .isEqualTo(302);

        var project = projects.of(view.id());
        assertThat(project.actions()).singleElement().satisfies(action -> {
            assertThat(action.number()).isEqualTo(1);
            assertThat(action.missions()).containsExactly(Mission.ACCESS_TO_CARE);
        });
        assertThat(project.holes())
                .extracting(Coverage.Item::code)
                .containsExactly("SOINS_NON_PROGRAMMES", "PARCOURS", "PREVENTION", "CRISE");
        assertThat(client.get(view.at("/actions")).body()).contains("4\u00A0missions sans action");
        assertThat(client.post(view.at("/actions/nouvelle"), action("")).body())
                .contains("Donnez un titre à l’action.");
    }

    @Test
    void anArchivedActionKeepsItsNumber() {
        client.post(view.at("/actions/nouvelle"), action("Première"));
        client.post(view.at("/actions/1/archive"), Map.of());
        client.post(view.at("/actions/nouvelle"), action("Deuxième"));
        client.post(view.at("/actions/1/retour"), Map.of());

        assertThat(projects.of(view.id()).actions())
                .extracting(action -> action.number() + " " + action.facts().title())
                .containsExactly("1 Première", "2 Deuxième");
    }

    @Test
    void aBudgetSaysItsGapThenItsBalance() {
        line("C64_REMUNERATION", "FONC", "30 000");
        line("C62_HONORAIRES", "ACCES", "12500");
        line("P74_ARS", "FONC", "42 000");
        assertThat(client.get(view.at("/budget?annee=2027")).body())
                .contains("Les charges dépassent les produits de 500");

        line("P75_COTISATIONS", "FONC", "500");
        line("V86_BENEVOLAT", "FONC", "800");
        var budget = projects.of(view.id()).budget(2027).orElseThrow();
        assertThat(budget.gap()).isZero();
        assertThat(budget.balanced()).as("86 without 87").isFalse();
        line("V87_BENEVOLAT", "FONC", "800");

        budget = projects.of(view.id()).budget(2027).orElseThrow();
        assertThat(budget.balanced()).isTrue();
        assertThat(budget.total(Side.CHARGES)).isEqualTo(42_500);
        assertThat(budget.chargesByAllocation())
                .containsExactly(Map.entry("FONC", 30_000L), Map.entry("ACCES", 12_500L));
        assertThat(client.get(view.at("/budget.csv?annee=2027")).body()).contains("Rémunération des personnels");
    }

    @ParameterizedTest
    @CsvSource({"'12,50'", "0", "-5", "abc", "''", "99999999999"})
    void anAmountIsWholeEuros(String amount) {
        var page = client.post(view.at("/budget/2027/lignes"), lineFields("C65", "FONC", amount));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("montant-erreur");
        assertThat(projects.of(view.id()).budgets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"35 000 €", "35\u202F000\u00A0€", "35000,00", "35 000.0 euros"})
    void anAmountIsUnderstoodAsPeopleWriteIt(String amount) {
        line("P74_ARS", "FONC", amount);
        assertThat(projects.of(view.id()).budget(2027).orElseThrow().total(Side.PRODUITS))
                .isEqualTo(35_000);
    }

    @Test
    void anAmountBeyondTheLimitIsToldAsSuch() {
        assertThat(client.post(view.at("/budget/2027/lignes"), lineFields("C65", "FONC", "99999999999999999999"))
                        .body())
                .contains("Ce montant est trop grand");
    }

    @Test
    void theFundingOfTheContractIsProposedOnceATerritoryIsKnown() {
        assertThat(client.get(view.at("/budget?annee=2027")).body()).doesNotContain("ACI, part certaine");
        perimeters.save(view.actor(), view.id(), 0, List.of("12145"), List.of());
        assertThat(client.get(view.at("/budget?annee=2027")).body())
                .contains("ACI, part certaine", "Pour une CPTS de taille 1", "Reprendre ", "depuis le 20");
        assertThat(projects.of(view.id()).budgets())
                .as("nothing before the button")
                .isEmpty();

        client.post(view.at("/budget/2027/propositions"), Map.of("proposition", "aci-certain"));
        client.post(view.at("/budget/2027/propositions"), Map.of("proposition", "aci-certain"));

        var budget = projects.of(view.id()).budget(2027).orElseThrow();
        // size 1, agreement of 2019: 50 000; 15 000 + 10 000 + 35 000; 25 000; 10 000
        assertThat(budget.byAllocation(Side.PRODUITS))
                .containsExactly(
                        Map.entry("FONC", 50_000L),
                        Map.entry("ACCES", 60_000L),
                        Map.entry("PARCOURS", 25_000L),
                        Map.entry("PREVENTION", 10_000L));
        assertThat(client.get(view.at("/budget?annee=2027")).body()).doesNotContain("ACI, part certaine");
    }

    @Test
    void classes77And79AreNotInTheForm() {
        assertThat(client.post(view.at("/budget/2027/lignes"), lineFields("P77", "FONC", "10"))
                        .body())
                .contains("Choisissez une ligne du budget.");
        assertThat(BudgetAccounts.blocks().stream()
                        .flatMap(block -> block.groups().stream())
                        .map(BudgetAccounts.Group::account))
                .containsExactly(
                        "60", "61", "62", "63", "64", "65", "66", "67", "68", "CI", "70", "74", "75", "76", "78", "86",
                        "87");
    }

    @Test
    void eachPartKnowsItsLastChange() {
        objective("Un médecin traitant pour tous", "ACCES");
        client.post(view.at("/actions/nouvelle"), action("Orienter les patients"));
        client.post(view.at("/actions/nouvelle"), action("Prévenir les chutes"));

        var changes = projects.of(view.id()).changes();

        assertThat(changes).containsOnlyKeys(Part.OBJECTIVES, Part.ACTIONS);
        assertThat(changes).hasEntrySatisfying(Part.ACTIONS, change -> {
            assertThat(change.version()).isEqualTo(1);
            assertThat(change.by()).isEqualTo("Maëlle Quintard");
        });
    }

    private String objective(String title, String mission) {
        var id = id();
        client.post(
                view.at("/objectifs/nouveau"), Map.of("id", id, "titre", title, "mission", mission, "probleme", ""));
        return id;
    }

    private static Map<String, String> action(String title) {
        return new HashMap<>(Map.of("id", id(), "titre", title));
    }

    private void line(String account, String allocation, String amount) {
        assertThat(client.post(view.at("/budget/2027/lignes"), lineFields(account, allocation, amount))
                        .statusCode())
                .isEqualTo(302);
    }

    private static Map<String, String> lineFields(String account, String allocation, String amount) {
        return Map.of("id", id(), "compte", account, "libelle", "", "affectation", allocation, "montant", amount);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
