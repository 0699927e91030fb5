package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signs that nobody sees, and line ends where one line is asked for. */
@MaillageTest
class HostileTextTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCommunities made;

    @Autowired
    Communities communities;

    @Autowired
    JdbcClient jdbc;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void aCommunity() {
        view = made.create("CPTS Vallée Fictive");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cpts?recherche=%00",
                "/cpts?recherche=%ED%A0%80",
                "/cpts?recherche=a%00b&tri=%00&page=%00&departement=%00",
                "/cpts.csv?recherche=%00",
                "/api/v1/communes?recherche=%00",
                "/simulateur?communes=%00&taille=%00",
                "/connexion?suite=%00",
            })
    void aPublicAddressWithNulIsRead(String address) {
        assertThat(WebClient.visitor(port).get(address).statusCode()).isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cpts?recherche=%zz", "/cpts?recherche=%", "/cpts?recherche=%C3%28"})
    void aBrokenAddressIsNoFaultOfOurs(String address) throws IOException {
        assertThat(rawStatus(address)).isLessThan(500);
    }

    @Test
    void nulInFormsWithoutAForm() {
        assertThat(WebClient.visitor(port)
                        .post("/connexion", Map.of("courriel", "a\u0000@exemple.example", "motdepasse", "\u0000"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.post("/compte", Map.of("nom", "Camille\u0000 Exemple"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(nameOf(view.actor())).isEqualTo("Camille Exemple");
        assertThat(WebClient.visitor(port)
                        .postJson("/api/v1/territoires/apercu", "{\"communes\":[\"\\u0000\"]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(WebClient.visitor(port)
                        .postJson("/api/v1/simulations/aci", "{\"communes\":[\"\\u0000\",\"\\ud800\"]}")
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u00A0", "\uFEFF\u2060", "\u0000"})
    void aNameOfInvisibleSignsIsNoName(String name) {
        assertThat(client.post("/compte", Map.of("nom", name)).statusCode()).isEqualTo(422);
        assertThat(association(name).statusCode()).isEqualTo(200);
        assertThat(communities.find(view.id()).name()).isEqualTo("CPTS Vallée Fictive");
    }

    @Test
    void aNameIsOneLine() {
        assertThat(association("CPTS\nX").statusCode()).isEqualTo(302);

        assertThat(communities.find(view.id()).name()).isEqualTo("CPTS X");
        assertThat(client.post("/compte", Map.of("nom", "Camille\r\nExemple")).statusCode())
                .isEqualTo(302);
        assertThat(nameOf(view.actor())).isEqualTo("Camille Exemple");
    }

    @Test
    void aNameIsNoAdvertisement() {
        assertThat(client.post("/compte", Map.of("nom", "Gagnez sur https://exemple.example"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(association("CPTS http://exemple.example").body()).contains("sans adresse de site");
    }

    @Test
    void theDatabaseRefusesLineEndsInNames() {
        assertThatThrownBy(() -> jdbc.sql("update community.community set name = E'CPTS\\nX'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("update access.account set name = E'A\\nB'").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aFieldOfSeveralLinesKeepsThem() {
        var sent = new HashMap<>(Map.of("version", "-1", "poste", "PLANNED", "missions", "Animer\r\n\r\n- réunir"));
        client.post(view.at("/gouvernance/coordination"), sent);

        assertThat(jdbc.sql("select coordination_tasks from community.governance")
                        .query(String.class)
                        .list())
                .containsExactly("Animer\n\n- réunir");
    }

    /** The client of the JDK refuses to send an address that is wrong. */
    private int rawStatus(String address) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    private HttpResponse<String> association(String name) {
        return client.post(view.at("/gouvernance/association"), Map.of("nom", name, "version", "0"));
    }

    private String nameOf(Actor actor) {
        return jdbc.sql("select name from access.account where id = ?")
                .param(actor.account().value())
                .query(String.class)
                .single();
    }
}
