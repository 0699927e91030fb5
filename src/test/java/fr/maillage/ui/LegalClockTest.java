package fr.maillage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bar of the legal delay says and where it says it. */
class LegalClockTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);
    private static final LocalDate LIMIT = LocalDate.of(2027, 1, 2);

    @ParameterizedTest(name = "{0}: {1}, {2} days left, urgent: {3}, at {4}")
    @CsvSource({
        "2026-11-02, jour de la réception, 61, false, 0.0%",
        "2026-11-03, 1ᵉʳ jour, 60, false, 1.6%",
        "2026-11-22, 20ᵉ jour, 41, false, 32.7%",
        "2026-12-23, 51ᵉ jour, 10, false, 83.6%",
        "2026-12-24, 52ᵉ jour, 9, true, 85.2%",
        "2027-01-02, 61ᵉ jour, 0, true, 100.0%"
    })
    void tellsTheDay(LocalDate today, String words, long left, boolean urgent, String position) {
        var clock = clock(today, List.of());
        assertThat(clock.dayInWords()).isEqualTo(words);
        assertThat(clock.daysLeft()).isEqualTo(left);
        assertThat(clock.isUrgent()).isEqualTo(urgent);
        assertThat(clock.at(today)).isEqualTo(position);
    }

    /** Two meetings in the same week: the second keeps its tick, and its date in the list, but not its words. */
    @Test
    void namesOnlyTheMarksThatHaveRoom() {
        var first = new LegalClock.Mark("ECD", LocalDate.of(2026, 11, 30));
        var close = new LegalClock.Mark("CTR", LocalDate.of(2026, 12, 2));
        assertThat(clock(RECEIVED, List.of(first, close)).namedMarks()).containsExactly(first);
    }

    private static LegalClock clock(LocalDate today, List<LegalClock.Mark> marks) {
        return new LegalClock(RECEIVED, today, LIMIT, marks, null, "La règle.", null, null);
    }
}
