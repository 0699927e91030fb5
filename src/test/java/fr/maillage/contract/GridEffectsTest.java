package fr.maillage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.rulebook.TestGrids;
import fr.maillage.rulebook.spi.Affected;
import fr.maillage.rules.aci.Grids;
import fr.maillage.shared.Euros;
import fr.maillage.testing.MaillageTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a new grid would change in a contract that runs. */
@MaillageTest
class GridEffectsTest {

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestContracts made;

    @Autowired
    Affected effects;

    @Test
    void tellsEachYearThatBeginsUnderTheGrid() {
        var view = dossiers.communityReadyToDeposit("CPTS des Contrats");
        made.validateProject(view);
        var effect = LocalDate.of(2026, 7, 1).minusYears(2);
        var contract = made.signed(view, effect, Map.of("ACCES", effect));
        var candidate = Grids.read("essai", TestGrids.franceSante());

        var lines = effects.effects(Grids.shipped(), candidate);
        // Years 1 and 2 began before 1 July 2026; year 3 begins on that day. Size 3: 75 001 + 30 000.
        assertThat(lines).extracting(Affected.Effect::year).containsExactly(3, 4, 5);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.contract()).isEqualTo(contract.number());
            assertThat(line.before()).isEqualTo(contract.first().yearlyMaximum().orElseThrow());
            assertThat(line.after()).isEqualTo(Euros.of(105_001));
        });
        assertThat(effects.uses("aci-avenant-2")).isTrue();
        assertThat(effects.uses(TestGrids.CODE)).isFalse();
    }
}
