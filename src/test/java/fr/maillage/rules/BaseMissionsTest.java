package fr.maillage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseMissionsTest {

    @ParameterizedTest
    @CsvSource({
        "2019-06-20, MEDECIN_TRAITANT SOINS_NON_PROGRAMMES PARCOURS PREVENTION",
        "2022-09-02, MEDECIN_TRAITANT SOINS_NON_PROGRAMMES PARCOURS PREVENTION",
        "2022-09-03, MEDECIN_TRAITANT SOINS_NON_PROGRAMMES PARCOURS PREVENTION CRISE",
        "2026-11-22, MEDECIN_TRAITANT SOINS_NON_PROGRAMMES PARCOURS PREVENTION CRISE"
    })
    void crisisResponseJoinsWithTheSecondAmendment(LocalDate day, String codes) {
        assertThat(BaseMissions.on(day)).extracting(BaseMissions.Item::code).containsExactly(codes.split(" "));
    }

    @Test
    void everyItemHasASourceAndTheDoubtfulOneSaysSo() {
        var items = BaseMissions.on(LocalDate.of(2026, 11, 22));
        assertThat(items).allSatisfy(item -> {
            assertThat(item.title()).isNotBlank();
            assertThat(item.source().title()).isNotBlank();
        });
        assertThat(items)
                .filteredOn(item -> item.doubt() != null)
                .singleElement()
                .satisfies(item -> assertThat(item.mission()).isEqualTo(Mission.CRISIS_RESPONSE));
    }

    @Test
    void aDayBeforeTheFirstAgreementIsRefusedByName() {
        assertThatThrownBy(() -> BaseMissions.on(LocalDate.of(2019, 6, 19)))
                .isInstanceOf(NoRuleInForce.class)
                .hasMessageContaining("missions socles");
    }
}
