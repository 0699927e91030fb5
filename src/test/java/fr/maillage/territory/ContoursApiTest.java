package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.territory.contours.TestContours;
import fr.maillage.testing.MaillageTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Contours as GeoJSON, for « Carte animée ». */
@MaillageTest
class ContoursApiTest {

    @Autowired
    WebApplicationContext program;

    @Autowired
    TestContours contours;

    @Test
    void givesTheCommunesThatHaveAContour() throws Exception {
        contours.squares();
        ask("{\"communes\":[\"12145\",\"99999\",null,\"x\\u0000y\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.type").value("FeatureCollection"))
                .andExpect(jsonPath("$.features.length()").value(1))
                .andExpect(jsonPath("$.features[0].properties.nom").value("Millau"))
                .andExpect(jsonPath("$.features[0].geometry.type").value("MultiPolygon"))
                .andExpect(jsonPath("$.features[0].geometry.coordinates[0][0][0].length()")
                        .value(2));
    }

    @Test
    void withoutContoursThereIsNone() throws Exception {
        ask("{\"communes\":[\"12145\"]}")
                .andExpect(jsonPath("$.features.length()").value(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"communes\":[]}"})
    void asksForCommunes(String body) throws Exception {
        var answer = ask(body).andExpect(status().isUnprocessableContent()).andReturn();
        assertThat(answer.getResponse().getContentAsString()).contains("communes");
    }

    @Test
    void refusesMoreThanAMapHolds() throws Exception {
        var codes =
                IntStream.range(0, 2_001).mapToObj(i -> "\"%05d\"".formatted(i)).collect(Collectors.joining(","));
        ask("{\"communes\":[" + codes + "]}").andExpect(status().isUnprocessableContent());
    }

    private ResultActions ask(String body) throws Exception {
        MockMvc http = MockMvcBuilders.webAppContextSetup(program).build();
        return http.perform(post("/api/v1/territoires/contours")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
