package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The matrix counts every hole of the chain once, and says where it is mended. */
class ChainMatrixTest {

    @Test
    void aHeldChainLacksOnlyWhatNobodyWroteYet() {
        var holes = ChainMatrix.of(TestProjects.of(TestProjects.complete())).holes();

        assertThat(holes)
                .extracting(ChainMatrix.Hole::link)
                .containsExactly(
                        ChainLink.OBJECTIVE_HAS_NEED,
                        ChainLink.OPERATIONAL_HAS_ACTION,
                        // four of the five items that every project must cover
                        ChainLink.MISSION_HAS_ACTION,
                        ChainLink.MISSION_HAS_ACTION,
                        ChainLink.MISSION_HAS_ACTION,
                        ChainLink.MISSION_HAS_ACTION);
        assertThat(holes).allSatisfy(hole -> assertThat(hole.mend()).startsWith("/"));
    }

    @Test
    void eachMissingLinkIsAHoleWithItsPlace() {
        var bare = ActionFacts.of(new ActionPart.Purpose("Orienter", Set.of(), null, ""));
        var unmeasured = TestProjects.measured(TestProjects.with(TestProjects.complete(), bare), List.of());
        var project = TestProjects.of(Set.of(), unmeasured);

        assertThat(ChainMatrix.of(project).holes())
                .extracting(hole -> hole.link() + " " + hole.mend())
                .contains(
                        "NEED_HAS_OBJECTIVE /chaine#besoin-"
                                + project.problems().getFirst().id().value(),
                        "MISSION_HAS_ACTION /actions/nouvelle?couvre=MEDECIN_TRAITANT",
                        "ACTION_HAS_OBJECTIVE /actions/1/reponse",
                        "ACTION_HAS_INDICATOR /actions/1/indicateurs/nouveau");
    }

    @Test
    void anIndicatorLacksItsBaselineItsTargetItsDateAndItsSource() {
        var named = new Indicator("Patients", "", null, null, null, "");
        var action = TestProjects.measured(TestProjects.complete(), List.of(named));

        assertThat(ChainMatrix.of(TestProjects.of(action)).holes())
                .extracting(ChainMatrix.Hole::link)
                .contains(
                        ChainLink.INDICATOR_HAS_BASELINE,
                        ChainLink.INDICATOR_HAS_TARGET,
                        ChainLink.INDICATOR_HAS_DATE,
                        ChainLink.INDICATOR_HAS_SOURCE);
    }

    @Test
    void anActionGivenUpIsNoPartOfTheChain() {
        var complete = TestProjects.complete();
        var dates = new ActionPart.Dates(null, null, List.of(), Action.State.DROPPED);
        var dropped = TestProjects.with(complete, complete.facts().with(dates));

        var matrix = ChainMatrix.of(TestProjects.of(dropped));

        assertThat(matrix.sheets())
                .filteredOn(sheet -> Set.of("actions", "indicateurs").contains(sheet.key()))
                .allMatch(sheet -> sheet.rows().isEmpty());
        assertThat(matrix.holes())
                .filteredOn(hole -> hole.link() == ChainLink.MISSION_HAS_ACTION)
                .hasSize(5);
    }
}
