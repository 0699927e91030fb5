package fr.maillage.diagnosis.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.diagnosis.AccessData;
import fr.maillage.diagnosis.Scenario;
import fr.maillage.diagnosis.Scenarios;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the scenarios by plain HTTP. */
@MaillageTest
class ScenarioPagesTest {

    private static final String MILLAU = "12145";

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Perimeters perimeters;

    @Autowired
    Scenarios scenarios;

    @Autowired
    AccessData data;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void aTerritoryWithFiveDoctors() {
        view = made.create("CPTS Grands Causses et Raspes");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        perimeters.save(view.actor(), view.id(), 0, List.of(MILLAU, "12084", "12002"), List.of());
        data.aroundMillau();
        data.directory(5, MILLAU);
    }

    @Test
    void twoDoctorsRetire() {
        var page = page("Deux départs");
        assertThat(add(page, departure("Millau", "2")).statusCode()).isEqualTo(302);

        // All of Millau's doctors serve people who all reach it under 10 minutes: access falls by two fifths.
        var outcome = scenarios.outcome(view.id(), only()).orElseThrow();
        var access = outcome.rows().getFirst();
        assertThat(access.after().doubleValue() / access.before().doubleValue())
                .isCloseTo(3 / 5., org.assertj.core.api.Assertions.within(1e-9));
        assertThat(outcome.rows().get(1).before().intValue()).isEqualTo(5);
        assertThat(outcome.rows().get(1).after().intValue()).isEqualTo(3);
        assertThat(outcome.touched()).isNotEmpty();
        assertThat(scenarios.sentences(view.id().value(), only().id()))
                .hasSizeGreaterThanOrEqualTo(3)
                .first()
                .asString()
                .contains("Deux départs", "2\u00A0médecins généralistes cessent d’exercer à Millau");
        assertThat(scenarios.sentences(view.id().value(), only().id()).get(1))
                .contains("passerait de", "approximation", "annuaire du 12\u00A0mai 2026");
        assertThat(client.get(page).body()).contains("Communes les plus touchées");
    }

    /** Le Rozier is over the border of the Lozère, which this directory does not hold. */
    @Test
    void aCommuneThatTheDirectoryDoesNotHoldHidesNothing() {
        perimeters.save(view.actor(), view.id(), 1, List.of(MILLAU, "12084", "12002", "48131"), List.of());
        add(page("Deux départs"), departure("Millau", "2"));

        var outcome = scenarios.outcome(view.id(), only()).orElseThrow();
        assertThat(outcome.rows().getFirst().label()).isEqualTo("Accessibilité aux médecins généralistes");
        assertThat(outcome.rows().get(1).before().intValue()).isEqualTo(5);
        assertThat(outcome.rows().get(1).after().intValue()).isEqualTo(3);
        assertThat(outcome.notes())
                .anyMatch(note -> note.contains("couvre 3\u00A0communes sur 4"))
                .noneMatch(note -> note.contains("non calculée"));
    }

    @Test
    void aTerritoryThatTheDirectoryHardlyHoldsSaysSo() {
        perimeters.save(view.actor(), view.id(), 1, List.of("12084", "48095"), List.of());
        add(page("Une arrivée"), departure("Millau", "1"));

        var outcome = scenarios.outcome(view.id(), only()).orElseThrow();
        assertThat(outcome.rows().getFirst().label()).isEqualTo("Population");
        assertThat(outcome.notes()).anyMatch(note -> note.contains("moins de la moitié des habitants"));
    }

    @Test
    void theTerritoryGrowsAndShrinks() {
        var page = page("Autre territoire");
        add(page, border("COMMUNE_ADDED", "Saint-Affrique"));
        add(page, border("COMMUNE_REMOVED", "Creissels"));

        var rows = scenarios.outcome(view.id(), only()).orElseThrow().rows();
        var population = rows.stream()
                .filter(row -> row.label().equals("Population"))
                .findFirst()
                .orElseThrow();
        int added = population("12208") - population("12084");
        assertThat(population.after().subtract(population.before()).intValue()).isEqualTo(added);
        assertThat(rows).anyMatch(row -> row.label().equals("Plafond de financement par an"));
        assertThat(add(page, border("COMMUNE_ADDED", "12208")).body()).contains("est déjà dans le territoire");
        assertThat(add(page, border("COMMUNE_REMOVED", "12084")).body()).contains("pas dans le territoire");
    }

    @Test
    void ageingWithoutAgesSaysSo() {
        var page = page("Vieillissement");
        add(page, Map.of("famille", "age", "age-points", "5"));
        assertThat(client.get(page).body()).contains("les âges par commune ne sont pas chargés");
        assertThat(add(page, Map.of("famille", "age", "age-points", "5")).body())
                .contains("vieillit déjà");
    }

