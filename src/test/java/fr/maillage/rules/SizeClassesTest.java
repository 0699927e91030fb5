package fr.maillage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.rules.data.BrokenDataFile;
import fr.maillage.rules.data.DataFile;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeClassesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "39999, 1",
        "40000, 2",
        "79999, 2",
        "80000, 3",
        "80001, 3",
        "175000, 3",
        "175001, 4",
        "2000000, 4"
    })
    void bothSidesOfEachThreshold(long inhabitants, int size) {
        assertThat(SizeClasses.on(DAY).of(inhabitants).number()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"79999, 0", "80000, 1", "80001, 0"})
    void onlyEightyThousandExactlyCarriesANote(long inhabitants, int notes) {
        assertThat(SizeClasses.on(DAY).of(inhabitants).notes()).hasSize(notes);
    }

    @Test
    void saysItsLabelAndItsSource() {
        var size = SizeClasses.on(DAY).of(65_000);
        assertThat(size.label()).isEqualTo("de 40\u00a0000 à 80\u00a0000\u00a0habitants");
        assertThat(size.source().title()).contains("20 juin 2019");
        assertThat(size.code()).isEqualTo("T2");
    }

    @ParameterizedTest
    @CsvSource({"14999, true", "15000, false", "15001, false"})
    void warnsUnderTheCoherenceThreshold(long inhabitants, boolean warned) {
        assertThat(SizeClasses.on(DAY).warningFor(inhabitants).isPresent()).isEqualTo(warned);
    }

    @Test
    void aDayBeforeTheFirstAgreementIsRefusedByName() {
        assertThat(SizeClasses.on(LocalDate.of(2019, 6, 20)).all()).hasSize(4);
        assertThatThrownBy(() -> SizeClasses.on(LocalDate.of(2019, 6, 19)))
                .isInstanceOf(NoRuleInForce.class)
                .hasMessageContaining("tailles de CPTS")
                .hasMessageContaining("19\u00A0juin 2019");
    }

    @Test
    void aFileWithAHoleBetweenTwoSizesIsRefused() {
        var yaml = """
                sources: {a: {title: Accord}}
                entries:
                  - from: 2030-01-01
                    source: a
                    classes:
                      - {number: 1, at-least: 0, at-most: 39999, label: petite}
                      - {number: 2, at-least: 40001, label: grande}
                    coherence: {threshold: 15000, text: À justifier., source: b}
                """;
        assertThatThrownBy(() -> DataFile.read("tailles.yaml", yaml, SizeClasses::read))
                .isInstanceOf(BrokenDataFile.class)
                .hasMessageContaining("tailles.yaml")
                .hasMessageContaining("entries › 1 : la taille 2 commence à 40001 au lieu de 40000")
                .hasMessageContaining("source « b » absente de la liste « sources » : a");
    }
}
