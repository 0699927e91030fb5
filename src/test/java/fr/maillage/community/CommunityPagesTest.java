package fr.maillage.community;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.shared.Saving;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of a CPTS by plain HTTP: who gets them, and what their forms do. */
@MaillageTest
class CommunityPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Participants participants;

    @Autowired
    Governances governances;

    @Autowired
    Communities communities;

    @Autowired
    Logos logos;

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
                "/acteurs",
                "/acteurs.csv",
                "/acteurs/nouveau",
                "/acteurs/nouveau?type=structure",
                "/gouvernance",
                "/gouvernance/instances/nouvelle",
                "/gouvernance/association",
                "/gouvernance/coordination",
                "/equipe",
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
                "/acteurs/nouveau",
                "/gouvernance/instances/nouvelle",
                "/gouvernance/instances-usuelles",
                "/gouvernance/association",
                "/gouvernance/coordination",
                "/equipe/invitations",
            })
    void aMemberReadsButDoesNotWrite(String page) {
        var member = made.join(view, "Yannick Ferrand", Role.MEMBER);
        var reader = WebClient.signedIn(port, accounts.session(member.actor().account()));

        assertThat(reader.post(view.at(page), person("Exemple", "Camille")).statusCode())
                .isEqualTo(404);
        assertThat(participants.of(view.id())).isEmpty();
    }

    @Test
    void anActorIsAddedOnceByAFormSentTwice() {
        var fields = person("Exemple", "Camille");

        assertThat(client.post(view.at("/acteurs/nouveau"), fields).statusCode())
                .isEqualTo(302);
        assertThat(client.post(view.at("/acteurs/nouveau"), fields).statusCode())
                .isEqualTo(302);

        assertThat(participants.of(view.id())).singleElement().satisfies(added -> {
            assertThat(added.fullName()).isEqualTo("Camille Exemple");
            assertThat(added.facts().place()).isEqualTo(new ParticipantFacts.Place("12145", "Millau"));
            assertThat(added.facts().category().generalPractice()).isTrue();
        });
        assertThat(client.get(view.at("/acteurs")).body()).contains("Exemple Camille", "Millau");
        assertThat(client.get(view.at("/acteurs.csv")).body()).contains("Personne;Exemple;Camille;Médecine générale");
    }

    @Test
    void aBodyOfOneLetterIsRefusedBesideItsField() {
        var answer = client.post(view.at("/gouvernance/instances/nouvelle"), Map.of("type", "BUREAU", "nom", "B"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Indiquez le nom de l’instance.", "value=\"B\"");
    }

    @Test
    void aRoleOfTheTeamLeadsToTheActorThenToTheMandate() {
        made.join(view, "Élodie Vernhet", Role.PRESIDENCY);
        client.post(view.at("/gouvernance/instances-usuelles"), Map.of());
        assertThat(client.get(view.at("/gouvernance")).body())
                .contains("Élodie Vernhet a le rôle", "L’ajouter aux acteurs")
                .doesNotContain("Personne ne tient encore la présidence");

        client.post(view.at("/acteurs/nouveau"), person("Vernhet", "Elodie"));
        var page = client.get(view.at("/gouvernance")).body();
        assertThat(page).contains("Lui donner ce mandat : Bureau");
        var link = java.util.regex.Pattern.compile("href=\"([^\"]*mandat=PRESIDENT[^\"#]*)")
                .matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(client.get(link.group(1).replace("&amp;", "&")).body()).contains("value=\"PRESIDENT\" selected");
    }

    @Test
    void onePutsOneselfAmongTheActors() {
        assertThat(client.get(view.at("/acteurs")).body()).contains("M’ajouter comme acteur");
        assertThat(client.get(view.at("/acteurs/nouveau?moi=true")).body())
                .contains("value=\"Maëlle\"", "value=\"Quintard\"");
        client.post(view.at("/acteurs/nouveau"), person("Quintard", "Maëlle"));
        assertThat(client.get(view.at("/acteurs")).body()).doesNotContain("M’ajouter comme acteur");
    }

    @Test
    void aPostalCodeOfSeveralCommunesIsAChoice() {
        var fields = person("Exemple", "Camille");
        fields.put("commune", "12100");
        assertThat(client.post(view.at("/acteurs/nouveau"), fields).body())
                .contains("Quelle commune", "value=\"Millau (12145)\"", "value=\"Creissels (12084)\"");
        fields.put("commune-choisie", "Creissels (12084)");
        client.post(view.at("/acteurs/nouveau"), fields);
        assertThat(participants.of(view.id()))
                .singleElement()
                .satisfies(added ->
                        assertThat(added.facts().place()).isEqualTo(new ParticipantFacts.Place("12084", "Creissels")));
    }

    @Test
    void aConventionIsNotOfAComingDay() {
        var fields = person("Exemple", "Camille");
        fields.put("adhesion", "PARTNER");
        fields.put("convention", "2099-01-01");
        assertThat(client.post(view.at("/acteurs/nouveau"), fields).body()).contains("Cette date est à venir");
    }

    @Test
    void aWrongFormIsShownAgainWithAllThatWasTyped() {
        var fields = person("", "Camille");
        fields.put("rpps", "12345678901");
        fields.put("commune", "Millauu");
        fields.put("convention", "31/02/2026");

        var page = client.post(view.at("/acteurs/nouveau"), fields);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Indiquez le nom de famille.")
                .contains("Un numéro RPPS compte 11 chiffres")
                .contains("Cette date n’existe pas")
                .contains("value=\"Camille\"")
                .contains("value=\"12345678901\"")
                .contains("value=\"Millauu\"");
        assertThat(participants.of(view.id())).isEmpty();
    }

    @Test
    void theSecondWriterOfAnActorSeesBothValues() {
        client.post(view.at("/acteurs/nouveau"), person("Exemple", "Camille"));
        var added = participants.of(view.id()).getFirst();
        var address = view.at("/acteurs/" + added.id().value());
        var other = made.join(view, "Odile Carrière", Role.PROJECT_TEAM);
        var second = WebClient.signedIn(port, accounts.session(other.actor().account()));

        var hers = person("Exemple", "Dominique");
        hers.put("version", "0");
        assertThat(second.post(address, hers).statusCode()).isEqualTo(302);
        var mine = person("Exemple", "Claude");
        mine.put("version", "0");
        var page = client.post(address, mine);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Odile Carrière a enregistré", "Dominique", "Claude", "Rien n’est perdu");
        assertThat(participants.of(view.id()).getFirst().fullName()).isEqualTo("Dominique Exemple");

        mine.put("version", "1");
        assertThat(client.post(address, mine).statusCode()).isEqualTo(302);
        assertThat(participants.of(view.id()).getFirst().fullName()).isEqualTo("Claude Exemple");
    }

    @Test
    void theSameEditSentTwiceIsSavedOnce() {
        client.post(view.at("/acteurs/nouveau"), person("Exemple", "Camille"));
        var address =
                view.at("/acteurs/" + participants.of(view.id()).getFirst().id().value());
        var fields = person("Exemple", "Claude");
        fields.put("version", "0");

        client.post(address, fields);

        assertThat(client.post(address, fields).statusCode()).isEqualTo(302);
        assertThat(participants.of(view.id()).getFirst().change().version()).isEqualTo(1);
    }

    @Test
    void anArchivedActorLeavesTheListAndComesBack() {
        client.post(view.at("/acteurs/nouveau"), person("Exemple", "Camille"));
        var address =
                view.at("/acteurs/" + participants.of(view.id()).getFirst().id().value());

        client.post(address + "/archive", Map.of());
        assertThat(participants.of(view.id())).isEmpty();
        assertThat(client.get(view.at("/acteurs?etat=archive")).body()).contains("Exemple Camille");

        client.post(address + "/retour", Map.of());
        assertThat(participants.of(view.id())).hasSize(1);
    }

    @Test
    void theSameProfessionalIsNotListedTwice() {
        var first = person("Exemple", "Camille");
        first.put("rpps", "10000000017");
        var second = person("Modèle", "Claude");
        second.put("rpps", "10000000017");
        assertThat(Identifiers.isRpps("10000000017")).isTrue();

        client.post(view.at("/acteurs/nouveau"), first);
        var page = client.post(view.at("/acteurs/nouveau"), second);

        assertThat(page.body()).contains("porte déjà ce numéro RPPS");
        assertThat(participants.of(view.id())).hasSize(1);
    }

    @Test
    void theUsualBodiesComeInOneClickAndPresidencySigns() {
        client.post(view.at("/acteurs/nouveau"), person("Exemple", "Camille"));
        client.post(view.at("/gouvernance/instances-usuelles"), Map.of());
        client.post(view.at("/gouvernance/instances-usuelles"), Map.of());
        var bodies = governances.of(view.id()).bodies();
        assertThat(bodies)
                .extracting(body -> body.facts().kind())
                .containsExactly(Body.Kind.ASSEMBLY, Body.Kind.BOARD, Body.Kind.BUREAU);

        var bureau = view.at("/gouvernance/instances/" + bodies.getLast().id().value());
        var someone = participants.of(view.id()).getFirst().id().value().toString();
        for (var function : new String[] {"PRESIDENT", "TREASURER", "TREASURER"}) {
            client.post(bureau + "/mandats", Map.of("acteur", someone, "mandat", function, "debut", ""));
        }

        var governance = governances.of(view.id());
        assertThat(governance.bodies().getLast().seats()).hasSize(2);
        assertThat(governance.representative())
                .extracting(Governance.Representative::name)
                .isEqualTo("Camille Exemple");
        assertThat(governance.hints()).singleElement().asString().contains("présidence et la trésorerie");
        assertThat(client.get(view.at("/gouvernance")).body())
                .contains("Camille Exemple, Présidence", "ordonnance".substring(1));
    }

    @Test
    void theFactsOfTheAssociationAreCheckedAndKept() {
        var fields = new HashMap<>(Map.of(
                "version", "0",
                "nom", "CPTS Grands Causses et Raspes",
                "rna", "W121000001",
                "siret", "123 456 789 00010",
                "declaration", "02/03/2026",
                "rue", "1 place du Mandarous",
                "code-postal", "12100",
                "ville", "Millau"));
        assertThat(client.post(view.at("/gouvernance/association"), fields).body())
                .contains("Un numéro SIRET compte 14 chiffres");

        fields.put("siret", "732 829 320 00074");
        assertThat(client.post(view.at("/gouvernance/association"), fields).statusCode())
                .isEqualTo(302);

        var association = communities.find(view.id()).association();
        assertThat(association.seat()).isEqualTo("1 place du Mandarous, 12100 Millau");
        assertThat(association.siret()).isEqualTo("73282932000074");
    }

    @Test
    void aLogoIsRedrawnAndAnythingElseIsRefused() throws Exception {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);

        assertThat(logos.save(view, "MZ\u0090 not an image".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Saving.Refused.class);
        assertThat(logos.save(view, new byte[Logos.LARGEST + 1])).isInstanceOf(Saving.Refused.class);
        assertThat(logos.of(view.id())).isEmpty();
        assertThat(logos.save(view, png.toByteArray())).isEqualTo(Saving.DONE);
        assertThat(ImageIO.read(new ByteArrayInputStream(logos.of(view.id()).orElseThrow()))
                        .getWidth())
                .isEqualTo(40);
        assertThat(client.get(view.at("/gouvernance/logo.png")).statusCode()).isEqualTo(200);

        client.post(view.at("/gouvernance/logo/retrait"), Map.of());
        assertThat(client.get(view.at("/gouvernance/logo.png")).statusCode()).isEqualTo(404);
    }

    @Test
    void theLastPersonWhoManagesStays() {
        var mandate = accounts(view).getFirst();
        var page = client.post(view.at("/equipe/" + mandate + "/retrait"), Map.of());
        assertThat(page.body()).contains("est la dernière personne qui peut gérer cette CPTS");
        page = client.post(view.at("/equipe/" + mandate + "/role"), Map.of("role", "MEMBER"));
        assertThat(page.body()).contains("est la dernière personne");

        made.join(view, "Odile Carrière", Role.PRESIDENCY);
        assertThat(client.post(view.at("/equipe/" + mandate + "/retrait"), Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(client.get(view.at("/equipe")).statusCode()).isEqualTo(404);
    }

    @Test
    void aMandateOfAnotherCommunityIsNotFound() {
        var elsewhere = made.create("CPTS Lévézou et Ségala");

        var page = client.post(view.at("/equipe/" + accounts(elsewhere).getFirst() + "/retrait"), Map.of());

        assertThat(page.statusCode()).isEqualTo(404);
    }

    @Autowired
    fr.maillage.access.Mandates mandates;

    private java.util.List<UUID> accounts(CommunityView of) {
        return mandates.ofCommunity(of.id().value()).stream()
                .map(holder -> holder.mandate().id())
                .toList();
    }

    static Map<String, String> person(String name, String givenName) {
        return new HashMap<>(Map.of(
                "type", "personne",
                "id", UUID.randomUUID().toString(),
                "nom", name,
                "prenom", givenName,
                "categorie", "MEDECINE_GENERALE",
                "secteur", "SANITAIRE",
                "commune", "Millau",
                "adhesion", "MEMBER",
                "gouvernance", "true"));
    }
}
