package fr.maillage.community;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Creating a CPTS from its communes, and finding one. */
@MaillageTest
class CreationPagesTest {

    /** Communauté de communes Millau Grands Causses. */
    private static final String MILLAU_EPCI = "241200567";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCommunities made;

    @Autowired
    Communities communities;

    @Autowired
    Perimeters perimeters;

    WebClient client;

    @BeforeEach
    void someone() {
        client = WebClient.signedIn(
                port, accounts.session(accounts.create("Maëlle Quintard", "maelle@maillage.example")));
    }

    @Test
    void aVisitorFindsButDoesNotCreate() {
        made.create("CPTS Grands Causses et Raspes");
        var visitor = WebClient.visitor(port);

        assertThat(visitor.get("/cpts").body()).contains("CPTS Grands Causses et Raspes", "Aveyron (12)");
        assertThat(visitor.get("/cpts?recherche=causses").body()).contains("CPTS Grands Causses et Raspes");
        assertThat(visitor.get("/cpts?recherche=finist").body()).contains("Aucune ligne ne correspond");
        assertThat(visitor.get("/cpts.csv").body()).contains("CPTS Grands Causses et Raspes;Aveyron (12)");
        assertThat(visitor.get("/cpts/nouvelle").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/connexion"));
    }

    @Test
    void whatWasFoundIsOfferedAndWhatWasChosenIsKept() {
        var fields = form("CPTS Grands Causses et Raspes");
        fields.put("action", "chercher");
        fields.put("recherche", "Millau");

        var page = client.post("/cpts/nouvelle", fields).body();

        assertThat(page).contains("Millau (12)", "Millau Grands Causses", "value=\"CPTS Grands Causses et Raspes\"");
    }

    @Test
    void theExactNameComesFirst() {
        var fields = form("CPTS Grands Causses et Raspes");
        fields.put("action", "chercher");
        fields.put("recherche", "millau");
        var page = client.post("/cpts/nouvelle", fields).body();
        assertThat(page.substring(page.indexOf("Communes trouvées"))).containsPattern("(?s)^[^(]*Millau \\(12\\)");
    }

    @Test
    void aCommunityIsCreatedWithTheCommunesOfAnEpciAndItsSeat() {
        var fields = form("CPTS Grands Causses et Raspes");
        fields.put("epci", MILLAU_EPCI);
        fields.put("commune", "12208");

        var answer = client.post("/cpts/nouvelle", fields);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(client.post("/cpts/nouvelle", fields).headers().firstValue("Location"))
                .as("sent twice")
                .isEqualTo(answer.headers().firstValue("Location"));

        var created = communities.bySlug("cpts-grands-causses-et-raspes").orElseThrow();
        assertThat(created.seatDepartement()).isEqualTo("12");
        assertThat(created.regionCode()).isEqualTo("76");
        var perimeter = perimeters.current(created.id()).orElseThrow();
        assertThat(perimeter.number()).isEqualTo(1);
        assertThat(perimeter.places()).extracting(PerimeterPlace::commune).contains("12145", "12208");
        assertThat(client.get("/cpts/cpts-grands-causses-et-raspes/equipe").body())
                .contains("Maëlle Quintard", "Coordination");
        assertThat(WebClient.visitor(port).get("/cpts?recherche=Millau").body())
                .contains("CPTS Grands Causses et Raspes");
    }

    @Test
    void aCommuneThatAnotherHasStopsTheCreationAndNamesIt() {
        var first = form("CPTS Grands Causses et Raspes");
        first.put("commune", "12145");
        client.post("/cpts/nouvelle", first);
        var second = form("CPTS du Tarn");
        second.put("commune", "12145");

        var page = client.post("/cpts/nouvelle", second).body();

        assertThat(page).contains("Millau est déjà dans la CPTS Grands Causses et Raspes");
        assertThat(communities.bySlug("cpts-du-tarn")).isEmpty();
    }

    @Test
    void nothingChosenIsSaid() {
        assertThat(client.post("/cpts/nouvelle", form("CPTS Grands Causses et Raspes"))
                        .body())
                .contains("cochez au moins une commune");
        assertThat(client.post("/cpts/nouvelle", form("")).body()).contains("Indiquez le nom de la CPTS.");
    }

    private static Map<String, String> form(String name) {
        return new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "nom", name, "role", "COORDINATION"));
    }
}
