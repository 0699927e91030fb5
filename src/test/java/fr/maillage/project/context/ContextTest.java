package fr.maillage.project.context;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.ParticipantFacts;
import fr.maillage.community.ParticipantId;
import fr.maillage.community.Participants;
import fr.maillage.community.Sector;
import fr.maillage.community.TestCommunities;
import fr.maillage.library.Use;
import fr.maillage.shared.Saving;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The registers of the context: what is kept, what is said of a fault, what two people writing at once lose: nothing. */
@MaillageTest
class ContextTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Participants participants;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Contexts contexts;

    @Autowired
    PrsLinks prs;

    @Autowired
    ConventionUse conventions;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void someone() {
        view = made.create("CPTS Grands Causses et Raspes");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    /** Each register takes its shortest line, shows it, changes it, exports it, archives it and brings it back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "partenariats | nom=Commune de Millau&nature=COMMUNE&etat=envisagee | Commune de Millau",
                "information-des-acteurs | public=PHARMACIE&date=2026-03-02&moyen=COURRIEL&nombre=15 | Pharmacie",
                "systemes-information | outil=MSSANTE&usage=utilise | Messagerie sécurisée de santé",
                "postes | fonction=COORDINATION&etp=0,8 | Coordination",
                "historique | date=2024-06-01&titre=Premier protocole commun | Premier protocole commun",
                "communication | cible=Habitants de 75 ans et plus | Habitants de 75 ans et plus",
                "usagers-et-qualite | nature=usagers&titre=Comité des usagers | Comité des usagers",
                "evaluations | date=2027-12-01&titre=Bilan de la première année | Bilan de la première année"
            })
    void everyRegisterKeepsItsLines(String part, String sent, String shown) {
        var form = new HashMap<String, String>();
        for (var field : sent.split("&")) {
            form.put(field.split("=")[0], field.split("=")[1]);
        }
        var id = UUID.randomUUID();
        form.put("id", id.toString());

        client.post(at(part + "/nouveau"), form);
        client.post(at(part + "/nouveau"), form);

        assertThat(client.get(at(part)).body()).containsOnlyOnce("/" + id).contains(shown);
        assertThat(client.get(at(part + "/" + id)).body()).contains(shown);
        assertThat(client.get(at(part + ".csv")).body()).contains(shown);
        form.put("version", "0");
        assertThat(client.post(at(part + "/" + id), form).statusCode()).isEqualTo(302);
        client.post(at(part + "/" + id + "/archive"), Map.of());
        assertThat(client.get(at(part)).body()).doesNotContain("/" + id);
        client.post(at(part + "/" + id + "/retour"), Map.of());
        assertThat(client.get(at(part)).body()).contains("/" + id);
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndNothingTypedIsLost() {
        var page = client.post(
                        at("partenariats/nouveau"),
                        Map.of("objet", "Locaux prêtés", "signature", "2026-03-02", "fin", "2025-03-02"))
                .body();

        assertThat(page)
                .contains("Choisissez une structure de vos acteurs, ou écrivez son nom.")
                .contains("Dites ce qu’est ce partenaire.")
                .contains("Dites où en est la convention.")
                .contains("La fin est avant la signature.")
                .contains("Locaux prêtés");
        assertThat(partnerships.of(view.id())).isEmpty();
    }

    @Test
    void theLastOfTwoWritersIsShownBothValues() {
        var id = UUID.randomUUID();
        partnerships.add(view, id, partnership("Communauté de communes"));
        assertThat(partnerships.change(view, id, 0, partnership("Intercommunalité")))
                .isEqualTo(Saving.DONE);

        var page = client.post(
                        at("partenariats/" + id),
                        Map.of("version", "0", "nom", "Agglomération", "nature", "COMMUNE", "etat", "signee"))
                .body();

        assertThat(page).contains("Intercommunalité").contains("Agglomération");
        assertThat(partnerships.find(view, id).facts().name()).isEqualTo("Intercommunalité");
    }

    @Test
    void aPartnerIsNamedAsItsActorThatMayBeShortOrArchived() {
        var actor = new ParticipantId(UUID.randomUUID());
        participants.add(view, actor, structure("X"));
        var id = UUID.randomUUID();
        var sent = Map.of(
                "id", id.toString(), "acteur", actor.value().toString(), "nature", "COMMUNE", "etat", "envisagee");

        assertThat(client.post(at("partenariats/nouveau"), sent).statusCode()).isEqualTo(302);
        participants.archive(view, actor);

        assertThat(client.get(at("partenariats/nouveau")).body())
                .doesNotContain(actor.value().toString());
        var form = new HashMap<>(sent);
        form.putAll(Map.of("version", "0", "objet", "Locaux prêtés"));
        assertThat(client.get(at("partenariats/" + id)).body()).contains("value=\"" + actor.value() + "\" selected");
        assertThat(client.post(at("partenariats/" + id), form).statusCode()).isEqualTo(302);
        assertThat(partnerships.find(view, id).facts().object()).isEqualTo("Locaux prêtés");
    }

    @Test
    void aDocumentMayBeTheConventionOfAPartnership() {
        var id = UUID.randomUUID();
        partnerships.add(view, id, partnership("Centre hospitalier"));

        assertThat(conventions.kind()).isEqualTo(Use.Kind.CONVENTION);
        assertThat(conventions.things(view.id())).singleElement().satisfies(thing -> {
            assertThat(thing.id()).isEqualTo(id);
            assertThat(client.get("/cpts/" + view.slug() + thing.page()).statusCode())
                    .isEqualTo(200);
        });
    }

    @Test
    void theLinesOfTheRegionalProjectAreRetainedTogether() {
        assertThat(client.get(at("prs")).body()).contains("Présence médicale et soignante");

        client.post(
                at("prs"),
                Map.of(
                        "version", "-1",
                        "ligne", "OCC_PREVENTION",
                        "commentaire-OCC_VIEILLISSEMENT", "Chutes",
                        "commentaire-INCONNU", "rien"));

        assertThat(prs.of(view.id()).comments())
                .isEqualTo(Map.of("OCC_PREVENTION", "", "OCC_VIEILLISSEMENT", "Chutes"));
        assertThat(prs.retain(view, 7, Map.of())).isInstanceOf(Saving.Overtaken.class);
        assertThat(prs.retain(view, 0, Map.of())).isEqualTo(Saving.DONE);
        assertThat(contexts.of(view.id()).prs().comments()).isEmpty();
    }

    private static Partnership partnership(String name) {
        return new Partnership(
                null,
                name,
                ContextLists.partnerKind("INTERCOMMUNALITE").orElseThrow(),
                "",
                "",
                "",
                Partnership.State.SIGNED,
                LocalDate.of(2026, 3, 2),
                null);
    }

    private static ParticipantFacts structure(String name) {
        return new ParticipantFacts(
                Participant.Kind.STRUCTURE,
                name,
                null,
                ParticipantCategory.ofCode("CABINET").orElseThrow(),
                null,
                Sector.HEALTH,
                null,
                null,
                false,
                null,
                true,
                Participant.Membership.PARTNER,
                null,
                null,
                null,
                null);
    }

    private String at(String page) {
        return "/cpts/" + view.slug() + "/contexte/" + page;
    }
}
