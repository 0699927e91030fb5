package fr.maillage.diagnosis.versions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.datasets.TestDatasets;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A dated diagnosis keeps its figures whatever is loaded later, and tells what moved since. */
@MaillageTest
class VersionsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Perimeters perimeters;

    @Autowired
    Versions versions;

    @Autowired
    TestDatasets datasets;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void someone() {
        view = made.create("CPTS Grands Causses et Raspes");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    @Test
    void aDatedDiagnosisKeepsItsFigures() {
        territory();
        distance("5.0");
        var id = UUID.randomUUID().toString();
        client.post(at(""), Map.of("id", id, "nom", "Premier diagnostic"));
        client.post(at(""), Map.of("id", id, "nom", "Premier diagnostic"));

        distance("6.0");

        assertThat(versions.of(view.id())).singleElement().satisfies(version -> {
            assertThat(version.madeBy()).isEqualTo("Maëlle Quintard");
            assertThat(distanceIn(version.diagnosis())).isEqualTo("5,0\u00A0km");
        });
        assertThat(client.get(at("/" + id + "?recherche=urgences")).body()).contains("5,0\u00A0km");
        assertThat(client.get(at("/comparaison/" + id + "/aujourdhui")).body())
                .contains("Distance aux urgences", "5,0\u00A0km", "6,0\u00A0km", "+20\u00A0%", "a bougé");
        assertThat(client.get(at("/comparaison/" + id + "/aujourdhui.csv")).body())
                .contains("+20\u00A0%");
        assertThat(client.get(at("/" + id + ".xlsx")).statusCode()).isEqualTo(200);
    }

    @Test
    void aNameIsAskedForAndATerritoryToo() {
        var page = client.post(at(""), Map.of("nom", "")).body();

        assertThat(page).contains("Donnez un nom à ce diagnostic", "Choisissez d’abord les communes du territoire.");
        assertThat(versions.of(view.id())).isEmpty();
        assertThat(client.get(at("")).body()).contains("Aucun diagnostic n’est daté pour l’instant.");
        assertThat(client.get(at("/comparaison/aujourdhui/aujourdhui")).statusCode())
                .isEqualTo(404);
        assertThat(client.get(at("/comparaison/" + "-".repeat(36) + "/aujourdhui"))
                        .statusCode())
                .as("an address of dashes")
                .isEqualTo(404);
    }

    @Test
    void aMemberReadsTheVersionsAndDatesNone() {
        territory();
        versions.date(view, UUID.randomUUID(), "Premier diagnostic");
        var member = made.join(view, "Yannick Ferrand", Role.MEMBER);
        var reader = WebClient.signedIn(port, accounts.session(member.actor().account()));

        assertThat(reader.get(at("")).body()).contains("Premier diagnostic");
        assertThat(reader.post(at(""), Map.of("nom", "Second")).statusCode()).isEqualTo(404);
    }

    private void territory() {
        perimeters.save(view.actor(), view.id(), 0, List.of("12145"), List.of());
    }

    private void distance(String kilometres) {
        datasets.load(
                "communes_essai_contexte.csv",
                "code,distance_urgence_km,superficie_km2,grille_densite\n12145,%s,1,1\n".formatted(kilometres));
    }

    private static String distanceIn(FrozenDiagnosis diagnosis) {
        return diagnosis.lines().stream()
                .filter(line ->
                        line.code().equals("distance-urgences") && line.place().equals(FrozenDiagnosis.TERRITORY))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private String at(String page) {
        return view.at("/diagnostic/versions" + page);
    }
}
