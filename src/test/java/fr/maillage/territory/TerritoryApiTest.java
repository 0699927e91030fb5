package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.MaillageTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The REST interface of places, as other programs rely on it. */
@MaillageTest
class TerritoryApiTest {

    @Autowired
    WebApplicationContext program;

    MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(program).build();
    }

    @Test
    void givesCommunesWithExactlyTheFieldsOfTheContract() throws Exception {
        var body = http.perform(get("/api/v1/communes").param("recherche", "Millau"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(body).startsWith("""
                        [{"code":"12145","nom":"Millau","codesPostaux":["12100"],\
                        "departement":{"code":"12","nom":"Aveyron"},"epci":{"code":"241200567",\
                        "nom":"CC de Millau Grands Causses"},"population":""").contains("\"millesime\":\"2023\"}");
    }

    @Test
    void givesAtMostTwenty() throws Exception {
        http.perform(get("/api/v1/communes").param("recherche", "saint")).andExpect(jsonPath("$", hasSize(20)));
    }

    @Test
    void aBlankTextFindsNothingAndATextTooLongIsRefused() throws Exception {
        http.perform(get("/api/v1/communes").param("recherche", " "))
                .andExpect(status().isOk())
                .andExpect(content().json("[]"));
        http.perform(get("/api/v1/communes"))
                .andExpect(status().isOk())
                .andExpect(content().json("[]"));
        http.perform(get("/api/v1/communes").param("recherche", "x".repeat(101)))
                .andExpect(status().is(422))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.erreurs[0].champ").value("recherche"));
    }

    @Test
    void describesAListOfCommunes() throws Exception {
        ask("""
                {"communes":["12145","12063"]}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.population").isNumber())
                .andExpect(jsonPath("$.millesime").value("2023"))
                .andExpect(jsonPath("$.taille").value(1))
                .andExpect(jsonPath("$.nombreCommunes").value(2))
                .andExpect(jsonPath("$.contigu").hasJsonPath())
                .andExpect(jsonPath("$.avertissements").isArray())
                .andExpect(jsonPath("$.conflits").isEmpty());
    }

    @ParameterizedTest(name = "{0} habitants → taille {1}, avertissement {2}")
    @CsvSource({
        "14999, 1, POPULATION_FAIBLE",
        "15000, 1,",
        "39999, 1,",
        "40000, 2,",
        "79999, 2,",
        "80000, 3, SEUIL_EXACT",
        "80001, 3,",
        "175000, 3,",
        "175001, 4,",
    })
    void classesTheSizeAtTheExactBounds(int population, int size, String warning) throws Exception {
        var answer = ask("""
                {"communes":[],"parties":[{"commune":"31555","nom":"Quartier","population":%d}]}""".formatted(population))
                .andExpect(jsonPath("$.population").value(population))
                .andExpect(jsonPath("$.taille").value(size))
                .andExpect(jsonPath("$.nombreCommunes").value(1));
        if (warning != null) {
            answer.andExpect(jsonPath("$.avertissements[*].code", hasItem(warning)));
        } else {
            answer.andExpect(jsonPath("$.avertissements[*].code")
                    .value(org.hamcrest.Matchers.everyItem(org.hamcrest.Matchers.is("POPULATION_DECLAREE"))));
        }
    }

    @Test
    void aFormerCodeBecomesItsSuccessorAndCountsOnce() throws Exception {
        ask("""
                {"communes":["12076","12218"]}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.nombreCommunes").value(1))
                .andExpect(jsonPath("$.population").value(1540))
                .andExpect(jsonPath("$.avertissements[*].code", hasItem("ANCIEN_CODE")))
                .andExpect(jsonPath("$.avertissements[0].message")
                        .value("Le code 12076 (Conques) n’est plus en vigueur\u00A0: Conques-en-Rouergue (12218) le"
                                + " remplace, tout entière."));
    }

    @Test
    void mixedVintagesAreTold() throws Exception {
        ask("""
                {"communes":["97601","12145"]}""")
                .andExpect(jsonPath("$.millesime").value("2017 et 2023"))
                .andExpect(jsonPath("$.avertissements[*].code", hasItem("MILLESIMES_DIFFERENTS")));
        ask("""
                {"communes":["98411"]}""").andExpect(jsonPath("$.avertissements[*].code", hasItem("POPULATION_INCONNUE")));
    }

    @Test
    void everyFaultIsToldAtOnce() throws Exception {
        ask("""
                {"communes":["12145","99999","12145","75056","75101","",null,"55273"],
                 "parties":[{"commune":"12145","nom":"Centre","population":10},
                            {"commune":"31555","nom":"","population":-1},
                            {"commune":"31555","nom":"Mirail","population":10},
                            {"commune":"31555","nom":"mirail","population":10},
                            {"nom":"Nulle part"}]}""")
                .andExpect(status().is(422))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath(
                        "$.erreurs[*].champ",
                        hasItems(
                                "communes[1]",
                                "communes[2]",
                                "communes[4]",
                                "communes[5]",
                                "communes[6]",
                                "communes[7]",
                                "parties[0].commune",
                                "parties[1].nom",
                                "parties[1].population",
                                "parties[3].nom",
                                "parties[4].commune",
                                "parties[4].population")));
    }

    @ParameterizedTest
    @CsvSource({"75056,75120", "69123,69381", "13055,13216", "69386,69123"})
    void aCityAndOneOfItsArrondissementsAreRefused(String one, String other) throws Exception {
        ask("{\"communes\":[\"%s\",\"%s\"]}".formatted(one, other))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.erreurs", hasSize(1)));
    }

    @Test
    void arrondissementsAloneAreFine() throws Exception {
        ask("""
                {"communes":["75119","75120"]}""").andExpect(status().isOk()).andExpect(jsonPath("$.taille").value(4));
    }

    @Test
    void anEmptyOrUnreadableRequestIsRefused() throws Exception {
        ask("{\"communes\":[]}").andExpect(status().is(422));
        ask("{}").andExpect(status().is(422));
        ask("{\"communes\":[\"12\\u0000 45\"]}").andExpect(status().is(422));
    }

    private ResultActions ask(String json) throws Exception {
        return http.perform(post("/api/v1/territoires/apercu")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