    @ParameterizedTest
    @CsvSource({
        "pro-nombre, 6, L’annuaire compte 5",
        "pro-nombre, 0, Le nombre va de 1",
        "pro-nombre, '', Indiquez combien",
        "pro-activite, 2, L’activité va de",
        "pro-activite, abc, Écrivez un nombre",
        "pro-commune, Nulle-Part-Ailleurs, Cette commune est inconnue",
        "pro-commune, '', Indiquez la commune",
        "pro-profession, 99, Choisissez la profession",
        "pro-genre, COMMUNE_ADDED, partent ou s’installent"
    })
    void badInputIsToldBesideItsField(String field, String value, String told) {
        var page = page("Essai");
        var typed = new HashMap<>(departure("Millau", "2"));
        typed.put(field, value);
        var answer = add(page, typed);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().replace('\u00A0', ' ')).contains(told).contains("id=\"" + field + "-erreur\"");
        assertThat(only().changes()).isEmpty();
    }

    @Test
    void theSameFormTwiceAddsOnce() {
        var page = page("Deux fois");
        var typed = new HashMap<>(departure("Millau", "2"));
        typed.put("id", UUID.randomUUID().toString());
        add(page, typed);
        assertThat(add(page, typed).statusCode()).isEqualTo(302);
        assertThat(only().changes()).hasSize(1);
    }

    @Test
    void theIdOfAChangeOfAnotherScenarioIsNoError() {
        var typed = new HashMap<>(departure("Millau", "1"));
        typed.put("id", UUID.randomUUID().toString());
        add(page("B"), typed);
        var answer = add(page("A"), typed);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Rouvrez cette page");
        assertThat(only().name()).isEqualTo("A");
        assertThat(only().changes()).isEmpty();
    }

    @Test
    void aCommuneWithoutPositionIsToldBesideTheEffects() {
        var page = page("Sans position");
        data.points("12145,3.0783,44.1003", "12002,3.1000,44.1500");
        add(page, departure("Millau", "1"));
        assertThat(scenarios.outcome(view.id(), only()).orElseThrow().notes())
                .anyMatch(note -> note.contains("1\u00A0commune sans position connue n’est pas comptée"));
    }

    @Test
    void theListIsSearchedSortedAndExported() {
        add(page("Été : deux départs"), departure("Millau", "1"));
        page("Fusion");
        var list = view.at("/diagnostic/scenarios");
        assertThat(client.get(list + "?recherche=ete").body())
                .contains("deux départs")
                .doesNotContain("Fusion");
        assertThat(client.get(list + "?tri=nom&sens=desc").body()).containsSubsequence("Fusion", "deux départs");
        assertThat(client.get(list + ".csv").body()).containsSubsequence("deux départs", "Millau", "Fusion");
    }

    @Test
    void aColleagueWasFaster() {
        var page = page("À deux");
        int version = only().change().version();
        add(page, departure("Millau", "1"));
        var late = new HashMap<>(departure("Millau", "2"));
        late.put("version", String.valueOf(version));
        var answer = client.post(page + "/changements", late);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("a enregistré cette fiche").contains("value=\"2\"");
        assertThat(only().changes()).hasSize(1);
        var rename = Map.of("nom", "Autre nom", "version", String.valueOf(version));
        assertThat(client.post(page, rename).body()).contains("a enregistré cette fiche");
        assertThat(only().name()).isEqualTo("À deux");
    }

    @Test
    void copyThenDelete() {
        var page = page("Original");
        add(page, departure("Millau", "1"));
        var copy = Map.of("id", UUID.randomUUID().toString());
        client.post(page + "/copie", copy);
        client.post(page + "/copie", copy);
        assertThat(scenarios.of(view.id())).extracting(Scenario::name).containsExactly("Original", "Original (copie)");
        assertThat(scenarios.of(view.id()).getLast().changes()).hasSize(1);

        client.post(page + "/suppression", Map.of());
        assertThat(client.post(page + "/suppression", Map.of()).statusCode()).isEqualTo(302);
        assertThat(scenarios.of(view.id())).extracting(Scenario::name).containsExactly("Original (copie)");
    }

    @Test
    void aScenarioIsForItsPeopleAndChangedByThoseWhoWrite() {
        var page = page("Privé");
        var member = made.join(view, "Paul Cazals", Role.MEMBER);
        var reads = WebClient.signedIn(port, accounts.session(member.actor().account()));
        assertThat(reads.get(page).statusCode()).isEqualTo(200);
        assertThat(reads.get(page).body()).doesNotContain("Ajouter au scénario");
        assertThat(reads.post(page + "/changements", departure("Millau", "1")).statusCode())
                .isEqualTo(404);
        var elsewhere = made.create("CPTS Lévézou et Ségala");
        var stranger =
                WebClient.signedIn(port, accounts.session(elsewhere.actor().account()));
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.get(elsewhere.at("/diagnostic/scenarios/" + only().id()))
                        .statusCode())
                .isEqualTo(404);
    }

    /** The address of a new scenario. */
    private String page(String name) {
        var answer = client.post(
                view.at("/diagnostic/scenarios"), Map.of("id", UUID.randomUUID().toString(), "nom", name));
        assertThat(answer.statusCode()).isEqualTo(302);
        return view.at("/diagnostic/scenarios/" + only().id());
    }

    private Scenario only() {
        return scenarios.of(view.id()).getFirst();
    }

    private java.net.http.HttpResponse<String> add(String page, Map<String, String> typed) {
        var sent = new HashMap<>(typed);
        sent.putIfAbsent("id", UUID.randomUUID().toString());
        sent.putIfAbsent("version", String.valueOf(only().change().version()));
        return client.post(page + "/changements", sent);
    }

    private static Map<String, String> departure(String commune, String persons) {
        return Map.of(
                "famille",
                "professionnels",
                "pro-genre",
                "DEPARTURE",
                "pro-profession",
                "10-MG",
                "pro-commune",
                commune,
                "pro-nombre",
                persons,
                "pro-activite",
                "1");
    }

    private static Map<String, String> border(String kind, String commune) {
        return Map.of("famille", "territoire", "ter-genre", kind, "ter-commune", commune);
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private int population(String commune) {
        return jdbc.sql("select population from territory.commune where code = ?")
                .param(commune)
                .query(Integer.class)
                .single();
    }
}
