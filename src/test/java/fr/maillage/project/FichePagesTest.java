package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.project.Indicator.Amount;
import fr.maillage.rules.Mission;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fiche action by plain HTTP: written part by part, with its tasks, its indicators and what is measured. */
@MaillageTest
class FichePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Projects projects;

    @Autowired
    Actions actions;

    @Autowired
    ActionIndicators indicators;

    @Autowired
    Objectives objectives;

    @Autowired
    JdbcClient db;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void anAction() {
        view = made.create("CPTS Grands Causses et Raspes");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        actions.add(view, new ActionId(UUID.randomUUID()), facts("Orienter les patients"));
    }

    @Test
    void eachPartIsWrittenOnItsOwn() {
        actions.add(view, new ActionId(UUID.randomUUID()), facts("Retour à domicile"));
        var other = action(2).id();

        post(
                "/contenu",
                Map.of(
                        "version",
                        "0",
                        "description",
                        "Les médecins ouvrent des places.",
                        "public",
                        "Personnes sans médecin",
                        "effectif",
                        "1 700",
                        "liee",
                        other.value().toString(),
                        "liens",
                        "Mêmes acteurs"));
        post("/acteurs", Map.of("version", "0", "acteurs", "Médecins volontaires"));
        post(
                "/dates",
                Map.of(
                        "version",
                        "0",
                        "debut",
                        "2027-01-04",
                        "fin",
                        "31/12/2028",
                        "etat",
                        "ONGOING",
                        "etape-date",
                        "2027-03-01",
                        "etape-titre",
                        "Première réunion"));
        post(
                "/moyens",
                Map.of(
                        "version",
                        "0",
                        "moyens",
                        "Un registre",
                        "risque",
                        "Peu de volontaires",
                        "parade",
                        "Commencer petit"));
        post(
                "/reponse",
                Map.of(
                        "version",
                        "0",
                        "titre",
                        "Orienter",
                        "couvre",
                        "MEDECIN_TRAITANT",
                        "prs",
                        "Accès aux soins de premier recours",
                        "diagnostic",
                        "Beaucoup de demandes"));

        var facts = action(1).facts();
        assertThat(facts.title()).isEqualTo("Orienter");
        assertThat(facts.purpose().prsObjective()).isEqualTo("Accès aux soins de premier recours");
        assertThat(facts.content().beneficiaryCount()).isEqualTo(1700);
        assertThat(facts.content().related()).containsExactly(other);
        assertThat(action(2).facts().content().related())
                .as("seen from the other side")
                .containsExactly(action(1).id());
        assertThat(facts.milestones()).containsExactly(new Milestone(LocalDate.of(2027, 3, 1), "Première réunion"));
        assertThat(facts.means().risks()).containsExactly(new ActionPart.Risk("Peu de volontaires", "Commencer petit"));
        var fiche = client.get(view.at("/actions/1")).body();
        assertThat(fiche).contains("1\u00A0700\u00A0personnes", "Action 2\u00A0: Retour à domicile", "Lecture SMART");
        assertThat(client.get(view.at("/calendrier")).body()).contains("gantt-bar", "Première réunion");
    }

    @Test
    void faultsAreSaidBesideTheirFieldsAndNothingIsLost() {
        var page = body(
                "/dates",
                Map.of(
                        "version",
                        "0",
                        "debut",
                        "2028-01-01",
                        "fin",
                        "2027-01-01",
                        "etat",
                        "PLANNED",
                        "etape-titre",
                        "Sans date"));
        assertThat(page)
                .contains("La fin prévue est avant le début", "Indiquez la date de l’étape «\u00A0Sans date\u00A0»")
                .contains("value=\"2028-01-01\"", "value=\"Sans date\"");
        assertThat(body("/contenu", Map.of("version", "0", "effectif", "beaucoup")))
                .contains("Écrivez un nombre de personnes", "value=\"beaucoup\"");
        assertThat(body("/moyens", Map.of("version", "0", "parade", "On verra")))
                .contains("Dites quel risque cette réponse écarte", "value=\"On verra\"");
        assertThat(body(
                        "/indicateurs/nouveau",
                        Map.of("id", id(), "nom", "", "nature", "QUANTITATIVE", "cible", "dix")))
                .contains("Dites ce qui est mesuré.", "Écrivez un nombre", "value=\"dix\"");
        assertThat(action(1).change().version()).as("nothing was written").isZero();
    }

    @Test
    void twoWritersOfTwoPartsNeverMeetAndOfTheSamePartSeeBothValues() {
        var other = made.join(view, "Odile Carrière", Role.PROJECT_TEAM);
        var second = WebClient.signedIn(port, accounts.session(other.actor().account()));
        second.post(view.at("/actions/1/acteurs"), Map.of("version", "0", "acteurs", "Infirmières"));
        assertThat(client.post(view.at("/actions/1/contenu"), Map.of("version", "0", "description", "La mienne"))
                        .statusCode())
                .as("another part")
                .isEqualTo(302);

        var page = body("/acteurs", Map.of("version", "0", "acteurs", "Médecins"));

        assertThat(page).contains("Odile Carrière a enregistré", "Infirmières", "Médecins");
        assertThat(post("/acteurs", Map.of("version", "1", "acteurs", "Médecins")))
                .isEqualTo(302);
        assertThat(action(1).facts().people().actors()).isEqualTo("Médecins");
        assertThat(action(1).facts().description()).isEqualTo("La mienne");
    }

    /** What only one of two people changed is kept from each; what both changed is asked. */
    @Test
    void twoWritersOfOnePartAreMergedFieldByField() {
        var shown = client.get(view.at("/actions/1/contenu")).body();
        var origin = shown.replaceAll("(?s).*name=\"origine\" value=\"([^\"]*)\".*", "$1");
        made.join(view, "Odile Carrière", Role.PROJECT_TEAM);
        post("/contenu", Map.of("version", "0", "origine", origin, "public", "Femmes de 50 à 74 ans"));

        assertThat(post("/contenu", Map.of("version", "0", "origine", origin, "description", "Des places.")))
                .as("another field of the same part")
                .isEqualTo(302);
        assertThat(action(1).facts().beneficiaries()).isEqualTo("Femmes de 50 à 74 ans");
        assertThat(action(1).facts().description()).isEqualTo("Des places.");

        var page = body(
                "/contenu", Map.of("version", "0", "origine", origin, "description", "Deux places.", "liens", "Suite"));
        assertThat(page)
                .contains("Deux places.", "Des places.", "Femmes de 50 à 74 ans")
                .doesNotContain("<th scope=\"row\">Public bénéficiaire", "<th scope=\"row\">Liens");
        assertThat(action(1).facts().description()).isEqualTo("Des places.");
    }

    @Test
    void whatIsWrittenInAnActionArchivedMeanwhileIsNotLost() {
        post("/archive", Map.of());

        assertThat(client.get(view.at("/actions/1")).body()).contains("Archivée par", "Remettre dans le projet");
        assertThat(client.get(view.at("/actions")).body()).contains("Actions archivées", "Orienter les patients");
        var page = body("/contenu", Map.of("version", "0", "description", "Un texte long à écrire."));
        assertThat(page).contains("Votre texte n’est pas enregistré", "Un texte long à écrire.");

        post("/retour", Map.of());
        assertThat(action(1).facts().title()).isEqualTo("Orienter les patients");
    }

    @Test
    void anActionMadeForAnObjectiveCoversItsMission() {
        var general = new ObjectiveId(UUID.randomUUID());
        var prevention = new ObjectiveId(UUID.randomUUID());
        objectives.add(view, general, new Objective.Facts("Prévenir", Mission.PREVENTION, ""));
        objectives.addOperational(view, general, prevention, "Dépister");

        assertThat(client.get(view.at("/actions/nouvelle?objectif=" + prevention.value()))
                        .body())
                .containsPattern("value=\"PREVENTION\"[^>]*checked");
    }

    @Test
    void datesThatCannotBeAreAsked() {
        assertThat(body(
                        "/dates",
                        Map.of(
                                "version",
                                "0",
                                "etat",
                                "PLANNED",
                                "debut",
                                "1950-01-01",
                                "fin",
                                "2027-06-01",
                                "etape-date",
                                "2027-09-01",
                                "etape-titre",
                                "Bilan")))
                .contains("L’année 1950 semble fausse", "Cette étape vient après la fin prévue")
                .contains("value=\"1950-01-01\"", "value=\"2027-09-01\"");
    }

    @Test
    void aTaskIsGivenDatedDoneAndTakenAway() {
        var task = id();
        var typed = Map.of(
                "id", task, "titre", "Recenser", "fonction", "Coordination", "echeance", "2026-01-31", "etat", "TO_DO");
        post("/taches/nouvelle", typed);
        post("/taches/nouvelle", typed);

        assertThat(action(1).tasks()).singleElement().satisfies(found -> {
            assertThat(found.owner()).isEqualTo("Coordination");
            assertThat(found.lateOn(LocalDate.of(2026, 2, 1))).isTrue();
        });
        assertThat(client.get(view.at("/actions/1")).body()).contains("(en retard)");
        post("/taches/" + task + "/faite", Map.of());
        assertThat(action(1).tasks().getFirst().facts().state()).isEqualTo(Task.State.DONE);
        post("/taches/" + task + "/archive", Map.of());
        assertThat(action(1).tasks()).isEmpty();
        post("/taches/" + task + "/retour", Map.of());
        assertThat(action(1).tasks()).hasSize(1);
    }

    @Test
    void anActionMayHaveMoreThanTwoIndicatorsWithTargetsByYear() {
        for (var name : List.of("Créneaux ouverts", "Créneaux pourvus", "Délai")) {
            post("/indicateurs/nouveau", Map.of("id", id(), "nom", name, "nature", "QUANTITATIVE", "type", "MEANS"));
        }
        var typed = new HashMap<>(Map.of("nom", "Patients orientés", "type", "RESULT", "nature", "QUANTITATIVE"));
        typed.putAll(Map.of("id", id(), "unite", "patients", "depart", "0", "depart-date", "2026-12-31"));
        typed.putAll(Map.of("cible", "1 250,5", "cible-date", "2029-12-31", "annee", "2028", "annee-cible", "400"));
        typed.putAll(Map.of("source", "Registre", "preuve", "Extraction"));
        post("/indicateurs/nouveau", typed);

        assertThat(action(1).facts().indicators()).hasSize(4).last().satisfies(indicator -> {
            assertThat(indicator.kind()).isEqualTo(Indicator.Kind.RESULT);
            assertThat(indicator.targetText()).isEqualTo("1\u00A0250,5\u00A0patients");
            assertThat(indicator.yearly())
                    .containsExactly(new Indicator.YearTarget(2028, Amount.of(new BigDecimal("400"))));
            assertThat(indicator.proof()).isEqualTo("Extraction");
        });
        typed.put("id", id());
        typed.put("annee", "2029");
        assertThat(body("/indicateurs/nouveau", typed))
                .contains("La cible finale est à atteindre en 2029\u00A0: laissez vide la case 2029.");
    }

    @Test
    void aMeasuredValueIsCorrectedNeverRewritten() {
        post("/indicateurs/nouveau", Map.of("id", id(), "nom", "Patients", "nature", "QUANTITATIVE"));
        var indicator = action(1).followed().getFirst();
        var results = "/indicateurs/" + indicator.id().value() + "/resultats";
        var first = id();
        post(results, Map.of("id", first, "date", "2026-01-31", "valeur", "80", "source", "Registre"));
        post(results, Map.of("id", first, "date", "2026-01-31", "valeur", "80"));
        assertThat(body(results, Map.of("id", id(), "date", "2126-01-31", "valeur", "80")))
                .contains("Ce jour n’est pas encore venu");
        assertThat(body(results + "/" + first, Map.of("id", id(), "date", "2026-01-31", "valeur", "90")))
                .contains("Dites pourquoi la valeur est corrigée.");
        post(results + "/" + first, Map.of("id", id(), "date", "2026-01-31", "valeur", "90", "raison", "Doublon"));
        assertThat(body(
                        results + "/" + first,
                        Map.of("id", id(), "date", "2026-01-31", "valeur", "1", "raison", "Non")))
                .contains("Cette valeur a déjà été corrigée");

        var followed = action(1).followed().getFirst();
        assertThat(followed.results()).hasSize(2);
        assertThat(followed.last())
                .hasValueSatisfying(
                        result -> assertThat(result.facts().amount().written()).isEqualTo("90"));
        assertThat(client.get(view.at("/actions/1" + results)).body())
                .contains("<s>80</s>", "Correction\u00A0: Doublon");
        assertThat(catchThrowable(() ->
                        db.sql("update project.indicator_result set value = 1").update()))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void aModelBecomesAnActionToAdapt() {
        var typed = Map.of("id", id());
        client.post(view.at("/actions/modeles/retour-a-domicile"), typed);
        client.post(view.at("/actions/modeles/retour-a-domicile"), typed);

        assertThat(projects.of(view.id()).actions()).hasSize(2);
        var copy = action(2);
        var model = ActionModels.ofCode("retour-a-domicile").orElseThrow();
        assertThat(copy.model()).isEqualTo(model.code());
        assertThat(copy.facts().coverage()).isEqualTo(Set.of("PARCOURS"));
        assertThat(copy.tasks()).hasSameSizeAs(model.steps());
        assertThat(copy.facts().indicators())
                .allMatch(indicator -> !indicator.baselineAmount().known());
        assertThat(client.get(view.at("/actions/2")).body()).contains("Adaptée du modèle");
        assertThat(client.get(view.at(
                                "/actions/modeles?recherche=" + URLEncoder.encode("hôpital", StandardCharsets.UTF_8)))
                        .body())
                .contains("Préparer le retour à domicile");
    }

    private static ActionFacts facts(String title) {
        return ActionFacts.of(new ActionPart.Purpose(title, Set.of(), null, ""));
    }

    private Action action(int number) {
        return actions.find(view, number);
    }

    private int post(String page, Map<String, String> typed) {
        return client.post(view.at("/actions/1" + page), typed).statusCode();
    }

    private String body(String page, Map<String, String> typed) {
        return client.post(view.at("/actions/1" + page), typed).body();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
