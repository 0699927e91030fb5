package fr.maillage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What strangers may send to the REST interface. */
@MaillageTest
class ApiBodiesTest {

    private static final String OVERVIEW = "/api/v1/territoires/apercu";
    private static final String SIMULATION = "/api/v1/simulations/aci";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {OVERVIEW, SIMULATION})
    void aLongBodyIsRefused(String path) throws Exception {
        var body = "{\"communes\":[" + "\"12145\",".repeat(40_000) + "\"12145\"]}";

        var answer = WebClient.visitor(port).postJson(path, body);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("256").contains("trop longue");

        var chunked = chunked(path, body);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("trop longue");
    }

    @Test
    void fiveThousandCommunesFit() {
        var codes =
                IntStream.range(0, 5_000).mapToObj(i -> "\"%05d\"".formatted(i)).collect(Collectors.joining(", "));

        assertThat(WebClient.visitor(port)
                        .postJson(OVERVIEW, "{\"communes\": [" + codes + "]}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void manyFaultsAreToldInPartAndAtOnce() {
        var nulls = "{\"communes\":[" + "null,".repeat(50_000) + "null]}";
        long before = System.nanoTime();

        var answer = WebClient.visitor(port).postJson(OVERVIEW, nulls);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body().length()).isLessThan(100_000);
        assertThat(WebClient.visitor(port).postJson(SIMULATION, nulls).statusCode())
                .isEqualTo(422);
        assertThat(System.nanoTime() - before).isLessThan(60_000_000_000L);
    }

    @Test
    void manyMissionsAreNotRead() {
        var answer = WebClient.visitor(port)
                .postJson(
                        SIMULATION,
                        "{\"taille\":2,\"dateSignature\":\"2024-03-15\",\"missions\":[" + "{},".repeat(20) + "{}]}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("au plus 20").doesNotContain("missions[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e-400", "1e308"})
    void aNumberWithoutBoundsIsAFault(String number) {
        var client = WebClient.visitor(port);
        assertThat(client.postJson(
                                SIMULATION,
                                "{\"taille\":2,\"dateSignature\":\"2024-03-15\",\"missions\":[{\"code\":\"ACCES\","
                                        + "\"dateDemarrage\":\"2024-06-15\",\"tauxVariable\":" + number + "}]}")
                        .statusCode())
                .isIn(200, 422);
        assertThat(client.postJson(SIMULATION, "{\"taille\":" + number + ",\"dateSignature\":\"2024-03-15\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.postJson(OVERVIEW, "{\"parties\":[{\"commune\":\"12145\",\"population\":" + number + "}]}")
                        .statusCode())
                .isIn(400, 422);
    }

    private HttpResponse<String> chunked(String path, String body) throws IOException, InterruptedException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
