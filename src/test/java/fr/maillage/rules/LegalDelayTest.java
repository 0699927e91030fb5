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
    }

    /** First version received on 2 November, complement asked on the 12th, new version on the 22nd. */
    @ParameterizedTest
    @CsvSource({
        // suspends, restarts, limit
        "false, true,  2027-01-22", // the rule as shipped: a delay of its own
        "true,  true,  2027-01-22",
        "false, false, 2027-01-02", // what is left of the first delay
        "true,  false, 2027-01-12" // the same, later by the ten days it stood still
    })
    void aNewDepositRestartsTheDelayOrContinuesIt(boolean suspends, boolean restarts, LocalDate limit) {
        var shipped = LegalDelay.project(LocalDate.of(2026, 11, 2));
        var first = new LegalDelay(
                shipped.receipt(),
                shipped.limit(),
                shipped.deemedValidatedOn(),
                shipped.rule(),
                shipped.grounds(),
                new LegalDelay.Suspension(suspends, "supposé"),
                new LegalDelay.NewDeposit(restarts, "supposé"),
                shipped.reading(),
                shipped.source());

        var next = first.continuedBy(LegalDelay.project(LocalDate.of(2026, 11, 22)), LocalDate.of(2026, 11, 12));

        assertThat(next.limit()).isEqualTo(limit);
        assertThat(next.deemedValidatedOn()).isEqualTo(limit.plusDays(1));
        assertThat(next.receipt()).isEqualTo(LocalDate.of(2026, 11, 22));
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
