package fr.maillage.community;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.territory.contours.TestContours;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a territory answers, without any script. */
@MaillageTest
class PerimeterPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Perimeters perimeters;

    @Autowired
    TestContours contours;

    CommunityView view;
    WebClient coordination;
    String base;

    @BeforeEach
    void aCommunity() {
        view = made.create("CPTS Grands Causses et Raspes");
        coordination = client(view);
        base = "/cpts/" + view.slug() + "/territoire";
    }

    @Test
    void aVisitorAndAStrangerSeeNothing() {
        assertThat(WebClient.visitor(port).get(base).statusCode()).isIn(302, 303);
        var stranger = client(made.create("CPTS Rance et Sorgues"));
        for (var path : List.of("", ".xlsx", ".csv", "/import", "/versions", "/recherche?texte=millau", "?version=1")) {
            assertThat(stranger.get(base + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.post(base + "/communes", Map.of("commune", "12145")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/communes",
                "/retrait",
                "/intercommunalite",
                "/parties",
                "/annulation",
                "/reprise",
                "/import/application"
            })
    void aMemberReadsButDoesNotWrite(String path) {
        var member = client(made.join(view, "Yannick Ferrand", Role.MEMBER));
        assertThat(member.get(base).statusCode()).isEqualTo(200);
        assertThat(member.get(base + "/import").statusCode()).isEqualTo(404);
        assertThat(member.post(base + path, Map.of("commune", "12145", "epci", "241200567"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutContoursThePageIsCompleteAndSaysHowToGetThem() {
        add("12145");
        assertThat(page(""))
                .contains("22 044 habitants", "Taille 1 sur 4", "Vérifications", "1 changement non enregistré")
                .contains("Les cartes ne sont pas encore installées", "D’un seul tenant : non vérifié")
                .doesNotContain("./maillage", "class=\"carte-");
    }

    @Test
    void aChangeIsKeptThenSavedThenExported() {
        add("12145");
        assertThat(page("")).contains("1 changement non enregistré", "ajoutée", "Pas encore enregistré");
        assertThat(coordination.post(base, Map.of()).statusCode()).isIn(302, 303);
        assertThat(page("")).contains("Version du 22 novembre 2026").doesNotContain("non enregistré");
        assertThat(coordination.get(base + ".csv").body()).contains("12145;Millau;;12100;");
        coordination.post(base + "/retrait", Map.of("commune", "12145"));
        assertThat(page("")).contains("Retirées : Millau.");
        coordination.post(base + "/annulation", Map.of());
        assertThat(page("")).doesNotContain("non enregistré").contains("Millau");
    }

    @Test
    void aWholeEpciComesAtOnce() {
        coordination.post(base + "/intercommunalite", Map.of("epci", "241200567"));
        assertThat(page("")).contains("15 changements non enregistrés", "15 communes");
        assertThat(page("?recherche=creissels")).contains("Creissels").doesNotContain("Saint-Georges-de-Luzençon</th>");
    }

    @Test
    void aTakenCommuneIsRefusedNamingItsHolder() {
        perimeters.save(view.actor(), view.id(), 0, List.of("12145"), List.of());
        var other = made.create("CPTS Rance et Sorgues");
        var rance = client(other);
        rance.post("/cpts/" + other.slug() + "/territoire/communes", Map.of("commune", "12145"));
        // The refusal waits for the next page of the same visitor.
        assertThat(perimeters.current(other.id())).isEmpty();
        assertThat(plain(rance.get("/cpts/" + other.slug() + "/territoire?commune=12145")))
                .contains("Millau est déjà dans la CPTS Grands Causses et Raspes, depuis le 22 novembre 2026.")
                .doesNotContain("Ajouter au territoire");
    }

    @Test
    void somebodyElseSavedMeanwhileBothAreShownAndNothingIsLost() {
        perimeters.save(view.actor(), view.id(), 0, List.of("12145"), List.of());
        add("12084");
        var colleague = made.join(view, "Odile Carrière", Role.PROJECT_TEAM);
        perimeters.save(colleague.actor(), view.id(), 1, List.of("12145", "12208"), List.of());

        assertThat(page(""))
                .contains("Odile Carrière a enregistré le territoire le 22 novembre 2026 à 10 h 00")
                .contains("Ajoute : <ins class=\"added\">Creissels</ins>")
                .contains("Ajoute : <ins class=\"added\">Saint-Affrique</ins>");
        coordination.post(base, Map.of());
        assertThat(perimeters.versions(view.id())).hasSize(2);

        coordination.post(base + "/reprise", Map.of());
        assertThat(page("")).contains("1 changement non enregistré", "Saint-Affrique", "Creissels");
        coordination.post(base, Map.of());
        assertThat(perimeters.current(view.id()).orElseThrow().places())
                .extracting(PerimeterPlace::commune)
                .containsExactlyInAnyOrder("12145", "12084", "12208");
    }

    @Test
    void aPastVersionStaysReadableAndCannotBeChanged() {
        perimeters.save(view.actor(), view.id(), 0, List.of("12145"), List.of());
        perimeters.save(view.actor(), view.id(), 1, List.of("12145", "12084"), List.of());
        assertThat(page("?version=1")).contains("Version 1,", "Millau").doesNotContain("Creissels", "Retirer");
        assertThat(coordination.get(base + "?version=9").statusCode()).isEqualTo(404);
        assertThat(page("/versions")).contains("Version 2", "Version 1", "Maëlle Quintard");
    }

    @Test
    void aPartHasANameAndAPopulation() {
        coordination.post(base + "/parties", Map.of("commune", "31555", "nom", "Le Mirail", "population", "31 000"));
        assertThat(page("")).contains("Toulouse (Le Mirail)", "31 000 habitants", "Population déclarée");
        coordination.post(base + "/parties", Map.of("commune", "31555", "nom", "Minimes", "population", "beaucoup"));
        assertThat(page("")).doesNotContain("Toulouse (Minimes)");
        coordination.post(base + "/retrait", Map.of("commune", "31555", "partie", "Le Mirail"));
        assertThat(page("")).contains("Aucune commune pour l’instant.");
    }

    @Test
    void theSearchAnswersAsAPartOrAsAPage() {
        assertThat(plain(coordination.get(base + "/recherche?texte=millau", "HX-Request", "true")))
                .startsWith("<div id=\"trouve\"")
                .contains("Millau", "CC de Millau Grands Causses");
        assertThat(coordination.get(base + "/recherche?texte=millau").statusCode())
                .isIn(302, 303);
        assertThat(page("?texte=millau")).contains("Ajouter ses 15 communes");
    }

    @Test
    void anImportedListBecomesChanges() {
        add("12208");
        var fields = Map.of("communes", "12145 12084", "parties", "31555\t31000\tLe Mirail\n", "mode", "remplacer");
        coordination.post(base + "/import/application", fields);
        assertThat(page(""))
                .contains("3 changements non enregistrés", "Toulouse (Le Mirail)")
                .doesNotContain("Saint-Affrique");
    }

    @Test
    void withContoursTheMapIsThere() {
        contours.squares();
        add("12145");
        assertThat(page("?commune=12084"))
                .contains("commune=12084#carte", "Ajouter au territoire", "class=\"carte-ici\"")
                .contains("D’un seul tenant");
    }

    private void add(String commune) {
        assertThat(coordination
                        .post(base + "/communes", Map.of("commune", commune))
                        .statusCode())
                .isIn(302, 303);
    }

    private String page(String more) {
        var answer = coordination.get(base + more);
        assertThat(answer.statusCode()).isEqualTo(200);
        return plain(answer);
    }

    private static String plain(HttpResponse<String> answer) {
        return answer.body().replace('\u00A0', ' ').replace('\u202F', ' ').strip();
    }

    private WebClient client(CommunityView of) {
        return WebClient.signedIn(port, accounts.session(of.actor().account()));
    }
}
