package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The format of RFC 5545. */
class ICalendarTest {

    private static final Instant STAMP = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void aWholeDayEndsTheDayAfter() {
        var calendar = new ICalendar("CPTS, des Causses");
        calendar.day("a@maillage", STAMP, LocalDate.of(2027, 12, 31), "Réunion ; bilan", "Un\nDeux \\ trois");

        assertThat(text(calendar)).isEqualTo("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Maillage//Calendrier//FR
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

    private static String text(ICalendar calendar) {
        return new String(calendar.bytes(), StandardCharsets.UTF_8);
    }
}
