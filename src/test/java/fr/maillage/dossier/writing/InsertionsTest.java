package fr.maillage.dossier.writing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.datasets.TestDatasets;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sentences and figures of the diagnosis in the texts: put there once, printed as they were, told when the data move. */
@MaillageTest
class InsertionsTest {

    private static final String NARRATIVE = "besoins-de-sante";

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Perimeters perimeters;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Texts texts;

    @Autowired
    ProjectDocument projection;

    @Autowired
    TestDatasets datasets;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void aTerritoryWithData() {
        view = made.create("CPTS Grands Causses et Raspes");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        perimeters.save(view.actor(), view.id(), 0, List.of("12145", "12168"), List.of());
        distances("5.0", "25.0");
    }

    @Test
    void aSentenceGoesToTheMarkedSectionOnceHoweverOftenItIsSent() {
        var sent = Map.of(
                "indicateur", "distance-urgences", "id", UUID.randomUUID().toString());

        var answer = client.post(at("/inserer"), sent);
        client.post(at("/inserer"), sent);

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sections/besoins-de-sante");
        assertThat(text()).contains("urgences").containsOnlyOnce("km dans le territoire");
    }

    @Test
    void anIdOfAnotherDossierInsertsNothing() {
        var id = UUID.randomUUID().toString();
        client.post(at("/inserer"), Map.of("indicateur", "distance-urgences", "id", id));
        datasets.load(
                "communes_essai_contexte.csv",
                "code,distance_urgence_km,superficie_km2,grille_densite\n12145,5.0,1,1\n12002,9.0,1,1\n");
        var other = made.create("CPTS Lévézou et Ségala");
        perimeters.save(other.actor(), other.id(), 0, List.of("12002"), List.of());
        var stranger = WebClient.signedIn(port, accounts.session(other.actor().account()));

        var sent = Map.of("indicateur", "distance-urgences", "id", id);

        assertThat(stranger.post(other.at("/projet-de-sante/inserer"), sent).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theAuthorChangesTheWordsAndChoosesTheSection() {
        var page = client.get(at("/inserer?indicateur=distance-urgences")).body();
        assertThat(page).contains("2.2 État des lieux", "Phrase à insérer", "1.1 Contexte local");

        client.post(
                at("/inserer"),
                Map.of(
                        "indicateur", "distance-urgences",
                        "id", UUID.randomUUID().toString(),
                        "section", "contexte-local",
                        "texte", "Chez nous, les urgences sont loin."));

        var dossier = dossiers.of(view.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
        assertThat(texts.find(dossier.id(), "contexte-local").orElseThrow().text())
                .isEqualTo("Chez nous, les urgences sont loin.");
    }

    @Test
    void anEmptySentenceIsAskedForAgain() {
        var page = client.post(at("/inserer"), Map.of("indicateur", "distance-urgences", "texte", "  "));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Écrivez la phrase à insérer.");
    }

    @Test
    void renewedDataAreToldAndChangeNothingByThemselves() {
        client.post(at("/inserer"), Map.of("indicateur", "distance-urgences"));
        var before = text();
        assertThat(section()).contains("Venu du diagnostic").doesNotContain("Les données ont été renouvelées");

        distances("6.0", "26.0");

        assertThat(text()).isEqualTo(before);
        assertThat(section()).contains("Les données ont été renouvelées", " → ", "Remplacer", "Garder");
    }

    @Test
    void theAuthorFollowsTheNewData() {
        client.post(at("/inserer"), Map.of("indicateur", "distance-urgences"));
        var before = text();
        distances("6.0", "26.0");

        client.post(
                at("/sections/besoins-de-sante/insertions/" + insertion() + "/remplacement"), Map.of("version", "1"));

        assertThat(text()).isNotEqualTo(before).containsOnlyOnce("km dans le territoire");
        assertThat(section()).doesNotContain("Les données ont été renouvelées");
    }

    @Test
    void theAuthorKeepsTheTextAndIsToldOnlyWhenTheDataMoveAgain() {
        client.post(at("/inserer"), Map.of("indicateur", "distance-urgences"));
        distances("6.0", "26.0");

        client.post(at("/sections/besoins-de-sante/insertions/" + insertion() + "/maintien"), Map.of());
        assertThat(section()).doesNotContain("Les données ont été renouvelées");

        distances("7.0", "27.0");
        assertThat(section()).contains("Les données ont été renouvelées");
    }

    @Test
    void aSentenceWrittenInOtherWordsIsStillWatched() {
        client.post(at("/inserer"), Map.of("indicateur", "distance-urgences"));
        var value = text().replaceFirst("(?s).* est de (\\d+,\\d+.km).*", "$1");
        client.post(
                at("/sections/besoins-de-sante"),
                Map.of("version", "1", "texte", "Chez nous, les urgences sont à " + value + "."));
        assertThat(section()).contains("réécrite depuis").doesNotContain("Les données ont été renouvelées");

        distances("6.0", "26.0");

        assertThat(section())
                .contains("Les données ont été renouvelées", "La phrase que vous avez réécrite partait de")
                .doesNotContain("/remplacement");
        client.post(at("/sections/besoins-de-sante/insertions/" + insertion() + "/maintien"), Map.of());
        assertThat(section()).doesNotContain("Les données ont été renouvelées");
    }

    @Test
    void anInsertionDoesNotDisturbTheWordsOfAColleague() {
        client.post(at("/inserer"), Map.of("indicateur", "distance-urgences"));

        var answer = client.post(
                at("/sections/besoins-de-sante"),
                Map.of("version", "0", "texte", "Écrit avant l’insertion."),
                "Accept",
                "application/json");

        assertThat(answer.body()).contains("deux-textes");
        assertThat(text()).contains("km dans le territoire");
    }

    @Test
    void aMemberInsertsNothing() {
        var member = made.join(view, "Yannick Ferrand", Role.MEMBER);
        var reader = WebClient.signedIn(port, accounts.session(member.actor().account()));

        assertThat(reader.get(at("/inserer?indicateur=distance-urgences")).statusCode())
                .isEqualTo(404);
        assertThat(reader.post(at("/inserer"), Map.of("indicateur", "distance-urgences"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(dossiers.of(view.id(), DossierKind.HEALTH_PROJECT)).isEmpty();
    }

    private void distances(String millau, String nant) {
        datasets.load(
                "communes_essai_contexte.csv",
                "code,population,distance_urgence_km,superficie_km2,grille_densite\n12145,1,%s,1,1\n12168,1,%s,1,1\n"
                        .formatted(millau, nant));
    }

    private String text() {
        var dossier = dossiers.of(view.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
        return texts.find(dossier.id(), NARRATIVE).orElseThrow().text();
    }

    private String section() {
        return client.get(at("/sections/besoins-de-sante")).body();
    }

    private String insertion() {
        return section().replaceFirst("(?s).*/insertions/([0-9a-f-]{36})/.*", "$1");
    }

    private String at(String page) {
        return view.at("/projet-de-sante" + page);
    }
}
