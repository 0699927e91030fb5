package fr.maillage.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.datasets.TestDatasets;
import fr.maillage.project.Problems;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A figure of the diagnosis becomes evidence of a problem, and stays what it was. */
@MaillageTest
class EvidenceTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Perimeters perimeters;

    @Autowired
    Problems problems;

    @Autowired
    TestDatasets datasets;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void aTerritoryWithData() {
        view = made.create("CPTS Grands Causses et Raspes");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        perimeters.save(view.actor(), view.id(), 0, List.of("12145"), List.of());
        distance("5.0");
    }

    @Test
    void aFigureMakesANewProblemThenJoinsAnother() {
        var first = Map.of(
                "id", UUID.randomUUID().toString(), "titre", "Les urgences sont loin", "theme", "SOINS_NON_PROGRAMMES");
        client.post(at(), first);
        client.post(at(), first);
        distance("6.0");

        var problem = problems.of(view.id()).getFirst();
        assertThat(problem.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.facts().value()).isEqualTo("5,0\u00A0km");
            assertThat(evidence.facts().indicator()).isEqualTo("distance-urgences");
            assertThat(evidence.facts().source()).isNotBlank();
        });
        client.post(
                at(),
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "probleme",
                        problem.id().value().toString()));
        assertThat(problems.of(view.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.evidence())
                        .extracting(evidence -> evidence.facts().value())
                        .containsExactlyInAnyOrder("5,0\u00A0km", "6,0\u00A0km"));
    }

    @Test
    void aProblemMustBeChosenOrSaid() {
        assertThat(client.post(at(), Map.of()).body())
                .contains("Dites le problème en une phrase.", "Choisissez un thème.");
        client.post(at(), Map.of("titre", "Les urgences sont loin", "theme", "AUTRE"));
        assertThat(client.post(at(), Map.of()).body()).contains("Choisissez le problème que ce chiffre montre.");
    }

    @Test
    void whatIsNotKnownShowsNothing() {
        assertThat(client.get(view.at("/diagnostic/indicateurs/inconnu/preuve")).statusCode())
                .isEqualTo(404);
    }

    private void distance(String kilometres) {
        datasets.load(
                "communes_essai_contexte.csv",
                "code,distance_urgence_km,superficie_km2,grille_densite\n12145,%s,1,1\n".formatted(kilometres));
    }

    private String at() {
        return view.at("/diagnostic/indicateurs/distance-urgences/preuve");
    }
}
