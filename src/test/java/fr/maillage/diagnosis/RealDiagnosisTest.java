package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.testing.MaillageTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of real open data, checked by hand against the files; skipped where these are absent. */
@MaillageTest
class RealDiagnosisTest {

    private static final Path FILES = Path.of("../shared/data/sante");

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    Diagnoses diagnoses;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDistanceToEmergenciesIsWeighedByInhabitants() {
        load("communes_occitanie_contexte.csv");
        var codes = jdbc.sql("""
                select c.code from territory.commune c join territory.epci e on e.code = c.epci_code
                where e.name like '%Millau Grands Causses%' order by 1""").query(String.class).list();

        var measure = diagnoses.of(codes).measure("distance-urgences").orElseThrow();

        System.out.println(Sentences.of(measure));
        assertThat(measure.departement().text(measure.indicator())).isEqualTo("12,0\u00A0km");
        assertThat(measure.region().text(measure.indicator())).isEqualTo("9,2\u00A0km");
        assertThat(measure.france()).isInstanceOf(Figure.Absent.class);
    }

    private void load(String name) {
        var file = FILES.resolve(name);
        assumeThat(Files.exists(file)).isTrue();
        imports.run(descriptors.named(name).orElseThrow(), SourceFile.of(file), "test", _ -> {});
    }
}
