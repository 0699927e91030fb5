package fr.maillage.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import fr.maillage.testing.MaillageTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/** The REST interface of the simulator, as other programs rely on it. */
@MaillageTest
class SimulationApiTest {

    @Autowired
    WebApplicationContext program;

    MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(program).build();
    }

    @Test
    void answersWithTheNamesOfTheContract() throws Exception {
        ask("""
                {"taille":2,"dateSignature":"2024-03-15","bareme":"aci-2019",
                 "missions":[{"code":"ACCES","dateDemarrage":"2024-06-15","tauxVariable":"1.0"}]}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.bareme.code").value("aci-2019"))
                .andExpect(jsonPath("$.bareme.intitule").isNotEmpty())
                .andExpect(jsonPath("$.bareme.source").value(containsString("20 juin 2019")))
                .andExpect(jsonPath("$.taille").value(2))
                .andExpect(jsonPath("$.annees", hasSize(5)))
                .andExpect(jsonPath("$.annees[0].numero").value(1))
                .andExpect(jsonPath("$.annees[0].debut").value("2024-03-15"))
                .andExpect(jsonPath("$.annees[0].fin").value("2025-03-14"))
                .andExpect(jsonPath(
                        "$.annees[0].lignes[*].volet",
                        contains("FONCTIONNEMENT", "FIXE", "VARIABLE", "COMPENSATION", "SNP")))
                .andExpect(jsonPath("$.annees[0].lignes[0].mission").value(nullValue()))
                .andExpect(jsonPath("$.annees[0].lignes[1].mission").value("ACCES"))
                .andExpect(jsonPath("$.annees[0].lignes[1].du").value("13089.04"))
                .andExpect(jsonPath("$.annees[0].lignes[1].avance").value("9816.78"))
                .andExpect(jsonPath("$.annees[0].lignes[1].solde").value("3272.26"))
                .andExpect(jsonPath("$.annees[0].lignes[2].variable").value("13089.04"))
                .andExpect(jsonPath("$.versements[0].nature").value("INTEGRAL"))
                .andExpect(jsonPath("$.versements[0].montant").value("60000.00"))
                .andExpect(jsonPath("$.versements[1].datePrevue").value("2024-06-15"))
                .andExpect(jsonPath("$.versements[1].annee").value(1))
                .andExpect(jsonPath("$.versements[1].mission").value("ACCES"))
                .andExpect(jsonPath("$.versements[1].volet").value("FIXE"))
                .andExpect(jsonPath("$.versements[1].nature").value("AVANCE"))
                .andExpect(jsonPath("$.versements[1].montant").value("9816.78"))
                .andExpect(jsonPath("$.versements[1].calcul").value(containsString("273")))
                .andExpect(jsonPath("$.versements[?(@.nature=='SOLDE' && @.annee==1 && @.volet=='FIXE')].dateLimite")
                        .value("2025-05-15"))
                .andExpect(jsonPath("$.versements[-1].datePrevue").value("2029-03-15"));
    }

    private static final String LINES = """
            {"taille":3,"dateSignature":"2024-03-15","bareme":"aci-avenant-2",
             "missions":[{"code":"ACCES","dateDemarrage":"2024-06-15"}],
             "montants":{"FONCTIONNEMENT":"75000.00","ACCES":{"FIXE":"90000.00","VARIABLE":"%s"}},
             "lignes":[
              {"mission":"ACCES","code":"ALD","maximum":"9000.00","sens":"BAISSE","valeur":"%s","preuve":%s,
               "paliers":[{"seuil":"219","montant":"3000"},{"seuil":"100","montant":"6000"},{"seuil":"50","montant":"9000"}]},
              {"mission":"ACCES","code":"SAS","maximum":"26000.00","sens":"HAUSSE","valeur":"12","preuve":true,
               "paliers":[{"seuil":"10","montant":"26000.00"}]}]}""";

    @Test
    void theLinesOfResultsMakeTheVariablePartOfEachYear() throws Exception {
        ask(LINES.formatted("35000.00", "80", "true"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.annees[1].lignes[?(@.volet=='VARIABLE')].variable")
                        .value("32000.00"))
                .andExpect(jsonPath("$.annees[1].lignes[?(@.volet=='VARIABLE')].lignes[0].montant")
                        .value("6000.00"))
                .andExpect(jsonPath("$.annees[4].lignes[?(@.volet=='VARIABLE')].lignes[1].montant")
                        .value("26000.00"))
                .andExpect(jsonPath("$.annees[0].lignes[?(@.volet=='VARIABLE')].variable")
                        .value("23934.25"))
                .andExpect(jsonPath("$.annees[0].lignes[?(@.volet=='VARIABLE')].lignes[0].montant")
                        .value("4487.67"))
                .andExpect(jsonPath("$.annees[0].lignes[?(@.volet=='VARIABLE')].lignes[1].montant")
                        .value("19446.58"))
                .andExpect(jsonPath("$.annees[1].lignes[?(@.volet=='VARIABLE')].lignes[0].explication")
                        .value(hasItem(containsString("palier"))));
    }

    @Test
    void aLineWithoutProofPaysNothing() throws Exception {
        ask(LINES.formatted("35000.00", "80", "false"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.annees[1].lignes[?(@.volet=='VARIABLE')].variable")
                        .value("26000.00"));
    }

    @Test
    void linesThatDoNotMakeTheEnvelopeAreRefused() throws Exception {
        ask(LINES.formatted("35000.01", "80", "true"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("35\u00a0000,01")));
        ask(LINES.formatted("35000.00", "beaucoup", "true")).andExpect(status().is(422));
        ask(LINES.formatted("35000.00", "80", "\"oui\"")).andExpect(status().is(422));
        ask(LINES.replace("\"mission\":\"ACCES\",\"code\":\"SAS\"", "\"mission\":\"CRISE\",\"code\":\"SAS\"")
                        .formatted("35000.00", "80", "true"))
                .andExpect(status().is(422));
    }

    @ParameterizedTest
    @CsvSource({"1, 220000", "2, 287000", "3, 370000", "4, 450000"})
    void aFullYearIsThePublishedTotalOf2019(int size, String total) throws Exception {
        var body = ask("""
                {"taille":%d,"bareme":"aci-2019","dateSignature":"2024-03-15","missions":[%s]}""".formatted(size, allMissions("2024-03-15")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        List<String> totals = JsonPath.read(body, "$.annees[*].total");
        assertThat(totals).hasSize(5).containsOnly(total + ".00");
        List<String> payments = JsonPath.read(body, "$.versements[*].montant");
        var paid = payments.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(JsonPath.<String>read(body, "$.totalCinqAns")).isEqualTo(paid.toPlainString());
    }

    @ParameterizedTest
    @CsvSource({"39999, 1", "40000, 2", "65000, 2", "80000, 3", "175000, 3", "175001, 4"})
    void sizeFollowsThePopulation(int population, int size) throws Exception {
        ask("""
                {"population":%d,"dateSignature":"2024-03-15"}""".formatted(population))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taille").value(size))
                .andExpect(jsonPath("$.population").value(population));
    }

    @Test
    void sizeFollowsTheCommunesWithTheirVintage() throws Exception {
        ask("""
                {"communes":["12145","12202"],"dateSignature":"2024-03-15"}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taille").value(2))
                .andExpect(jsonPath("$.millesime").value("2023"));
    }

    @Test
    void withoutAGridTheLastOneEntirelyKnownIsUsedAndItSaysSo() throws Exception {
        ask("""
                {"taille":2,"dateSignature":"2024-03-15","missions":[]}""")
                .andExpect(jsonPath("$.bareme.code").value("aci-2019"))
                .andExpect(jsonPath("$.avertissements[*].code", hasItem("BAREME_PAR_DEFAUT")))
                .andExpect(jsonPath("$.totalCinqAns").value("300000.00"));
    }

    @Test
    void anUnknownAmountIsNullAndAskedForNeverZero() throws Exception {
        ask("""
                {"taille":4,"dateSignature":"2024-03-15","missions":[{"code":"CRISE","dateDemarrage":"2024-03-15"}]}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.bareme.code").value("aci-avenant-2"))
                .andExpect(jsonPath("$.totalCinqAns").value(nullValue()))
                .andExpect(jsonPath("$.totalConnu").value("450000.00"))
                .andExpect(jsonPath("$.annees[0].total").value(nullValue()))
                .andExpect(jsonPath("$.annees[0].lignes[1].du").value(nullValue()))
                .andExpect(jsonPath("$.annees[0].lignes[1].statut").value("inconnu"))
                .andExpect(jsonPath("$.inconnus[*].volet", contains("FIXE", "VARIABLE")))
                .andExpect(jsonPath("$.hypotheses[*].code", hasItem("CRISE_RECONNUE")))
                .andExpect(jsonPath("$.avertissements[*].code", hasItem("TOTAL_PUBLIE")));
    }

    @Test
    void theAmountsOfTheContractPrevail() throws Exception {
        ask("""
                {"taille":4,"dateSignature":"2024-03-15",
                 "missions":[{"code":"CRISE","dateDemarrage":"2024-03-15","tauxVariable":0}],
                 "montants":[{"mission":"CRISE","volet":"FIXE","montant":"30000.50"},
                             {"volet":"FONCTIONNEMENT","montant":80000}]}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inconnus", hasSize(0)))
                .andExpect(jsonPath("$.annees[0].total").value("110000.50"))
                .andExpect(jsonPath("$.annees[0].lignes[1].statut").value("contrat"));
    }

    @Test
    void everyFaultIsToldAtOnceInFrench() throws Exception {
        ask("""
                {"taille":5,"population":0,"dateSignature":"2024-02-30","bareme":"aci-2030","inconnu":1,
                 "missions":[{"code":"ACCES","dateDemarrage":"demain","tauxVariable":"1.5"},
                             {"code":"ACCES","dateDemarrage":"2024-06-15"},
                             {"code":"SOINS"},
                             7]}""")
                .andExpect(status().is(422))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.status").value(422))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath(
                        "$.erreurs[*].champ",
                        containsInAnyOrder(
                                "inconnu",
                                "dateSignature",
                                "bareme",
                                "taille",
                                "population",
                                "missions[0].dateDemarrage",
                                "missions[0].tauxVariable",
                                "missions[1].code",
                                "missions[2].code",
                                "missions[2].dateDemarrage",
                                "missions[3]",
                                "missions[3].code",
                                "missions[3].dateDemarrage")))
                .andExpect(jsonPath("$.erreurs[*].message", not(hasItem(""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | taille",
                "{\"taille\":2} | dateSignature",
                "{\"taille\":2,\"population\":5,\"dateSignature\":\"2024-03-15\"} | taille",
                "{\"taille\":0,\"dateSignature\":\"2024-03-15\"} | taille",
                "{\"taille\":2.5,\"dateSignature\":\"2024-03-15\"} | taille",
                "{\"taille\":\"deux\",\"dateSignature\":\"2024-03-15\"} | taille",
                "{\"population\":-1,\"dateSignature\":\"2024-03-15\"} | population",
                "{\"population\":99999999999999999999,\"dateSignature\":\"2024-03-15\"} | population",
                "{\"communes\":[],\"dateSignature\":\"2024-03-15\"} | communes",
                "{\"communes\":\"12145\",\"dateSignature\":\"2024-03-15\"} | communes",
                "{\"communes\":[\"12145\",\"99999\"],\"dateSignature\":\"2024-03-15\"} | communes[1]",
                "{\"communes\":[12145],\"dateSignature\":\"2024-03-15\"} | communes[0]",
                "{\"taille\":2,\"dateSignature\":\"15/03/2024\"} | dateSignature",
                "{\"taille\":2,\"dateSignature\":\"2019-06-19\"} | dateSignature",
                "{\"taille\":2,\"dateSignature\":\"9999-12-31\"} | dateSignature",
                "{\"taille\":2,\"dateSignature\":20240315} | dateSignature",
                "{\"taille\":2,\"dateSignature\":\"2024-03-15\",\"missions\":{}} | missions",
                "{\"taille\":2,\"dateSignature\":\"2024-03-15\",\"montants\":[{\"volet\":\"FIXE\",\"montant\":\"1\"}]} | montants[0].volet",
                "{\"taille\":2,\"dateSignature\":\"2024-03-15\",\"montants\":[{\"volet\":\"FONCTIONNEMENT\",\"montant\":\"1,5\"}]} | montants[0].montant",
                "[] | (vide)"
            })
    void oneFault(String body, String field) throws Exception {
        ask(body)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem(field.equals("(vide)") ? "" : field)));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-14, 422", "2024-03-15, 200", "2029-03-14, 200", "2029-03-15, 422"})
    void aMissionStartsWithinTheContract(String start, int status) throws Exception {
        ask("""
                {"taille":2,"dateSignature":"2024-03-15","missions":[{"code":"ACCES","dateDemarrage":"%s"}]}""".formatted(start)).andExpect(status().is(status));
    }

    @Test
    void aMissionThatTheGridDoesNotHaveIsRefusedByName() throws Exception {
        ask("""
                {"taille":2,"dateSignature":"2024-03-15","bareme":"aci-2019",
                 "missions":[{"code":"CRISE","dateDemarrage":"2024-03-15"}]}""")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.erreurs[0].champ").value("missions[0].code"))
                .andExpect(jsonPath("$.erreurs[0].message").value(containsString("CRISE")));
    }

    @Test
    void whatIsNotJsonIsRefused() throws Exception {
        ask("taille=2").andExpect(status().isBadRequest()).andExpect(content().contentType("application/problem+json"));
        ask("").andExpect(status().isBadRequest());
    }

    private static String allMissions(String start) {
        return String.join(
                ",",
                List.of("ACCES", "PARCOURS", "PREVENTION", "QUALITE", "ACCOMPAGNEMENT").stream()
                        .map(code -> "{\"code\":\"%s\",\"dateDemarrage\":\"%s\"}".formatted(code, start))
                        .toList());
    }

    private ResultActions ask(String json) throws Exception {
        return http.perform(post("/api/v1/simulations/aci")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
