package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.maillage.testing.MaillageTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reference of communes is whole, and loading it again changes nothing. */
@MaillageTest
class DatasetTest {

    private static final Path SHARED = Path.of("../shared/data/territoires/communes.csv");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatasetLoader loader;

    @Test
    void holdsTheWholeOfFrance() {
        assertThat(count("commune where parent_code is null")).isEqualTo(34_969);
        assertThat(count("commune where parent_code is not null")).isEqualTo(45);
        assertThat(count("epci")).isEqualTo(1_255);
        assertThat(count("departement")).isEqualTo(109);
        assertThat(count("region")).isEqualTo(26);
        assertThat(jdbc.sql(
                                "select sum(population) from territory.commune where zone = 'metro' and parent_code is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(66_165_815);
        assertThat(count("commune where code in ('01001', '2A004')")).isEqualTo(2);
    }

    @Test
    void aCityHasThePopulationOfItsArrondissements() {
        assertThat(jdbc.sql("""
                        select city.code from territory.commune city
                        join territory.commune part on part.parent_code = city.code
                        group by city.code having sum(part.population) <> max(city.population)""").query(String.class).list()).isEmpty();
    }

    @Test
    void everyPopulationHasASource() {
        var years = jdbc.sql("select distinct population_vintage from territory.commune where population is not null")
                .query(Integer.class)
                .list();
        assertThat(Dataset.shipped().populations().keySet()).containsExactlyInAnyOrderElementsOf(years);
        assertThat(jdbc.sql("select distinct population_vintage from territory.commune where departement_code = '976'")
                        .query(Integer.class)
                        .list())
                .containsExactly(2017);
    }

    @Test
    void anotherVersionReplacesTheReferenceAndTheSameOneDoesNothing() {
        jdbc.sql("update territory.commune set population = 1 where code = '12202'")
                .update();
        loader.load(Dataset.shipped().version());
        assertThat(populationOfRodez()).isEqualTo(1);
        loader.load("another version");
        assertThat(populationOfRodez()).isGreaterThan(20_000);
        loader.load(Dataset.shipped().version());
        assertThat(loader.loaded()).contains(Dataset.shipped().version());
        assertThat(count("commune")).isEqualTo(35_014);
    }

    /** The same communes, taken from the same sources by other hands. */
    @Test
    void agreesWithAnotherReadingOfTheSources() throws Exception {
        assumeThat(SHARED).exists();
        Map<String, List<String>> ours = new HashMap<>();
        jdbc.sql("""
                        select code, name, departement_code, region_code, coalesce(epci_code, ''),
                               array_to_string(postal_codes, ' '), coalesce(population::text, '')
                        from territory.commune where parent_code is null""")
                .query((row, _) -> ours.put(
                        row.getString(1),
                        List.of(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7))))
                .list();
        Map<String, List<String>> theirs = new HashMap<>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(SHARED))) {
            csv.forEach(line -> theirs.put(
                    line.getField("code"),
                    List.of(
                            line.getField("nom").replace('\'', '’'),
                            line.getField("code_departement"),
                            line.getField("code_region"),
                            line.getField("code_epci"),
                            line.getField("codes_postaux"),
                            line.getField("population_municipale_2023"))));
        }
        assertThat(ours).isEqualTo(theirs);
    }

    private Integer populationOfRodez() {
        return jdbc.sql("select population from territory.commune where code = '12202'")
                .query(Integer.class)
                .single();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from territory." + what)
                .query(Long.class)
                .single();
    }
}
