package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.rules.Mission;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The board, the matrix, the reading of a need and the vote, by plain HTTP. */
@MaillageTest
class ChainPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Projects projects;

    @Autowired
    Problems problems;

    @Autowired
    Objectives objectives;

    @Autowired
    Actions actions;

    @Autowired
    ActionIndicators indicators;

    @Autowired
    Rankings rankings;

    CommunityView view;
    WebClient client;
    ProblemId need;
    ObjectiveId first;
    ObjectiveId second;
    ObjectiveId operational;

    @BeforeEach
    void pieces() {
        view = made.create("CPTS Grands Causses et Raspes");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        need = new ProblemId(UUID.randomUUID());
        var theme = ProblemScales.themes().getFirst();
        problems.add(view, need, new Problem.Facts("Sans médecin traitant", theme, "", null, null, "", Set.of()));
        first = objective("Un médecin pour tous");
        second = objective("Prévenir les chutes");
        operational = new ObjectiveId(UUID.randomUUID());
        objectives.addOperational(view, first, operational, "Ouvrir des places");
        action("Orienter");
        action("Repérer");
    }

    @Test
    void theChainIsLinkedFromTheBoardAndMovedAgain() {
        post(
                "/chaine/besoins/" + need.value() + "/lien",
                Map.of("version", "0", "objectif", first.value().toString()));
        post(
                "/chaine/operationnels/" + operational.value(),
                Map.of("version", "0", "objectif", second.value().toString()));
        post(
                "/chaine/actions/1",
                Map.of("version", "0", "objectif", operational.value().toString()));
        var indicator = new IndicatorId(UUID.randomUUID());
        indicators.add(view, 1, indicator, new Indicator("Patients", "", null, null, null, ""));
        post("/chaine/indicateurs/" + indicator.value(), Map.of("version", "0", "action", "2"));

        var project = projects.of(view.id());
        assertThat(project.problems().getFirst().facts().objectives()).containsExactly(first);
        assertThat(project.objectives().get(1).operational())
                .extracting(Objective.Operational::id)
                .containsExactly(operational);
        assertThat(project.action(1).orElseThrow().objectiveTitle()).isEqualTo("Ouvrir des places");
        assertThat(project.action(2).orElseThrow().followed()).hasSize(1);
        assertThat(client.get(view.at("/chaine/matrice")).body()).contains("Indicateur sans valeur de départ");
        assertThat(client.get(view.at("/chaine/besoins/" + need.value())).body())
                .contains("Un médecin pour tous", "Aucun objectif opérationnel.");

        post(
                "/chaine/besoins/" + need.value() + "/retrait",
                Map.of("version", "1", "objectif", first.value().toString()));
        assertThat(client.get(view.at("/chaine/matrice")).body()).contains("Besoin sans objectif");
    }

    @Test
    void aStaleCardMovesNothingAndSaysWho() {
        var other = made.join(view, "Odile Carrière", Role.PROJECT_TEAM);
        var hers = WebClient.signedIn(port, accounts.session(other.actor().account()));
        hers.post(view.at("/actions/1/reponse"), Map.of("version", "0", "titre", "Orienter mieux"));

        var page = client.post(
                view.at("/chaine/actions/1"),
                Map.of("version", "0", "objectif", operational.value().toString()));

        assertThat(page.body()).contains("Odile Carrière vient de modifier la même carte");
        assertThat(projects.of(view.id()).action(1).orElseThrow().facts().objective())
                .isNull();
        assertThat(client.post(view.at("/chaine/actions/1"), Map.of("version", "1"))
                        .body())
                .contains("Choisissez une ligne de la liste.");
    }

    @Test
    void twoPeopleVoteOneChangesTheirMindAndTheRanksFollow() {
        post("/chaine/vote/ouverture", Map.of());
        post("/chaine/vote/ouverture", Map.of());
        var other = made.join(view, "Odile Carrière", Role.PROJECT_TEAM);
        var hers = WebClient.signedIn(port, accounts.session(other.actor().account()));
        vote(client, 1, 2);
        vote(hers, 1, 2);
        assertThat(client.post(
                                view.at("/chaine/vote"),
                                Map.of("rang-" + first.value(), "1", "rang-" + second.value(), "1"))
                        .body())
                .contains("Le rang 1 est déjà donné à un autre objectif.");
        vote(client, 2, 1);
        assertThat(client.get(view.at("/chaine/vote")).body())
                .contains("ex æquo", "Odile Carrière", "Remplacer mon vote");
        vote(hers, 2, 1);

        post("/chaine/vote/cloture", Map.of());

        assertThat(projects.of(view.id()).objectives())
                .extracting(Objective::id)
                .containsExactly(second, first);
        assertThat(rankings.of(view.id())).singleElement().satisfies(ranking -> {
            assertThat(ranking.open()).isFalse();
            assertThat(ranking.ballots()).hasSize(2);
        });
        assertThat(hers.post(
                                view.at("/chaine/vote"),
                                Map.of("rang-" + first.value(), "1", "rang-" + second.value(), "2"))
                        .body())
                .contains("Votre vote n’est pas compté");
    }

    @Test
    void theCalendarIsTakenIntoAnAgenda() {
        client.post(view.at("/actions/1/dates"), Map.of("version", "0", "debut", "2027-01-04", "etat", "PLANNED"));
        client.post(view.at("/calendrier"), Map.of("date", "2027-06-30", "titre", "Dépôt du projet"));

        var file = client.get(view.at("/actions.ics"));

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(file.body()).contains("BEGIN:VCALENDAR\r\n", "DTSTART;VALUE=DATE:20270104\r\n", "Dépôt du projet");
        assertThat(client.get(view.at("/calendrier?jalon=2027-06-30")).body())
                .contains("jour\u00A0J", "J\u00A0−\u00A0177", "juin 2027");
    }

    private void vote(WebClient voter, int placeOfFirst, int placeOfSecond) {
        var answer = voter.post(
                view.at("/chaine/vote"),
                Map.of("rang-" + first.value(), "" + placeOfFirst, "rang-" + second.value(), "" + placeOfSecond));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private void post(String page, Map<String, String> typed) {
        assertThat(client.post(view.at(page), typed).statusCode()).as(page).isEqualTo(302);
    }

    private ObjectiveId objective(String title) {
        var id = new ObjectiveId(UUID.randomUUID());
        objectives.add(view, id, new Objective.Facts(title, Mission.ACCESS_TO_CARE, ""));
        return id;
    }

    private void action(String title) {
        var purpose = new ActionPart.Purpose(title, Set.of(), null, "");
        actions.add(view, new ActionId(UUID.randomUUID()), ActionFacts.of(purpose));
    }
}
