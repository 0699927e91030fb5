package fr.maillage.diagnosis.versions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.diagnosis.versions.FrozenDiagnosis.Line;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a value between two diagnoses. */
class MovementTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            9.1,  2024, 9.4,  2025, MOVED,       +3\u00A0%
            9.1,  2024, 9.05, 2025, MOVED,       '−0,5\u00A0%'
            0,    2024, 3,    2025, MOVED,       ''
            -2,   2024, -1,   2025, MOVED,       +50\u00A0%
            9.1,  2024, 9.1,  2025, NEW_SOURCE,  ''
            9.1,  2024, 9.1,  2024, SAME,        ''
            9.1,  2024, ,     ,     DISAPPEARED, ''
            ,     ,     9.1,  2025, APPEARED,    ''
            ,     ,     ,     ,     UNKNOWN,     ''
            """)
    void aValueIsHeldAgainstTheOtherWithItsSource(
            @Nullable BigDecimal was,
            @Nullable String wasOf,
            @Nullable BigDecimal is,
            @Nullable String isOf,
            Movement.Kind kind,
            String gap) {
        var movement = Movement.between(
                        diagnosis(line("Territoire", was, wasOf)), diagnosis(line("Territoire", is, isOf)))
                .getFirst();

        assertThat(movement.kind()).isEqualTo(kind);
        assertThat(movement.gap()).isEqualTo(gap);
    }

    @Test
    void aPlaceThatIsNoLongerThereIsTold() {
        var movements = Movement.between(
                diagnosis(line("Millau", BigDecimal.ONE, "2024"), line("Rodez", BigDecimal.TWO, "2024")),
                diagnosis(line("Rodez", BigDecimal.TEN, "2025")));

        assertThat(movements)
                .extracting(Movement::kind)
                .containsExactly(Movement.Kind.MOVED, Movement.Kind.DISAPPEARED);
        assertThat(movements.getLast().line().place()).isEqualTo("Millau");
        assertThat(movements.getLast().is()).isEqualTo("absent");
    }

    @Test
    void aBassinDeVieNamedByItsTownAloneInAnEarlierDiagnosisIsTheSamePlace() {
        var movements = Movement.between(
                diagnosis(line("Millau", BigDecimal.ONE, "2024")),
                diagnosis(line("bassin de vie de Millau", BigDecimal.TWO, "2025")));

        assertThat(movements).singleElement().extracting(Movement::kind).isEqualTo(Movement.Kind.MOVED);
    }

    private static FrozenDiagnosis diagnosis(Line... lines) {
        return new FrozenDiagnosis(List.of("12145"), 21_712, "2023", "Aveyron", "Occitanie", List.of(lines));
    }

    private static Line line(String place, @Nullable BigDecimal value, @Nullable String period) {
        return new Line(
                "distance-urgences",
                "acces",
                "Distance aux urgences",
                place,
                true,
                value == null ? "non publié à ce niveau" : value.toPlainString(),
                value,
                value == null ? null : "Table communale",
                period == null ? "" : period,
                period == null ? "" : period,
                null);
    }
}
