package fr.maillage.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.indicators.IndicatorValue.Producer;
import fr.maillage.indicators.spi.Fact;
import fr.maillage.indicators.spi.Period;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values of indicators as the team gives them, imports them, or lets the program count them. */
@MaillageTest
class IndicatorsTest {

    private static final String HEADS = "Code;Du;Au;Selon;Valeur;Nombre compté;Sur un total de;Relevé le;Remarque\n";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    IndicatorValues values;

    @Autowired
    FactRegistry registry;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient db;

    private CommunityView view;
    private WebClient team;

    @BeforeEach
    void aCommunityWithAProject() {
        view = dossiers.communityReadyToDeposit("CPTS des Indicateurs");
        team = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    private static Map<String, String> typed(String... pairs) {
        var fields = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "du",
                "2025-01-01",
                "au",
                "2025-12-31",
                "selon",
                "CPAM",
                "releve",
                "2026-02-01"));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private void give(String... pairs) {
        assertThat(team.post(view.at("/indicateurs/N1/valeurs"), typed(pairs)).statusCode())
                .isEqualTo(302);
    }

    @Test
    void aValueIsSupersededNeverRewritten() {
        var sent = typed("numerateur", "700", "denominateur", "1000");
        team.post(view.at("/indicateurs/N1/valeurs"), sent);
        team.post(view.at("/indicateurs/N1/valeurs"), sent);
        clock.advance(Duration.ofMinutes(5));
        give("numerateur", "724", "denominateur", "1000", "precision", "Requête corrigée");

        var all = values.of(view.id(), "N1");
        assertThat(all).extracting(value -> value.value().intValue()).containsExactly(72, 70);
        assertThat(all).extracting(IndicatorValue::current).containsExactly(true, false);
        assertThat(all.getFirst().territory()).isNull();
        assertThat(team.get(view.at("/indicateurs/N1")).body())
                .contains("72,4\u00A0% (724 sur 1\u00A0000)", "1\u00A0valeur remplacée", "Requête corrigée");
        assertThat(team.get(view.at("/historique?recherche=N1")).body()).contains("Valeur de l’indicateur N1");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndNothingIsKept() {
        for (var wrong : List.of(
                List.of("valeur", "101", "Un pourcentage va de 0 à 100."),
                List.of("valeur", "-1", "Un pourcentage va de 0 à 100."),
                List.of("numerateur", "5", "Donnez les deux nombres, ou aucun."),
                List.of("releve", "2099-01-01", "Cette date est à venir."),
                List.of("au", "2024-12-31", "La période finit avant de commencer."),
                List.of("du", "1999-01-01", "Les CPTS existent depuis 2016."),
                List.of("selon", "FACTS", "Dites qui donne ce chiffre."))) {
            var answer = team.post(
                    view.at("/indicateurs/N1/valeurs"),
                    typed("valeur", "50", "precision", "à garder", wrong.get(0), wrong.get(1)));
            assertThat(answer.body()).contains(wrong.get(2), "à garder");
        }
        assertThat(team.post(
                                view.at("/indicateurs/N1/valeurs"),
                                typed("valeur", "50", "numerateur", "7", "denominateur", "0"))
                        .body())
                .contains("Le nombre total est plus grand que zéro.");
        assertThat(team.post(
                                view.at("/indicateurs/N1/valeurs"),
                                typed("valeur", "50", "numerateur", "7", "denominateur", "10"))
                        .body())
                .contains("qui donnent 70");
        assertThat(values.of(view.id(), "N1")).isEmpty();
        assertThat(team.get(view.at("/indicateurs/N99")).statusCode()).isEqualTo(404);
    }

    @Test
    void twoPartiesThatDifferAreShownWithWhatEachSays() {
        give("valeur", "71", "precision", "Requête locale");
        give("valeur", "74", "selon", "CPTS", "precision", "Comptage des cabinets");

        assertThat(team.get(view.at("/indicateurs/N1")).body())
                .contains(
                        "Pour 2025\u00A0: la CPAM dit 71\u00A0%, la CPTS dit 74\u00A0%.",
                        "Requête locale", "Comptage des cabinets");
        assertThat(team.get(view.at("/indicateurs?recherche=N1")).body()).contains("1\u00A0désaccord");
        give("valeur", "71", "selon", "CPTS");
        assertThat(team.get(view.at("/indicateurs/N1")).body()).doesNotContain("ne disent pas la même valeur");
    }

    @Test
    void aFileIsTakenWholeOrNotAtAllAndOnce() {
        var wrong = team.postFile(
                view.at("/indicateurs/import"),
                "fichier",
                "cpam.csv",
                HEADS + "N1;2025-01-01;2025-12-31;CPAM;;700;1000;2026-02-01;\n"
                        + "N9;2025-01-01;2025-12-31;CPAM;12;;;2026-02-01;\n"
                        + "N3;2025-01-01;2025-12-31;CPAM;140;;;2026-02-01;\n"
                        + "N1;2025-01-01;2025-12-31;la CPAM;70;;;2026-02-01;\n");
        assertThat(wrong.body())
                .contains(
                        "Ligne 3",
                        "n’est pas un indicateur",
                        "Ligne 4",
                        "Un pourcentage va de 0 à 100",
                        "Ligne 5",
                        "même période");
        assertThat(values.of(view.id(), "N1")).isEmpty();

        var right = HEADS + "N1;2025-01-01;2025-12-31;;;700;1000;2026-02-01;\n"
                + "N5;2025-01-01;2025-12-31;CPTS;1250;;;2026-02-01;=1+1\n";
        team.postFile(view.at("/indicateurs/import"), "fichier", "cpam.csv", right);
        team.postFile(view.at("/indicateurs/import"), "fichier", "cpam.csv", right);
        assertThat(values.of(view.id(), "N1"))
                .singleElement()
                .extracting(IndicatorValue::producer, value -> value.value().intValue())
                .containsExactly(Producer.CPAM, 70);
        assertThat(values.of(view.id(), "N5")).hasSize(1);
        assertThat(team.postFile(view.at("/indicateurs/import"), "fichier", "vide.csv", "a;b\n1;2\n")
                        .body())
                .contains("Il manque des colonnes", "Colonne «\u00A0Code\u00A0»");
        assertThat(team.download(view.at("/indicateurs/modele.xlsx"))).isNotEmpty();
    }

    @Test
    void whatCirculatesHidesAHandfulOfPeople() {
        give("numerateur", "7", "denominateur", "1000", "precision", "sept personnes");
        var file = new String(team.download(view.at("/indicateurs.csv")), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(file.lines().filter(line -> line.startsWith("N1")))
                .singleElement()
                .asString()
                .contains("effectif de moins de 11, non montré")
                .doesNotContain("0,7", "1000", "sept");
        give("numerateur", "70", "denominateur", "1000");
        assertThat(new String(team.download(view.at("/indicateurs.csv")), java.nio.charset.StandardCharsets.UTF_8))
                .contains("70");
    }

    @Test
    void anIndicatorOfTheCommunityIsCountedFromTheFacts() {
        var form = Map.of(
                "id",
                UUID.randomUUID().toString(),
                "intitule",
                "Communes couvertes",
                "sens",
                "HAUSSE",
                "unite",
                "communes",
                "faits",
                "COMMUNES");
        assertThat(team.post(view.at("/indicateurs/nouveau"), form)
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .endsWith("/indicateurs/L1");
        team.post(view.at("/indicateurs/nouveau"), form);
        var today = LocalDate.ofInstant(clock.instant(), fr.maillage.shared.Today.PARIS);
        team.post(
                view.at("/indicateurs/L1/calcul"),
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "du",
                        today.withDayOfYear(1).toString(),
                        "au",
                        today.toString()));

        assertThat(values.of(view.id(), "L1")).singleElement().satisfies(value -> {
            assertThat(value.value().intValue()).isEqualTo(TestDossiers.MILLAU.size());
            assertThat(value.producer()).isEqualTo(Producer.FACTS);
            assertThat(value.territory()).isEqualTo(1);
            assertThat(value.comment()).contains("Version 1 du territoire");
        });
        // A form shown before another change does not win.
        var first = new HashMap<>(form);
        first.put("version", "0");
        first.put("intitule", "Communes du territoire");
        team.post(view.at("/indicateurs/L1/modifier"), first);
        assertThat(team.post(view.at("/indicateurs/L1/modifier"), first).body())
                .contains("Quelqu’un a modifié cet indicateur");
        team.post(view.at("/indicateurs/L1/archive"), Map.of());
        assertThat(team.get(view.at("/indicateurs")).body()).doesNotContain("Communes du territoire</td>");
        assertThat(team.get(view.at("/indicateurs/L1")).body()).contains("Cet indicateur est archivé");
    }

    @Test
    void theFactsOfAYearAreThoseThatWereRecorded() {
        var today = LocalDate.ofInstant(clock.instant(), fr.maillage.shared.Today.PARIS);
        var facts = registry.of(view.id(), new Period(today.minusYears(1), today));
        int actors = db.sql("select count(*) from community.participant where community_id = ? and archived_at is null")
                .param(view.id().value())
                .query(Integer.class)
                .single();

        assertThat(facts)
                .extracting(fact -> fact.kind().code())
                .doesNotHaveDuplicates()
                .contains("ACTEURS", "ACTIONS_MENEES");
        assertThat(value(facts, "ACTEURS")).isEqualTo(actors).isPositive();
        assertThat(value(facts, "ACTEURS_ARRIVES")).isEqualTo(actors);
        assertThat(value(facts, "COMMUNES")).isEqualTo(TestDossiers.MILLAU.size());
        // Nothing was there two years ago: neither an actor nor a territory.
        var before = registry.of(view.id(), new Period(today.minusYears(3), today.minusYears(2)));
        assertThat(value(before, "ACTEURS")).isZero();
        assertThat(before).extracting(fact -> fact.kind().code()).doesNotContain("COMMUNES");
    }

    private static int value(List<Fact> facts, String code) {
        return facts.stream()
                .filter(fact -> fact.kind().code().equals(code))
                .map(fact -> fact.value().intValue())
                .findFirst()
                .orElseThrow();
    }
}
