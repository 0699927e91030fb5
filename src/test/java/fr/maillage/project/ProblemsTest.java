package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.rules.Mission;
import fr.maillage.shared.Saving;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of problems: what is kept, frozen, ordered, linked, and what two people writing at once lose: nothing. */
@MaillageTest
class ProblemsTest {

    private static final Evidence.Facts DISTANCE = Evidence.Facts.indicator(
            "distance-urgences",
            "Distance aux urgences",
            "9,1 km",
            "12,0 km dans l’Aveyron",
            "Table communale d’Occitanie",
            "2025");

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Problems problems;

    @Autowired
    Objectives objectives;

    @Autowired
    Projects projects;

    @Autowired
    JdbcClient jdbc;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void someone() {
        view = made.create("CPTS Grands Causses et Raspes");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    @Test
    void theSameFormSentTwiceAddsOneProblem() {
        var sent = form("Les urgences sont loin", "SOINS_NON_PROGRAMMES");

        client.post(at("/nouveau"), sent);
        client.post(at("/nouveau"), sent);

        assertThat(problems.of(view.id())).singleElement().satisfies(problem -> {
            assertThat(problem.rank()).isEqualTo(1);
            assertThat(problem.facts().people()).isEqualTo(3_553L);
            assertThat(problem.facts().severity())
                    .isEqualTo(ProblemScales.severity("FORTE").orElseThrow());
        });
        assertThat(journal()).containsExactly("Problématique ajoutée : Les urgences sont loin.");
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndNothingTypedIsLost() {
        var page = client.post(
                        at("/nouveau"), Map.of("id", id(), "public", "habitants du Larzac", "personnes", "beaucoup"))
                .body();

        assertThat(page)
                .contains("Dites le problème en une phrase.", "Choisissez un thème.", "habitants du Larzac")
                .contains("Écrivez un nombre de personnes en chiffres")
                .contains("value=\"beaucoup\"");
        assertThat(problems.of(view.id())).isEmpty();
    }

    @Test
    void evidenceIsFrozenWithItsSourceAndAddedOnce() {
        var problem = problem("Les urgences sont loin");
        var evidence = UUID.randomUUID();

        problems.addEvidence(view, problem, evidence, DISTANCE);
        problems.addEvidence(view, problem, evidence, DISTANCE);

        assertThat(problems.find(view, problem).evidence())
                .singleElement()
                .satisfies(kept -> assertThat(kept.sentence())
                        .isEqualTo("Distance aux urgences\u00A0: 9,1 km\u202F; 12,0 km dans l’Aveyron "
                                + "(Table communale d’Occitanie, 2025)"));
        assertThat(client.get(at("/" + problem.value())).body())
                .contains("Distance aux urgences", "9,1 km", "Table communale d’Occitanie, 2025. Relevé le")
                .contains("/diagnostic/indicateurs/distance-urgences");
    }

    @Test
    void withdrawnEvidenceAndArchivedProblemsComeBack() {
        var problem = problem("Les urgences sont loin");
        var evidence = UUID.randomUUID();
        problems.addEvidence(view, problem, evidence, DISTANCE);

        client.post(at("/" + problem.value() + "/preuves/" + evidence + "/retrait"), Map.of());
        assertThat(problems.find(view, problem).evidence()).isEmpty();
        client.post(at("/" + problem.value() + "/preuves/" + evidence + "/retour"), Map.of());
        client.post(at("/" + problem.value() + "/archive"), Map.of());
        assertThat(problems.of(view.id())).isEmpty();
        client.post(at("/" + problem.value() + "/retour"), Map.of());

        assertThat(problems.find(view, problem).evidence()).hasSize(1);
    }

    @Test
    void aProblemAndItsObjectiveShowEachOther() {
        var objective = new ObjectiveId(UUID.randomUUID());
        objectives.add(
                view,
                objective,
                new Objective.Facts(
                        "Rapprocher les soins urgents", Mission.ofCode("ACCES").orElseThrow(), ""));
        var sent = form("Les urgences sont loin", "SOINS_NON_PROGRAMMES");
        sent.put("objectif", objective.value().toString());

        client.post(at("/nouveau"), sent);

        assertThat(client.get(view.at("/objectifs/" + objective.value())).body())
                .contains("Les urgences sont loin");
        assertThat(client.get(at("")).body()).contains("Rapprocher les soins urgents");
        var project = projects.of(view.id());
        assertThat(project.problemsOf(objective)).hasSize(1);
        objectives.remove(view, objective);
        assertThat(projects.of(view.id()).problems().getFirst().facts().objectives())
                .isEmpty();
    }

    @Test
    void theSecondOfTwoWritersSeesBothTexts() {
        var problem = problem("Les urgences sont loin");
        var change = new HashMap<>(form("Les urgences sont à plus de 20 km", "SOINS_NON_PROGRAMMES"));
        change.put("version", "0");
        client.post(at("/" + problem.value()), change);

        var late = new HashMap<>(form("Les urgences ferment la nuit", "SOINS_NON_PROGRAMMES"));
        late.put("version", "0");
        var page = client.post(at("/" + problem.value()), late).body();

        assertThat(page)
                .contains("Les urgences sont à plus de 20 km", "Les urgences ferment la nuit", "Valeurs différentes");
        assertThat(problems.find(view, problem).facts().title()).isEqualTo("Les urgences sont à plus de 20 km");
    }

    @Test
    void problemsAreOrderedFilteredAndExported() {
        problem("Les urgences sont loin");
        var second = problem("Personne ne dépiste");
        client.post(at("/" + second.value() + "/rang"), Map.of());

        assertThat(problems.of(view.id()))
                .extracting(p -> p.facts().title())
                .containsExactly("Personne ne dépiste", "Les urgences sont loin");
        assertThat(client.get(at("?recherche=depiste")).body())
                .contains("Personne ne dépiste")
                .doesNotContain("Les urgences sont loin</a>");
        assertThat(client.get(at("?theme=INSTALLATION")).body()).contains("Aucune ligne ne correspond");
        assertThat(client.get(at(".csv")).body()).contains("Personne ne dépiste", "Objectifs généraux qui y répondent");
        assertThat(client.get(at(".xlsx")).statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyRegisterTeachesAndAMemberOnlyReads() {
        assertThat(client.get(at("")).body()).contains("Aucun problème n’est retenu pour l’instant.");
        var problem = problem("Les urgences sont loin");
        var member = made.join(view, "Yannick Ferrand", Role.MEMBER);
        var reader = WebClient.signedIn(port, accounts.session(member.actor().account()));

        assertThat(reader.get(at("/" + problem.value())).statusCode()).isEqualTo(200);
        for (var page : List.of("/nouveau", "/" + problem.value(), "/" + problem.value() + "/preuves")) {
            assertThat(reader.post(at(page), form("Essai", "AUTRE")).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
    }

    @Test
    void aFigureWithoutSourceIsRefusedByTheDatabase() {
        var problem = problem("Les urgences sont loin");

        assertThat(catchThrowable(() -> problems.addEvidence(
                        view,
                        problem,
                        UUID.randomUUID(),
                        Evidence.Facts.indicator("distance-urgences", "Distance", "9,1 km", "", "", "2025"))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void changingNothingChangesNothing() {
        var problem = problem("Les urgences sont loin");
        var facts = problems.find(view, problem).facts();

        assertThat(problems.change(view, problem, 99, facts)).isEqualTo(Saving.DONE);
        assertThat(problems.find(view, problem).change().version()).isZero();
    }

    private ProblemId problem(String title) {
        var id = new ProblemId(UUID.randomUUID());
        var theme = ProblemScales.theme("SOINS_NON_PROGRAMMES").orElseThrow();
        problems.add(view, id, new Problem.Facts(title, theme, "", null, null, "", Set.of()));
        return id;
    }

    private static Map<String, String> form(String title, String theme) {
        var form = new HashMap<String, String>();
        form.put("id", id());
        form.put("titre", title);
        form.put("theme", theme);
        form.put("gravite", "FORTE");
        form.put("personnes", "3 553");
        return form;
    }

    private List<String> journal() {
        return jdbc.sql("select sentence from audit.line where community_id = ? and action like 'problem%' order by id")
                .param(view.id().value())
                .query(String.class)
                .list();
    }

    private String at(String page) {
        return view.at("/diagnostic/problemes" + page);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
