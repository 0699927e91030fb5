package fr.maillage.access;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The committed table: who gets which answer on which route. */
final class RouteMatrix {

    static final String FILE = "access/route-matrix.csv";

    /** The columns, left to right after those that describe the call. */
    enum Person {
        VISITEUR,
        COORDINATION,
        MEMBRE,
        AUTRE_CPTS,
        ARS,
        ARS_SIEGE,
        ARS_AILLEURS,
        CPAM,
        CPAM_AILLEURS,
        ADMINISTRATION;

        String column() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One line: a route called with given values.
     *
     * @param method {@code GET} or {@code POST}
     * @param route as mapped, with its variables; followed by {@code [HX-Request]} for the part htmx asks for
     * @param situation values that are not the usual ones, {@code slug=cpam, dossiers=brouillon}; empty else
     * @param form what is posted, {@code nom=Essai&role=MEMBER}, JSON, or a file {@code @fichier=text}; the query of a GET;
     *     empty for nothing
     * @param expected by person: a status, {@code connexion} (sent to the sign-in page), {@code permis} (a POST that is
     *     looked at: anything but 400, 403, 404, 5xx and the sign-in page)
     */
    record Row(String method, String route, String situation, String form, Map<Person, String> expected) {

        String key() {
            return method + " " + route;
        }

        Map<String, String> overrides() {
            return situation.isBlank()
                    ? Map.of()
                    : Arrays.stream(situation.split(","))
                            .map(pair -> pair.strip().split("=", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        }

        String toCsv() {
            return String.join(";", method, route, situation, form) + ";"
                    + Arrays.stream(Person.values()).map(expected::get).collect(Collectors.joining(";"));
        }
    }

    private RouteMatrix() {}

    static List<Row> read() {
        try (var stream = Objects.requireNonNull(RouteMatrix.class.getResourceAsStream("/" + FILE), FILE);
                var csv = CsvReader.builder()
                        .fieldSeparator(';')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().map(RouteMatrix::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(NamedCsvRecord line) {
        var expected = new LinkedHashMap<Person, String>();
        for (var person : Person.values()) {
            expected.put(person, line.getField(person.column()));
        }
        return new Row(
                line.getField("methode"),
                line.getField("route"),
                line.getField("situation"),
                line.getField("formulaire"),
                expected);
    }
}
