package fr.maillage.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import fr.maillage.testing.MaillageTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The page and the OpenAPI document tell the same interface. */
@MaillageTest
class ApiPageTest {

    @Autowired
    WebApplicationContext program;

    MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(program).build();
    }

    @Test
    void everyPathOfTheInterfaceIsOnThePage() throws Exception {
        Map<String, Object> paths = JsonPath.read(body("/api/v1/openapi.json"), "$.paths");
        assertThat(paths).containsKeys("/api/v1/communes", "/api/v1/territoires/apercu", "/api/v1/simulations/aci");
        assertThat(body("/api")).contains(paths.keySet());
    }

    @Test
    void theDocumentDescribesTheSimulation() throws Exception {
        var document = body("/api/v1/openapi.json");
        Map<String, Object> request = JsonPath.read(document, "$.components.schemas.SimulationBody.properties");
        assertThat(request)
                .containsOnlyKeys(
                        "taille",
                        "population",
                        "communes",
                        "dateSignature",
                        "bareme",
                        "missions",
                        "montants",
                        "lignes");
        Map<String, Object> payment = JsonPath.read(document, "$.components.schemas.Versement.properties");
        assertThat(payment)
                .containsOnlyKeys(
                        "datePrevue", "dateLimite", "annee", "mission", "volet", "nature", "montant", "calcul");
    }

    private String body(String path) throws Exception {
        return http.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
