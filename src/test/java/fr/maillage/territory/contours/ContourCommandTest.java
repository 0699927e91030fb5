package fr.maillage.territory.contours;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.maillage.territory.Overviewed;
import fr.maillage.territory.Territories;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contours come from files or from the API; former communes are dissolved, and who touches whom is known. */
@MaillageTest
class ContourCommandTest {

    @Autowired
    TestContours contours;

    @Autowired
    Territories territories;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void loadsTopoJsonAndGeoJsonAndDissolvesFormerCommunes() {
        var said = contours.squares();

        assertThat(said)
                .contains("communes-12.topojson : 4 communes, 1 ancienne commune fondue dans la nouvelle,"
                        + " 1 code inconnu laissé de côté")
                .contains("communes-30.geojson : 3 communes")
                .contains("7 communes ont maintenant leur contour (IGN Admin Express, Licence Ouverte), en 1 seconde.")
                .endsWith("code 0");
        assertThat(codes()).containsExactly("12084", "12145", "12208", "12218", "30105", "30139", "30229");
        assertThat(jdbc.sql("select array_length(pieces, 1) from territory.contour where code = '12218'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** Sharing an arc, a line or, across files, a line three metres off; a corner is not a border. */
    @ParameterizedTest(name = "{0} et {1} se touchent : {2}")
    @CsvSource({
        "12145, 12084, true",
        "12084, 12208, true",
        "12145, 12208, false",
        "12145, 12218, true",
        "12084, 12218, true",
        "12208, 12218, false",
        "12208, 30105, true",
        "30105, 30139, true",
        "12208, 30139, false",
        "30139, 30229, false",
        "30105, 30229, false",
    })
    void knowsWhoTouchesWhom(String one, String other, boolean touch) {
        contours.squares();
        assertThat(touch(one, other)).isEqualTo(touch);
        assertThat(touch(other, one)).isEqualTo(touch);
        assertThat(connected(one, other)).isEqualTo(touch);
    }

    @Test
    void nobodyCanTellWithoutAllTheContours() {
        assertThat(connected("12145", "12084")).isNull();
        contours.squares();
        assertThat(connected("12145", "01001")).isNull();
        assertThat(connected("12145")).isTrue();
        assertThat(connected("12145", "12084", "12208", "30105", "30139")).isTrue();
    }

    @Test
    void loadingAgainChangesNothingButTheSource() {
        contours.squares();
        var borders = borders();
        var said = contours.run(TestContours.SQUARES.toString(), "--source", "Atelier d’essai", "--millesime", "2026");
        assertThat(said).contains("(Atelier d’essai, 2026)");
        assertThat(borders()).isEqualTo(borders);
        assertThat(jdbc.sql("select attribution from territory.contour_source")
                        .query(String.class)
                        .list())
                .containsExactly("Atelier d’essai");
    }

    @Test
    void oneFileAfterAnotherKnowsTheBordersBetweenThem() {
        contours.run(TestContours.SQUARES.resolve("communes-12.topojson").toString());
        contours.run(TestContours.SQUARES.resolve("communes-30.geojson").toString());
        assertThat(touch("12208", "30105")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "image     | \u0089PNG                                              | ni du GeoJSON ni du TopoJSON",
                "tableau   | [1,2,3]                                           | ni du GeoJSON ni du TopoJSON",
                "coupe     | {\"type\":\"FeatureCollection\",\"features\":[{        | ni du GeoJSON ni du TopoJSON",
                "vide      | {}                                                | aucun contour de commune",
                "lambert   | {\"features\":[{\"properties\":{\"code\":\"12145\"},\"geometry\":{\"coordinates\":[[[700000,6300000],[700001,6300000],[700000,6300001]]]}}]} | ne sont pas en degrés",
                "points    | {\"features\":[{\"properties\":{\"code\":\"12145\"},\"geometry\":{\"coordinates\":[3.1,44.2]}}]} | aucun contour de commune",
                "texte     | {\"features\":[{\"properties\":{\"code\":\"12145\"},\"geometry\":{\"coordinates\":[[[\"a\",1]]]}}]} | ne sont pas celles de polygones",
                "arcs      | {\"objects\":{\"c\":{\"geometries\":[{\"arcs\":[[7]],\"properties\":{\"code\":\"12145\"}}]}},\"arcs\":[]} | cite un arc",
                "liste     | {\"features\":{\"a\":1}}                          | n’est pas lisible",
            })
    void aBadFileIsRefusedAndTheOthersAreLoaded(String name, String content, String reason) throws Exception {
        Files.copy(TestContours.SQUARES.resolve("communes-30.geojson"), folder.resolve("bon.geojson"));
        Files.writeString(folder.resolve(name + ".json"), content, StandardCharsets.UTF_8);
        var said = contours.run(folder.toString());
        assertThat(said).contains(name + ".json : ").contains(reason).endsWith("code 0");
        assertThat(codes()).hasSize(3);
    }

    @Test
    void bombsAreRefused() throws Exception {
        Files.writeString(folder.resolve("profond.json"), "[".repeat(100_000));
        Files.writeString(
                folder.resolve("profond2.json"),
                "{\"features\":[{\"geometry\":{\"coordinates\":" + "[".repeat(100_000));
        Files.writeString(
                folder.resolve("redite.json"),
                "{\"objects\":{\"c\":{\"geometries\":[" + "{\"properties\":{\"code\":\"12145\"},\"arcs\":[["
                        + "0,".repeat(400_000) + "0]]}]}},\"arcs\":[[" + "[1,1],".repeat(100) + "[1,2]]]}");
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("gonfle.json.gz")))) {
            var blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 610; i++) {
                packed.write(blanks);
            }
        }
        var said = contours.run(folder.toString());
        assertThat(said)
                .contains("profond.json : refusé")
                .contains("profond2.json : refusé")
                .contains("redite.json : refusé, ce fichier contient trop de points")
                .contains("gonfle.json.gz : refusé")
                .endsWith("code 1");
        assertThat(codes()).isEmpty();
    }

    @Test
    void wrongWordsAreAnsweredByTheUsage() {
        assertThat(contours.run()).contains("Usage").endsWith("code 2");
        assertThat(contours.run("un", "deux")).endsWith("code 2");
        assertThat(contours.run("--millesime")).endsWith("code 2");
        assertThat(contours.run("--inconnu")).endsWith("code 2");
        assertThat(contours.run(folder.toString())).contains("Aucun fichier").endsWith("code 1");
        assertThat(contours.run(folder.resolve("absent").toString()))
                .contains("Ce dossier n’est pas lisible")
                .endsWith("code 1");
    }

    @Test
    void asksTheApiDepartementByDepartement() throws Exception {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        var squares = Files.readAllBytes(TestContours.SQUARES.resolve("communes-30.geojson"));
        server.createContext("/departements/30/communes", exchange -> {
            assertThat(exchange.getRequestURI().getQuery())
                    .isEqualTo("fields=code,nom,contour&format=geojson&geometry=contour");
            answer(exchange, 200, squares);
        });
        server.createContext("/", exchange -> answer(exchange, 503, new byte[0]));
        server.start();
        try {
            var said = contours.run(
                    "--adresse", "http://localhost:" + server.getAddress().getPort());
            assertThat(said)
                    .contains("Gard : 3 communes")
                    .contains("Ain : refusé, l’API a répondu par l’erreur 503")
                    .contains("Arrondissements de Paris, Lyon et Marseille")
                    .endsWith("code 0");
        } finally {
            server.stop(0);
        }
        assertThat(codes()).hasSize(3);
    }

    @Test
    void anApiOutOfReachChangesNothing() {
        contours.squares();
        var said = contours.run("--adresse", "http://localhost:1");
        assertThat(said)
                .contains("L’API n’est pas joignable à l’adresse http://localhost:1.")
                .contains("Rien n’a changé")
                .endsWith("code 1");
        assertThat(codes()).hasSize(7);
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, int status, byte[] body)
            throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private @org.jspecify.annotations.Nullable Boolean connected(String... codes) {
        return switch (territories.overview(List.of(codes), List.of(), null)) {
            case Overviewed.Done(var overview) -> overview.connected();
            case Overviewed.Refused(var faults) -> throw new AssertionError(faults);
        };
    }

    private boolean touch(String one, String other) {
        return Objects.requireNonNull(
                jdbc.sql("select exists (select 1 from territory.adjacency where code = ? and neighbour = ?)")
                        .params(one, other)
                        .query(Boolean.class)
                        .single());
    }

    private List<String> borders() {
        return jdbc.sql("select code || neighbour from territory.adjacency order by 1")
                .query(String.class)
                .list();
    }

    private List<String> codes() {
        return jdbc.sql("select code from territory.contour order by code")
                .query(String.class)
                .list();
    }
}
