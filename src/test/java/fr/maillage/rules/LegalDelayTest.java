package fr.maillage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalDelayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2027-01-02, 2027-01-03",
        "2026-12-31, 2027-02-28, 2027-03-01", // clamped to the end of the month
        "2027-12-31, 2028-02-29, 2028-03-01", // leap year
        "2026-12-28, 2027-02-28, 2027-03-01",
        "2026-07-31, 2026-09-30, 2026-10-01"
    })
    void twoCalendarMonthsThenTheWholeLastDay(LocalDate receipt, LocalDate limit, LocalDate deemedValidated) {
        var delay = LegalDelay.project(receipt);
        assertThat(delay.limit()).isEqualTo(limit);
        assertThat(delay.deemedValidatedOn()).isEqualTo(deemedValidated);
        assertThat(delay.isDeemedValidatedOn(limit)).isFalse();
        assertThat(delay.isDeemedValidatedOn(deemedValidated)).isTrue();
    }

    @Test
    void onlyTwoGroundsAndAStatedAssumptionOnTheClock() {
        var delay = LegalDelay.project(LocalDate.of(2026, 11, 2));
        assertThat(delay.grounds())
                .extracting(LegalDelay.Ground::code)
                .containsExactly("OBJECTIFS_PRS", "PERTINENCE_TERRITOIRE");
        assertThat(delay.suspension().suspends()).isFalse();
        assertThat(delay.suspension().assumption()).contains("Aucun texte lu");
        assertThat(delay.source().title()).contains("L.\u00a01434-12");
    }

    @Test
    void aDayBeforeTheLawIsRefusedByName() {
        assertThatThrownBy(() -> LegalDelay.project(LocalDate.of(2019, 7, 26)))
                .isInstanceOf(NoRuleInForce.class)
                .hasMessageContaining("délai d’opposition de l’ARS");
    }
}
