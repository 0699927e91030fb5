package fr.maillage.rules.aci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.rules.Mission;
import fr.maillage.rules.NoRuleInForce;
import fr.maillage.shared.Euros;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridsTest {

    private static final Grids GRIDS = Grids.shipped();

    @Test
    void theFolderIsTheList() {
        assertThat(GRIDS.all()).extracting(Grid::code).contains("aci-2019", "aci-avenant-2");
    }

    @ParameterizedTest
    @CsvSource({
        // size, operating, the volets of ACCES in order, then fixed = variable of PARCOURS, PREVENTION, QUALITE,
        // ACCOMPAGNEMENT
        "1, 50000, 15000, 15000, 10000, 35000, 25000, 10000, 7500, 5000",
        "2, 60000, 17500, 17500, 12000, 45000, 35000, 15000, 10000, 7500",
        "3, 75000, 25000, 25000, 15000, 55000, 45000, 17500, 15000, 10000",
        "4, 90000, 30000, 30000, 20000, 70000, 50000, 20000, 20000, 15000"
    })
    void amountsOf2019(
            int size, long operating, long fixed, long variable, long comp, long snp, long p, long v, long q, long a) {
        var grid = Plans.GRID_2019;
        assertThat(grid.operating().rate(size).amount()).isEqualTo(Euros.of(operating));
        amounts(grid, size, "ACCES", fixed, variable, comp, snp);
        amounts(grid, size, "PARCOURS", p, p);
        amounts(grid, size, "PREVENTION", v, v);
        amounts(grid, size, "QUALITE", q, q);
        amounts(grid, size, "ACCOMPAGNEMENT", a, a);
        assertThat(grid.mission("CRISE")).isEmpty();
    }

    private static void amounts(Grid grid, int size, String mission, long... amounts) {
        var parts = grid.mission(mission).orElseThrow().parts();
        assertThat(parts).hasSize(amounts.length);
        for (int i = 0; i < amounts.length; i++) {
            assertThat(parts.get(i).rate(size).amount()).isEqualTo(Euros.of(amounts[i]));
        }
    }

    @Test
    void theGridOf2019IsCompleteAndTheNextOneIsNot() {
        assertThat(Plans.GRID_2019.isComplete()).isTrue();
        assertThat(Plans.AMENDMENT_2.isComplete()).isFalse();
        assertThat(Plans.AMENDMENT_2.yearlyMaximum(3)).contains(Euros.of(465_000));
        assertThat(Plans.AMENDMENT_2.yearlyMaximum(4)).isEmpty();
        assertThat(Objects.requireNonNull(Plans.AMENDMENT_2.publishedTotals().get(4))
                        .amount())
                .isEqualTo(Euros.of(580_000));
    }

    @Test
    void everyAmountHasAStatusAndASource() {
        for (var grid : GRIDS.all()) {
            assertThat(grid.allParts())
                    .allSatisfy(part -> assertThat(part.rates().values())
                            .hasSize(4)
                            .allSatisfy(
                                    rate -> assertThat(rate.source().title()).isNotBlank()));
        }
    }

    @Test
    void missionCodesAreThoseOfTheRestInterface() {
        for (var grid : GRIDS.all()) {
            assertThat(grid.missions()).extracting(MissionTerms::code).isSubsetOf(Mission.codes());
        }
    }

    /** The first and last day of every entry, and the days around: one grid in force, or a refusal that names the day. */
    @Test
    void walkThroughTime() {
        assertThatThrownBy(() -> GRIDS.inForceOn(GRIDS.firstDay().minusDays(1)))
                .isInstanceOf(NoRuleInForce.class)
                .hasMessageContaining("barèmes de l’ACI")
                .hasMessageContaining("19\u00A0juin 2019");
        for (int i = 0; i < GRIDS.all().size(); i++) {
            var grid = GRIDS.all().get(i);
            assertThat(GRIDS.inForceOn(grid.inForceFrom())).isEqualTo(grid);
            assertThat(GRIDS.inForceOn(grid.inForceFrom().plusDays(1))).isEqualTo(grid);
            if (i > 0) {
                assertThat(GRIDS.inForceOn(grid.inForceFrom().minusDays(1)))
                        .isEqualTo(GRIDS.all().get(i - 1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-30, ACCES, aci-2019",
        "2024-03-15, ACCES, aci-2019", // the grid in force has unknown amounts
        "2024-03-15, CRISE, aci-avenant-2", // only this grid has the mission
        "2022-03-30, CRISE, aci-2019" // no grid of that day has it: refused later, by name
    })
    void withoutANamedGridTheNewestCompleteOneThatHasTheMissions(LocalDate day, String mission, String code) {
        assertThat(GRIDS.defaultOn(day, Set.of(mission)).code()).isEqualTo(code);
    }

    @Test
    void aNewerCompleteGridBecomesTheDefaultWithItsFileAlone() {
        var next = GridReaderTest.read(GridReaderTest.MINIMAL);
        var grids = new Grids(List.of(Plans.GRID_2019, next, Plans.AMENDMENT_2));
        assertThat(grids.defaultOn(LocalDate.of(2029, 12, 31), List.of()).code())
                .isEqualTo("aci-2019");
        assertThat(grids.defaultOn(LocalDate.of(2030, 1, 1), List.of("EXEMPLE")).code())
                .isEqualTo("aci-2030");
    }
}
