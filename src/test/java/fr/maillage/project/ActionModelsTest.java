package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.project.Indicator.Kind;
import fr.maillage.rules.Mission;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The library of models: enough of them for each mission, each whole, none with a value that is the team's to give. */
class ActionModelsTest {

    private static final Coverage EVERYTHING = Coverage.on(LocalDate.of(2026, 11, 22), EnumSet.allOf(Mission.class));

    static List<ActionModel> models() {
        return ActionModels.all();
    }

    @ParameterizedTest
    @EnumSource
    void eachMissionHasThreeOrFourModels(Mission mission) {
        assertThat(ActionModels.all())
                .filteredOn(model -> model.mission() == mission)
                .hasSizeBetween(3, 4);
    }

    @Test
    void aCodeNamesOneModel() {
        assertThat(ActionModels.all()).extracting(ActionModel::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsWholeAndItsCopyLacksOnlyWhatTheTeamKnows(ActionModel model) {
        assertThat(Stream.of(model.why(), model.beneficiaries(), model.description(), model.means(), model.from()))
                .noneMatch(String::isBlank);
        assertThat(model.steps()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(model.indicators())
                .isNotEmpty()
                .allMatch(measure -> !measure.proof().isBlank());
        assertThat(model.risks()).isNotEmpty().allMatch(risk -> !risk.answer().isBlank());

        var copy = model.facts(EVERYTHING);

        assertThat(copy.coverage()).containsExactlyInAnyOrderElementsOf(model.covers());
        assertThat(EVERYTHING.missionsOf(copy.coverage())).containsExactly(model.mission());
        assertThat(copy.startsOn()).isNull();
        assertThat(copy.indicators())
                .allMatch(indicator -> !indicator.baselineAmount().known())
                .allMatch(indicator -> !indicator.targetAmount().known());
    }

    @Test
    void mostModelsMeasureAResult() {
        assertThat(ActionModels.all())
                .filteredOn(model -> model.indicators().stream().noneMatch(measure -> measure.kind() == Kind.RESULT))
                .extracting(ActionModel::code)
                .containsExactly("plan-de-reponse");
    }
}
