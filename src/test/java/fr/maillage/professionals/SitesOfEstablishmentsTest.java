package fr.maillage.professionals;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.ImportJob;
import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.professionals.Supply.ProfessionCount;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A line of the directory that bears only the FINESS number of its site is found, whichever file is read last. */
@MaillageTest
class SitesOfEstablishmentsTest {

    private static final String MILLAU = "12145";
    private static final String HOSPITAL = "120000001";

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    Supply supply;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOrderOfTheTwoFilesDoesNotMatter(boolean establishmentsFirst) throws IOException {
        if (establishmentsFirst) {
            establishments("145");
        }
        directory("02", "03");
        if (!establishmentsFirst) {
            assertThat(supply.of(List.of(MILLAU))).containsExactly(nurses(1));
            establishments("145");
        }

        assertThat(supply.of(List.of(MILLAU))).containsExactly(nurses(3));
        assertThat(jdbc.sql("select distinct departement from professionals.activity where finess = ?")
                        .param(HOSPITAL)
                        .query(String.class)
                        .list())
                .containsExactly("12");
    }

    @Test
    void theReadingOfTheEstablishmentsTellsHowManyLinesItPlaced() throws IOException {
        directory("02", "03");

        assertThat(establishments("145").counts()).containsEntry("rpps-places", 2L);
        assertThat(establishments("084").counts()).doesNotContainKey("rpps-places");
    }

    @Test
    void theEditionThatCanBeBroughtBackIsPlacedToo() throws IOException {
        directory("02");
        directory("02", "03");

        assertThat(establishments("145").counts()).containsEntry("rpps-places", 2L);
        jdbc.sql("""
                        update datasets.vintage set state = case state when 'CURRENT' then 'FORMER' else 'CURRENT' end
                        where dataset = 'rpps'""").update();

        assertThat(supply.of(List.of(MILLAU))).containsExactly(nurses(2));
    }

    @Test
    void aRefusedFileOfEstablishmentsPlacesNothing() throws IOException {
        directory("02");

        var job = read("finess", FinessLines.file(folder, "structureet;coupée"));

        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(supply.of(List.of(MILLAU))).containsExactly(nurses(1));
    }

    private static ProfessionCount nurses(int persons) {
        return new ProfessionCount("60", "Infirmier", persons, 0, persons, persons);
    }

    /** One nurse in Millau, and others of whom only the establishment is told. */
    private void directory(String... numbers) throws IOException {
        var lines = new ArrayList<>(List.of(RppsLines.at("01", "60", "Infirmier", "S", MILLAU)));
        for (var number : numbers) {
            lines.add(RppsLines.inEstablishment(number, "60", "Infirmier", HOSPITAL, "Hôpital exemple"));
        }
        read("rpps", RppsLines.file(folder, lines.toArray(String[]::new)));
    }

    /** @param commune the last three digits */
    private ImportJob establishments(String commune) throws IOException {
        return read(
                "finess",
                FinessLines.file(
                        folder,
                        FinessLines.establishment(
                                HOSPITAL, "Hôpital exemple", "355", "Centre hospitalier", "12", commune, "")));
    }

    private ImportJob read(String key, Path file) {
        return imports.run(descriptors.of(key).orElseThrow(), SourceFile.of(file), "test", _ -> {});
    }
}
