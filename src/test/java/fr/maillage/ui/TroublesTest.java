package fr.maillage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a reader or a program gets when something fails: French, calm, and nothing of the inside. */
@MaillageTest
class TroublesTest {

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void pageThatDoesNotExistIsToldInTheLayout() {
        var answer = get("/aide/cette-page-n-existe-pas");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>Cette page n’existe pas</h1>", "Revenir à l’accueil", "<footer");
    }

    @Test
    void unknownApiAddressIsAProblem() {
        var answer = get("/api/v1/rien");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404", "\"title\":\"Cette page n’existe pas\"", "/api/v1/rien");
    }

    @Test
    void unreadableJsonNamesTheFault() {
        var answer = post("/api/v1/territoires/apercu", "application/json", "{");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"erreurs\":[{\"champ\":\"\",\"message\":\"Le corps de la demande");
    }

    @Test
    void wrongMethodIsTold() {
        var answer = post("/api/v1/communes", "application/json", "{}");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("\"title\":\"Cette adresse ne s’ouvre pas ainsi\"");
    }

    @Test
    void formWithoutItsTokenIsRefusedCalmly() {
        var answer = post("/apparence", "application/x-www-form-urlencoded", "apparence=sombre");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>Cette action n’a pas été faite</h1>");
    }

    @Test
    void staticFilesAreKeptForAYearUnderTheirHash() {
        var answer = get(Assets.url("css/base.css"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
        assertThat(get(Assets.url("vendor/lucide/icons.svg")).body()).contains("<symbol id=\"route\"");
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
