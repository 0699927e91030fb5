package fr.maillage.project.actions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.project.TestProjects;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The format of RFC 5545, and what an agenda finds in it. */
class ICalendarTest {

    private static final Instant STAMP = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void aWholeDayEndsTheDayAfter() {
        var calendar = new ICalendar("CPTS, des Causses");
        calendar.day("a@maillage", STAMP, LocalDate.of(2027, 12, 31), "Réunion ; bilan", "Un\nDeux \\ trois");

        assertThat(text(calendar)).isEqualTo("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Maillage//Calendrier du projet//FR
                CALSCALE:GREGORIAN
                X-WR-CALNAME:CPTS\\, des Causses
                BEGIN:VEVENT
                UID:a@maillage
                DTSTAMP:20261122T090000Z
                DTSTART;VALUE=DATE:20271231
                DTEND;VALUE=DATE:20280101
                SUMMARY:Réunion \\; bilan
                DESCRIPTION:Un\\nDeux \\\\ trois
                TRANSP:TRANSPARENT
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));
    }

    @Test
    void aLongLineIsFoldedAt75OctetsBetweenTwoSigns() {
        var calendar = new ICalendar("CPTS");
        var summary = "é".repeat(60) + "🩺".repeat(20) + "fin";
        calendar.day("a@maillage", STAMP, LocalDate.of(2027, 1, 1), summary, "");

        var text = text(calendar);
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + summary + "\r\n");
    }

    @Test
    void theAgendaHoldsEveryDatedThingOnceWithAStableName() {
        var project = TestProjects.of(TestProjects.complete());

        var agenda = Agenda.of(project, LocalDate.of(2027, 2, 1));

        assertThat(agenda.entries())
                .extracting(entry -> entry.on() + " " + entry.kind() + " " + entry.title())
                .containsExactly(
                        "2027-01-04 START Orienter les patients",
                        "2027-02-01 PROJECT_STEP Dépôt du projet",
                        "2027-03-01 STEP Première réunion",
                        "2029-12-31 TARGET Patients orientés\u00A0: 10\u00A0patients",
                        "2029-12-31 END Orienter les patients");
        assertThat(agenda.entries()).extracting(Agenda.Entry::uid).doesNotHaveDuplicates();
        assertThat(agenda.entries())
                .extracting(Agenda.Entry::late)
                .startsWith(true)
                .endsWith(false);
        assertThat(Agenda.of(project, LocalDate.of(2030, 1, 1)).entries())
                .extracting(Agenda.Entry::uid)
                .isEqualTo(agenda.entries().stream().map(Agenda.Entry::uid).toList());
        assertThat(agenda.entries())
                .extracting(entry -> entry.countdown(LocalDate.of(2027, 2, 1)))
                .startsWith("J\u00A0−\u00A028", "jour\u00A0J", "J\u00A0+\u00A028");
    }

    private static String text(ICalendar calendar) {
        return new String(calendar.bytes(), StandardCharsets.UTF_8);
    }
}
