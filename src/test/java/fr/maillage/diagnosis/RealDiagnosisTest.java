package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.testing.MaillageTest;
import java.math.BigDecimal;
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

        assertThat(measure.departement().text(measure.indicator())).isEqualTo("12,0\u00A0km");
        assertThat(measure.region().text(measure.indicator())).isEqualTo("9,2\u00A0km");
        assertThat(measure.france()).isInstanceOf(Figure.Absent.class);
    }

    @Test
    void aContextIsNamedAsSuchAndComparedWithTheMedian() {
        load("cartosante_bassins_de_vie_2024.csv");
        load("insee_statlocales_bassins_de_vie_2022.csv");
        load("insee_statlocales_departements_2024.csv");
        load("cnam_pathologies_occitanie_2023.csv");

        var diagnosis = diagnoses.of(List.of("12145"));

        var access = diagnosis.measure("apl-generalistes").orElseThrow();
        assertThat(access.territory()).isInstanceOf(Figure.Absent.class);
        var millau = access.contexts().getFirst();
        assertThat(millau.figure().text(access.indicator())).startsWith("3,6");
        assertThat(millau.median().orElseThrow().words())
                .isEqualTo("médiane de 1\u00A0705\u00A0bassins de vie de France");
        assertThat(millau.median().orElseThrow().value()).isEqualByComparingTo("3.2");
        assertThat(millau.toMedian().orElseThrow().text()).isEqualTo("+13\u00A0%");
        assertThat(Sentences.of(diagnosis.measure("pauvrete").orElseThrow())
                        .orElseThrow()
                        .text())
                .isEqualTo("En 2021, le taux de pauvreté est de 15,2\u00A0% dans le bassin de vie de Millau, contre"
                        + " 14,5\u00A0% dans l’Aveyron (0,7\u00A0point de plus). La source ne donne pas ce chiffre pour"
                        + " le territoire lui-même. Source\u00A0: Insee, Statistiques locales, bassins de vie, 2021.");
        var diabetes = diagnosis.measure("diabete").orElseThrow();
        assertThat(diabetes.departement().text(diabetes.indicator())).isEqualTo("6,3\u00A0%");
        assertThat(diabetes.region().text(diabetes.indicator())).isEqualTo("6,2\u00A0%");
        assertThat(diabetes.france()).isInstanceOf(Figure.Absent.class);
    }

    @Test
    void theAccessibilityOfTheCoveredPartIsTold() {
        load("../territoires/communes_points.csv");
        load("../rpps/PS_LibreAcces_Personne_activite_202605120812.txt");

        // Millau, and a village of the Lozère that the directory of the Aveyron does not cover.
        var diagnosis = diagnoses.of(List.of("12145", "48020"));

        var access = diagnosis.measure("apl-generalistes").orElseThrow();
        assertThat(access.territory()).isInstanceOfSatisfying(Figure.Known.class, known -> {
            assertThat(known.value()).isBetween(new BigDecimal("2"), new BigDecimal("9"));
            assertThat(known.caution()).startsWith("Calculé sur 1\u00A0commune sur 2");
        });
        assertThat(access.departement().known()).isBetween(new BigDecimal("3"), new BigDecimal("5"));
        assertThat(access.region()).isInstanceOf(Figure.Absent.class);
    }

    private void load(String name) {
        var file = FILES.resolve(name);
        assumeThat(Files.exists(file)).isTrue();
        imports.run(
                descriptors.named(file.getFileName().toString()).orElseThrow(), SourceFile.of(file), "test", _ -> {});
    }
}
