package fr.maillage.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineKind;
import fr.maillage.reminders.spi.DeadlineState;
import fr.maillage.shared.Source;
import fr.maillage.shared.Today;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States, distances and steps of reminder on both sides of each day. */
class DeadlineStateTest {

    private static final Source SOURCE = new Source("Un texte", null);

    private static Dated line(String day, boolean done, String today) {
        var deadline = Deadline.ofTeam(
                "essai", DeadlineKind.PROJECT, "Essai", LocalDate.parse(day), done, "Une règle.", SOURCE, "/essai");
        return new Dated(deadline, "CPTS des Essais", "essai", "/cpts/essai", LocalDate.parse(today));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # today    | done  | state   | nearness | distance
            2026-12-31 | false | COMING  | -        | dans 60 jours
            2027-01-29 | false | COMING  | -        | dans 31 jours
            2027-01-30 | false | COMING  | MONTH    | dans 30 jours
            2027-02-21 | false | COMING  | MONTH    | dans 8 jours
            2027-02-22 | false | COMING  | WEEK     | dans 7 jours
            2027-02-28 | false | COMING  | WEEK     | demain
            2027-03-01 | false | COMING  | WEEK     | aujourd’hui
            2027-03-02 | false | PASSED  | PASSED   | depuis 1 jour
            2027-03-03 | false | PASSED  | PASSED   | depuis 2 jours
            2027-02-28 | true  | DONE    | -        | ''
            2027-03-02 | true  | DONE    | -        | ''
            """)
    void aDeadlineOfTheFirstOfMarch(LocalDate today, boolean done, DeadlineState state, String nearness, String words) {
        var line = line("2027-03-01", done, today.toString());

        assertThat(line.state()).isEqualTo(state);
        assertThat(Nearness.of(line).map(Enum::name).orElse("-")).isEqualTo(nearness);
        assertThat(line.distance().replace('\u00A0', ' ')).isEqualTo(words);
    }

    @Test
    void theDayTurnsAtMidnightInParis() {
        var deadline = line("2027-03-01", false, "2027-03-01").deadline();
        var before = new Today(Clock.fixed(Instant.parse("2027-03-01T22:59:59Z"), ZoneOffset.UTC));
        var after = new Today(Clock.fixed(Instant.parse("2027-03-01T23:00:00Z"), ZoneOffset.UTC));

        assertThat(deadline.on(before.day())).isEqualTo(DeadlineState.COMING);
        assertThat(deadline.on(after.day())).isEqualTo(DeadlineState.PASSED);
    }

    @Test
    void aDeadlineSaysItsRule() {
        assertThatThrownBy(() -> Deadline.ofTeam(
                        "essai", DeadlineKind.PROJECT, "Essai", LocalDate.EPOCH, false, " ", SOURCE, "/essai"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMonthHoldsWholeWeeksAndItsOwnDaysOnly() {
        var all = List.of(
                line("2027-01-31", false, "2027-02-01"),
                line("2027-02-01", false, "2027-02-01"),
                line("2027-02-28", false, "2027-02-01"));

        var february = MonthPage.of(YearMonth.of(2027, 2), LocalDate.of(2027, 2, 1), all);
        var january = MonthPage.of(YearMonth.of(2027, 1), LocalDate.of(2027, 2, 1), all);

        assertThat(february.weeks()).hasSize(4).allMatch(week -> week.size() == 7);
        assertThat(february.count()).isEqualTo(2);
        assertThat(january.weeks()).hasSize(5);
        assertThat(january.weeks().getFirst().getFirst().day()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(january.count()).isEqualTo(1);
        assertThat(february.title()).isEqualTo("février 2027");
    }

    @ParameterizedTest
    @CsvSource({"2027-03, 2027-03", "'', 2026-11", "2027-13, 2026-11", "9999-01, 2026-11", "mars, 2026-11"})
    void aMonthOfAnAddressIsReadOrIgnored(String text, YearMonth month) {
        assertThat(MonthPage.read(text, LocalDate.of(2026, 11, 22))).isEqualTo(month);
    }
}
