package fr.maillage.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The dated rules by HTTP: page, comparison, files, REST. */
@MaillageTest
class RulesPagesTest {

    @LocalServerPort
    int port;

    @Test
    void theInterfaceAnswersWithTheNamesOfTheContract() {
        var visitor = WebClient.visitor(port);
        var body = visitor.get("/api/v1/regles?date=2024-03-15").body();
        List<String> found = JsonPath.read(body, "$[?(@.code=='DELAI_SOLDE')].valeur");
        assertThat(found).containsExactly("2");
        List<String> status = JsonPath.read(body, "$[?(@.code=='MONTANT_ACCES_FIXE_T1')].statut");
        assertThat(status).containsExactly("INCONNU");
        List<String> sources = JsonPath.read(body, "$[*].source.titre");
        assertThat(sources).hasSizeGreaterThan(60).doesNotContain("");
        assertThat(visitor.get("/api/v1/regles?date=hier").statusCode()).isEqualTo(422);
        assertThat(visitor.get("/api/v1/regles?date=2018-01-01").body()).isEqualTo("[]");
    }

    @Test
    void thePageListsComparesAndExports() {
        var visitor = WebClient.visitor(port);
        assertThat(visitor.get("/regles?date=2024-03-15&recherche=avance").body())
                .contains("Part avancée", "vérifié")
                .doesNotContain("Plafond");
        assertThat(visitor.get("/regles?date=n'importe").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/regles/comparaison?avant=2022-03-30&apres=2022-03-31")
                        .body())
                .contains("Ajoutée", "Supprimée", "Modifiée");
        assertThat(visitor.get("/regles.csv?date=2024-03-15").body()).contains("DELAI_SOLDE");
    }
}
