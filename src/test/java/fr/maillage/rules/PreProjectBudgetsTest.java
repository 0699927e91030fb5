package fr.maillage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an ARS gives to write the project: only where a text that was read says an amount. */
class PreProjectBudgetsTest {

    @ParameterizedTest
    @CsvSource({"84, 2026-11-23, 15000", "84, 2019-08-24, 15000", "84, 2019-08-23,", "76, 2026-11-23,"})
    void theGrantOfARegionOnADay(String region, LocalDate day, Long amount) {
        assertThat(PreProjectBudgets.grant(region, day)
                        .map(PreProjectBudgets.Grant::amount)
                        .orElse(null))
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"2019-12-31, CRC n° 99-01)", "2020-01-01, ANC n° 2018-06"})
    void theFourthNoteNamesThePlanOfAccountsOfTheDay(LocalDate day, String words) {
        assertThat(BudgetNotes.on(day)).hasSize(4);
        assertThat(BudgetNotes.on(day).getLast()).contains(words);
    }
}
