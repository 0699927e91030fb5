package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.maillage.access.RouteMatrix.Person;
import fr.maillage.access.RouteMatrix.Row;
import fr.maillage.testing.DatabaseSnapshot;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the program, called by every kind of person, compared with the committed table. A route without a row
 * fails, and the failure prints the row to check and to add.
 */
@MaillageTest
class RouteMatrixTest {

    /** A variable with the word before it: {@code /acteurs/{id}}, {@code /acteurs.{format:xlsx|csv}}. */
    private static final Pattern VARIABLE = Pattern.compile("([^/{}]*)([/.-])\\{(\\w+)(?::((?:[^{}]|\\{[^}]*})*))?}");

    private static final String PART = " [HX-Request]";
    private static final String JSON = " [json]";

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    RouteWorld world;

    @Autowired
    DatabaseSnapshot snapshot;

    @TestFactory
    Stream<DynamicTest> everyPersonGetsTheExpectedAnswerOnEveryRoute() {
        world.build(port);
        snapshot.take();
        var rows = RouteMatrix.read();
        var mapped = routes();
        var described = rows.stream().map(Row::key).collect(Collectors.toCollection(TreeSet::new));
        var tests = new ArrayList<DynamicTest>();
        for (var row : rows) {
            tests.add(dynamicTest(row.key() + " " + row.situation(), () -> check(row, mapped)));
        }
        for (var route : mapped) {
            if (!described.contains(route)) {
                tests.add(dynamicTest(route, () -> missing(route)));
            }
        }
        return tests.stream().onClose(snapshot::forget);
    }

    private void check(Row row, TreeSet<String> mapped) {
        assertThat(mapped)
                .as("%s is in %s but no controller answers it: remove the row", row.key(), RouteMatrix.FILE)
                .contains(row.key());
        var found = observe(row);
        assertThat(new Row(row.method(), row.route(), row.situation(), row.form(), found).toCsv())
                .isEqualTo(row.toCsv());
        foreignObjects(row);
    }

    private void missing(String route) {
        var parts = route.split(" ", 2);
        var row = new Row(parts[0], parts[1], "", "", Map.of());
        var observed = new Row(parts[0], parts[1], "", "", observe(row));
        throw new AssertionError("""
                %s has no row in src/test/resources/%s.
                It answers today as below. Check each cell against who may see it (docs/security.md), then add the line:
                %s""".formatted(route, RouteMatrix.FILE, observed.toCsv()));
    }

    /** Whoever is allowed changes the world, which is then put back. */
    private Map<Person, String> observe(Row row) {
        var found = new EnumMap<Person, String>(Person.class);
        for (var person : Person.values()) {
            var answer = call(row, person, row.overrides());
            found.put(person, verdict(row, answer));
            if (found.get(person).equals("permis")) {
                snapshot.restore();
            }
            if (answer.statusCode() == 404 && person != Person.COORDINATION && person != Person.MEMBRE) {
                assertThat(answer.body())
                        .as("%s to %s must not name what it hides", row.key(), person)
                        .doesNotContain(RouteWorld.OWN);
            }
        }
        return found;
    }

    /** The coordination of another CPTS, under its own address, with the objects of the first. */
    private void foreignObjects(Row row) {
        if (!row.route().startsWith("/cpts/{slug}/")
                || !path(row, row.overrides()).matches(".*/[0-9a-f-]{36}.*")) {
            return;
        }
        var overrides = new LinkedHashMap<>(row.overrides());
        overrides.put("cpts", "autre-cpts");
        var answer = call(row, Person.AUTRE_CPTS, overrides);
        if (row.method().equals("GET")) {
            assertThat(answer.statusCode())
                    .as("%s: an object of a CPTS under the address of another", row.key())
                    .isEqualTo(404);
        } else {
            assertThat(snapshot.changed())
                    .as("%s: tables changed through the address of another CPTS", row.key())
                    .isEmpty();
            assertThat(answer.body()).doesNotContain(RouteWorld.OWN);
        }
    }

    private HttpResponse<String> call(Row row, Person person, Map<String, String> overrides) {
        var client = world.client(person, port);
        var path = path(row, overrides);
        var headers = row.route().endsWith(PART)
                ? new String[] {"HX-Request", "true"}
                : new String[] {"Accept", row.route().endsWith(JSON) ? "application/json" : "*/*"};
        return switch (row.method()) {
            case "GET" -> client.get(path, headers);
            case "POST" -> post(client, path, row.form(), headers);
            default -> throw new IllegalStateException("teach this test to send " + row.method());
        };
    }

    private static HttpResponse<String> post(WebClient client, String path, String form, String... headers) {
        if (form.startsWith("{")) {
            return client.postJson(path, form);
        }
        if (form.startsWith("@")) {
            var file = form.substring(1).split("=", 2);
            return client.postFile(path, file[0], "essai.csv", file[1]);
        }
        var fields = form.isEmpty()
                ? Map.<String, String>of()
                : Arrays.stream(form.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return client.post(path, fields, headers);
    }

    /** The route with its variables filled in: the world knows one value by word, the row may name another. */
    private String path(Row row, Map<String, String> overrides) {
        var path = VARIABLE.matcher(row.route().replace(PART, "").replace(JSON, ""))
                .replaceAll(found -> {
                    var word = found.group(1);
                    var variable = found.group(3);
                    var choices = found.group(4);
                    var name = word.isEmpty() || found.group(2).equals(".") ? variable : word;
                    var closed = choices != null && choices.matches("[\\w|-]+");
                    var chosen = overrides.get(variable);
                    var value = closed
                            ? (chosen == null ? choices.split("\\|")[0] : chosen)
                            : world.value(overrides.getOrDefault(name, name));
                    return word + found.group(2) + value;
                });
        return row.method().equals("GET") && !row.form().isEmpty() ? path + "?" + row.form() : path;
    }

    private static String verdict(Row row, HttpResponse<String> answer) {
        var status = answer.statusCode();
        var location = answer.headers().firstValue("Location").orElse("");
        if (status == 303 && location.startsWith("/connexion") || status == 401) {
            return "connexion";
        }
        if (row.method().equals("GET") || status == 400 || status == 403 || status == 404 || status >= 500) {
            return String.valueOf(status);
        }
        return "permis";
    }

    private TreeSet<String> routes() {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(RouteMatrixTest::keys)
                .filter(key -> !key.endsWith(" /error"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(RequestMappingInfo route) {
        var part = route.getHeadersCondition().getExpressions().stream()
                .anyMatch(header -> header.getName().equalsIgnoreCase("HX-Request") && !header.isNegated());
        var methods = route.getMethodsCondition().getMethods().isEmpty()
                ? List.of("GET")
                : route.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
        // The same address may answer a page and, to scripts, data: each is checked.
        var data = route.getProducesCondition().getProducibleMediaTypes().contains(MediaType.APPLICATION_JSON)
                && route.getPatternValues().stream().noneMatch(pattern -> pattern.startsWith("/api/"));
        return methods.stream()
                .flatMap(method -> route.getPatternValues().stream()
                        .map(pattern -> method + " " + pattern + (part ? PART : data ? JSON : "")));
    }
}
