package fr.maillage.statutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.Association;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the statutes by plain HTTP: what their forms keep, refuse and freeze. */
@MaillageTest
class StatutesPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Communities communities;

    @Autowired
    AssociationStatutes statutes;

    @Autowired
    JdbcClient db;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void someone() {
        view = made.create("CPTS des Essais");
        client = signedIn(view);
    }

    private WebClient signedIn(CommunityView person) {
        return WebClient.signedIn(port, accounts.session(person.actor().account()));
    }

    @Test
    void whatIsKnownIsPrintedAndWhatIsMissingIsTold() {
        var before = client.get(view.at("/statuts")).body();
        assertThat(before)
                .contains("Nom\u00A0: complétez «\u00A0Nom de l’association\u00A0».", "Corriger le premier point");

        nameTheAssociation();

        assertThat(client.get(view.at("/statuts")).body())
                .contains("Association des Essais", "1 place du Marché, 12100 Millau")
                .doesNotContain("Nom de l’association");
    }

    @Test
    void aChoiceIsReadInTheArticleBeforeItIsSaved() {
        var preview = client.post(view.at("/statuts/articles/assemblee/apercu"), Map.of("ag-preavis", "10"));

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .startsWith("<section")
                .contains("10\u00A0jours", "Le modèle demande 15 jours au moins");
        assertThat(count("statutes.answer")).isZero();
    }

    @Test
    void badInputIsToldBesideItsFieldAndNothingTypedIsLost() {
        var fields = Map.of("version", "-1", "ca-nombre", "beaucoup", "ca-annees", "2");
        var answer = client.post(view.at("/statuts/articles/conseil"), fields).body();

        assertThat(answer)
                .contains("id=\"ca-nombre-erreur\"", "Écrivez un nombre entier entre 2 et 60.", "value=\"beaucoup\"");
        assertThat(count("statutes.answer")).isZero();
    }

    @Test
    void twoPeopleOnOneArticleNeverLoseAnAnswer() {
        var other = signedIn(made.join(view, "Yannick Ferrand", Role.PRESIDENCY));
        other.post(view.at("/statuts/articles/assemblee"), Map.of("version", "-1", "ag-preavis", "21"));

        var answer = client.post(view.at("/statuts/articles/assemblee"), Map.of("version", "-1", "ag-preavis", "15"));

        assertThat(answer.body()).contains("Yannick Ferrand a enregistré", "Délai de convocation", "value=\"15\"");
        assertThat(statutes.drafted(view.id()).ordinary().noticeDays()).isEqualTo(21);

        client.post(view.at("/statuts/articles/assemblee"), Map.of("version", "0", "ag-preavis", "15"));
        assertThat(statutes.drafted(view.id()).ordinary().noticeDays()).isEqualTo(15);
    }

    @Test
    void anAdoptedTextIsFrozenThenANewDraftBegins() {
        prepare();
        var id = UUID.randomUUID().toString();
        var vote = Map.of("id", id, "date", "2026-10-01", "instance", "constitutive", "lieu", "Millau");
        var first = client.post(view.at("/statuts/adoption"), vote);
        var twice = client.post(view.at("/statuts/adoption"), vote);

        assertThat(first.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith(view.at("/statuts/adoptes/1")));
        assertThat(twice.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith(view.at("/statuts/adoptes/1")));
        assertThat(count("statutes.adoption")).isEqualTo(1);
        assertThat(statutes.inForce(view.id(), LocalDate.of(2026, 9, 30))).isEmpty();
        var inForce = statutes.inForce(view.id(), LocalDate.of(2026, 10, 1)).orElseThrow();
        assertThat(inForce.board().seats()).isEqualTo(12);
        assertThat(inForce.colleges()).hasSize(2);
        assertThat(client.get(view.at("/annexes")).body()).contains("Texte adopté le", "Joindre le texte adopté");
        client.post(view.at("/annexes/adoptes"), Map.of("piece", "statuts"));
        client.post(view.at("/annexes/adoptes"), Map.of("piece", "statuts"));
        assertThat(client.get(view.at("/annexes")).body())
                .contains("Statuts", "(version 1)</a>")
                .doesNotContain("Joindre le texte adopté");
        assertThat(count("library.document")).as("filed once").isEqualTo(1);
        assertThat(statutes.adopted(view.id(), TextKind.STATUTES).orElseThrow().fileName())
                .isEqualTo("statuts-2026-10-01.pdf");

        var late = client.post(view.at("/statuts/articles/assemblee"), Map.of("version", "-1", "ag-preavis", "30"));
        assertThat(late.body()).contains("Ce texte vient d’être adopté");

        client.post(view.at("/statuts/modification"), Map.of());
        client.post(view.at("/statuts/articles/assemblee"), Map.of("version", "-1", "ag-preavis", "30"));
        assertThat(statutes.drafted(view.id()).ordinary().noticeDays()).isEqualTo(30);
        assertThat(statutes.inForce(view.id(), LocalDate.of(2026, 11, 1))
                        .orElseThrow()
                        .ordinary()
                        .noticeDays())
                .isEqualTo(15);
        assertThat(client.get(view.at("/statuts/adoptes/1")).body()).contains("au moins", "15\u00A0jours");
    }

    @Test
    void aTextWithPointsToCorrectIsNotAdopted() {
        var vote = Map.of("date", "2026-10-01", "instance", "constitutive", "lieu", "Millau");

        assertThat(client.post(view.at("/statuts/adoption"), vote).body())
                .contains("Des points sont à corriger avant l’adoption");
        assertThat(count("statutes.adoption")).isZero();
    }

    @Test
    void anAdoptionToComeIsRefused() {
        prepare();
        var vote = Map.of("date", "2099-10-01", "instance", "constitutive", "lieu", "Millau");

        assertThat(client.post(view.at("/statuts/adoption"), vote).body()).contains("Cette date est à venir");
    }

    @Test
    void theDatabaseKeepsAnAdoptedTextAsItIs() {
        prepare();
        client.post(
                view.at("/statuts/adoption"),
                Map.of("date", "2026-10-01", "instance", "constitutive", "lieu", "Millau"));

        assertThatThrownBy(() ->
                        db.sql("update statutes.adoption set place = 'Rodez'").update())
                .hasMessageContaining("an adopted text does not change");
    }

    @Test
    void bodiesThatHelpAreNamedWithoutAnybody() {
        assertThat(client.get(view.at("/interlocuteurs")).body())
                .contains("Aveyron, Occitanie", "Pas encore inscrite dans Maillage", "URPS");
    }

    /** A whole text: the association is known, the board and its colleges agree. */
    private void prepare() {
        nameTheAssociation();
        client.post(view.at("/statuts/articles/conseil"), conseil());
        db.sql("""
                        insert into statutes.answer (community_id, kind, article, answers, changed_at, changed_by)
                        values (?, 'STATUTES', 'composition', '{"ouverture": ["tous"], "personnes-morales": ["oui"],
                            "organisation": ["colleges"], "college-nom": ["Soins", "Structures"],
                            "college-qui": ["Libéraux", "Établissements"], "college-sieges": ["6", "6"],
                            "college-voix": ["1", "1"], "college-profession": ["plusieurs", "plusieurs"]}', now(), 'Essai')
                        """).param(view.id().value()).update();
    }

    private static Map<String, String> conseil() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("version", "-1");
        fields.put("ca-nombre", "12");
        fields.put("ca-annees", "2");
        fields.put("ca-renouvellement", "moitie");
        fields.put("ca-reunions", "6");
        fields.put("ca-demande", "1/4");
        fields.put("ca-partage", "presidence");
        fields.put("ca-absences", "3");
        return fields;
    }

    private void nameTheAssociation() {
        var association = new Association(
                "Association des Essais", null, null, null, "1 place du Marché", "12100", "Millau", null, null);
        communities.change(view, communities.find(view.id()).version(), view.name(), association);
    }

    private int count(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
