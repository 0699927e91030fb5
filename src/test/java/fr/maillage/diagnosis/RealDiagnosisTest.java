package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void everyKnownFileGivesFigures() throws IOException {
        for (var folder : List.of("sante", "rpps", "finess", "territoires")) {
            try (var files = Files.list(Path.of("../shared/data", folder))) {
                for (var file : files.sorted().toList()) {
                    descriptors.named(file.getFileName().toString()).ifPresent(d -> load(file));
                }
            }
        }
        var codes = jdbc.sql("""
                select c.code from territory.commune c join territory.epci e on e.code = c.epci_code
                where e.name like '%Millau Grands Causses%' order by 1""").query(String.class).list();
        var diagnosis = diagnoses.of(codes);
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            diagnoses.of(codes);
        }
        System.out.println("MS " + (System.nanoTime() - start) / 20e6);
        for (var measure : diagnosis.measures()) {
            var i = measure.indicator();
            System.out.println("## " + i.code() + " [" + measure.feed().key() + "] T="
                    + measure.territory().text(i) + " | D="
                    + measure.departement().text(i) + " | R=" + measure.region().text(i) + " | F="
                    + measure.france().text(i) + " | gaps="
                    + measure.gaps().stream().map(Gap::text).toList() + " | rank="
                    + measure.rank().map(Rank::text) + " | " + measure.reading() + " | ctx="
                    + measure.contexts().stream()
                            .map(c -> c.zone().name() + "=" + c.figure().text(i))
                            .toList()
                    + " | others="
                    + measure.others().stream()
                            .map(o -> o.feed().key() + ":" + o.gap())
                            .toList());
            System.out.println("   " + Sentences.of(measure).map(Sentence::text).orElse("-"));
        }
    }

    private void load(Path file) {
        assumeThat(Files.exists(file)).isTrue();
        imports.run(
                descriptors.named(file.getFileName().toString()).orElseThrow(), SourceFile.of(file), "test", _ -> {});
    }

    private void load(String name) {
        var file = FILES.resolve(name);
        assumeThat(Files.exists(file)).isTrue();
        imports.run(descriptors.named(name).orElseThrow(), SourceFile.of(file), "test", _ -> {});
    }
}
