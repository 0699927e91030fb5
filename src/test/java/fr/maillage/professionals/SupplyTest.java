package fr.maillage.professionals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.professionals.Supply.ProfessionCount;
import fr.maillage.shared.French;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons are counted once, and only where the directory knows enough. */
@MaillageTest
class SupplyTest {

    private static final String MILLAU = "12145";
    private static final String CREISSELS = "12084";
    private static final String RODEZ = "12202";

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

    @Test
    void somebodyWithTwoSitesCountsOnce() throws IOException {
        read(
                RppsLines.at("01", "60", "Infirmier", "L", MILLAU),
                RppsLines.at("01", "60", "Infirmier", "L", CREISSELS),
                RppsLines.at("02", "60", "Infirmier", "L", MILLAU),
                RppsLines.at("02", "60", "Infirmier", "S", MILLAU),
                RppsLines.at("03", "60", "Infirmier", "S", CREISSELS),
                RppsLines.generalist("04", "L", MILLAU),
                RppsLines.generalist("04", "L", RODEZ),
                RppsLines.at("04", "10", "Médecin", "L", MILLAU),
                RppsLines.at("05", "10", "Médecin", "S", RODEZ));

        assertThat(supply.of(List.of(MILLAU, CREISSELS)))
                .containsExactly(
                        new ProfessionCount("60", "Infirmier", 3, 2, 2, 5),
                        new ProfessionCount("10", "Médecins, toutes spécialités", 1, 1, 0, 2),
                        new ProfessionCount(Supply.GENERALISTES, "dont médecins généralistes", 1, 1, 0, 1));
        assertThat(supply.of(List.of(MILLAU, CREISSELS, RODEZ)))
                .contains(
                        new ProfessionCount("10", "Médecins, toutes spécialités", 2, 1, 1, 4),
                        new ProfessionCount(Supply.GENERALISTES, "dont médecins généralistes", 1, 1, 0, 2));
        assertThat(supply.liberalsByCommune("60")).containsEntry(MILLAU, 2).containsEntry(CREISSELS, 1);
        assertThat(supply.activityByCommune("60")).containsEntry(MILLAU, 1.5).containsEntry(CREISSELS, 0.5);
        assertThat(supply.vintage().orElseThrow().label())
                .isEqualTo(French.date(LocalDate.of(2026, 5, 12)) + ", personnes fictives");
    }

    @Test
    void anExtractDoesNotMakeOtherPlacesLookEmpty() throws IOException {
        read(RppsLines.at("01", "60", "Infirmier", "L", MILLAU));

        assertThat(supply.covers(List.of("12"))).isFalse();
        assertThat(supply.ofDepartement("12")).isEmpty();
        assertThat(supply.ofFrance()).isEmpty();
    }

    /** Totals printed in the README of the file: distinct civil liberal persons by profession. */
    @Test
    void theAveyronHasItsPublishedTotals() {
        var path = Path.of("../shared/data/rpps/PS_LibreAcces_Personne_activite_202605120812.txt");
        assumeTrue(Files.exists(path), "the shared data is not there");
        imports.run(descriptors.of("rpps").orElseThrow(), SourceFile.of(path), "test", _ -> {});

        var aveyron = supply.ofDepartement("12").stream()
                .collect(Collectors.toMap(ProfessionCount::code, Function.identity()));
        assertThat(aveyron.get(Supply.GENERALISTES).liberals()).isEqualTo(228);
        assertThat(aveyron.get("40").liberals()).isEqualTo(154);
        assertThat(aveyron.get("60").liberals()).isEqualTo(704);
        assertThat(aveyron.get("70").liberals()).isEqualTo(374);
        assertThat(aveyron.get("50").liberals()).isEqualTo(38);
        assertThat(aveyron.get("91").liberals()).isEqualTo(85);
        assertThat(aveyron.get("80").liberals()).isEqualTo(56);
        assertThat(supply.covers(List.of("12"))).isTrue();
        assertThat(supply.covers(List.of("12", "48"))).isFalse();
        assertThat(supply.ofDepartement("48")).isEmpty();
        assertThat(supply.ofRegion("76")).isEmpty();
        var placed = jdbc.sql("""
                        select count(distinct person) from professionals.activity
                        where category = 'C' and mode = 'L' and profession = '60' and commune is not null
                          and slot = (select slot from datasets.vintage where dataset = 'rpps' and state = 'CURRENT')""").query(Integer.class).single();
        assertThat(supply.activityByCommune("60").values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(placed, within(1e-6));
        var all = jdbc.sql("select code from territory.commune where departement_code = '12'")
                .query(String.class)
                .list();
        assertThat(supply.of(all).stream()
                        .filter(count -> count.code().equals("60"))
                        .findFirst()
                        .orElseThrow()
                        .liberals())
                .isEqualTo(placed);
    }

    private void read(String... lines) throws IOException {
        var job = imports.run(
                descriptors.of("rpps").orElseThrow(), SourceFile.of(RppsLines.file(folder, lines)), "test", _ -> {});
        assertThat(job.state()).isEqualTo(State.DONE);
    }
}
