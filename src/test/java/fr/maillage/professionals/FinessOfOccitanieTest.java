package fr.maillage.professionals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.professionals.Establishments.CategoryCount;
import fr.maillage.professionals.Establishments.Point;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real establishments: counts by category and positions are those that the data folder publishes beside the file. */
@MaillageTest
class FinessOfOccitanieTest {

    private static final Path DATA = Path.of("../shared/data");
    private static final double METRES_BY_DEGREE = 111_320;

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    Establishments establishments;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void load() {
        assumeTrue(Files.exists(DATA.resolve("finess")), "the shared data is not there");
        run("finess", "finess/etalab-cs1100507-stock-occitanie.csv.gz");
        run("finess-equipements", "finess/equipements_occitanie.csv");
        run("finess-soins", "finess/soins_occitanie.csv");
    }

    @Test
    void countsPositionsAndPlaces() throws IOException {
        var communes = jdbc.sql("select code from territory.commune where region_code = '76'")
                .query(String.class)
                .list();
        Map<String, Integer> published = new TreeMap<>();
        for (var line : lines("nomenclatures/FINESS_categories_observees.csv")) {
            int number = Integer.parseInt(line.getField("nb_etablissements_extrait"));
            if (number > 0) {
                published.put(line.getField("categetab"), number);
            }
        }
        assertThat(establishments.of(communes).stream()
                        .collect(Collectors.toMap(CategoryCount::code, CategoryCount::number)))
                .containsExactlyInAnyOrderEntriesOf(published);

        var points = establishments.points(communes, null).stream()
                .collect(Collectors.toMap(Point::finess, Function.identity()));
        assertThat(points).hasSize(9588);
        double farthest = 0;
        for (var line : lines("finess/etablissements_occitanie.csv")) {
            if (line.getField("latitude").isEmpty()) {
                continue;
            }
            var point = points.get(line.getField("nofinesset"));
            double lat = Double.parseDouble(line.getField("latitude"));
            double lon = Double.parseDouble(line.getField("longitude"));
            farthest = Math.max(
                    farthest,
                    Math.hypot(
                            (point.lat() - lat) * METRES_BY_DEGREE,
                            (point.lon() - lon) * METRES_BY_DEGREE * Math.cos(Math.toRadians(lat))));
        }
        assertThat(farthest).as("metres").isLessThan(5);

        var places = lines("finess/equipements_occitanie.csv").stream()
                .filter(line -> line.getField("lib_categorie_etablissement")
                        .equals("Etablissement d'hébergement pour personnes âgées dépendantes"))
                .filter(line -> !List.of("Section Cure Médicale (dont)", "Pôles d'activité et de soins adaptés")
                        .contains(line.getField("libde_equipement")))
                .mapToInt(
                        line -> line.getField("capinstot").isEmpty() ? 0 : Integer.parseInt(line.getField("capinstot")))
                .sum();
        assertThat(establishments.of(communes).stream()
                        .filter(count -> count.code().equals(Establishments.EHPAD))
                        .findFirst()
                        .orElseThrow()
                        .places())
                .isEqualTo(places);
        assertThat(establishments.emergencyDepartments().stream().map(Point::commune))
                .contains("12145", "12202", "12300", "12089", "12208");
        // The Lot is not in the file: nothing is told of it, nor of the région.
        assertThat(establishments.covers(List.of("12", "34", "48"))).isTrue();
        assertThat(establishments.covers(List.of("46"))).isFalse();
        assertThat(establishments.ofRegion("76")).isEmpty();
        assertThat(establishments.ofDepartement("12")).isNotEmpty();
    }

    private static List<NamedCsvRecord> lines(String file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file))) {
            return csv.stream().toList();
        }
    }

    private void run(String dataset, String file) {
        imports.run(descriptors.of(dataset).orElseThrow(), SourceFile.of(DATA.resolve(file)), "test", _ -> {});
    }
}
