package fr.maillage.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes a calendar of whole days as iCalendar (RFC 5545): lines end with CRLF, none is longer than 75 octets, and signs
 * that the format keeps for itself are escaped.
 *
 * <pre>
 * var calendar = new ICalendar("CPTS des Causses");
 * calendar.day("tache-3@maillage", stamp, LocalDate.of(2027, 3, 1), "Première réunion", "Responsable : …");
 * return calendar.bytes();
 * </pre>
 */
public final class ICalendar {

    public static final String TYPE = "text/calendar;charset=UTF-8";

    private static final int LONGEST = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    public ICalendar(String name) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Maillage//Calendrier//FR");
        line("CALSCALE:GREGORIAN");
        line("X-WR-CALNAME:" + escaped(name));
    }

    /**
     * An event of one whole day, which does not keep its people busy.
     *
     * @param uid the same for the same thing in every edition
     * @param stamp when the thing was last changed, so that two editions without change are equal
     */
    public void day(String uid, Instant stamp, LocalDate on, String summary, String description) {
        line("BEGIN:VEVENT");
        line("UID:" + uid);
        line("DTSTAMP:" + STAMP.format(stamp));
        line("DTSTART;VALUE=DATE:" + on.format(DateTimeFormatter.BASIC_ISO_DATE));
        // the end of a whole day is the day after, which it does not contain
        line("DTEND;VALUE=DATE:" + on.plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
        line("SUMMARY:" + escaped(summary));
        if (!description.isEmpty()) {
            line("DESCRIPTION:" + escaped(description));
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    public byte[] bytes() {
        return (text + "END:VCALENDAR\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 5545, 3.3.11: backslash, semicolon, comma and line end. */
    static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\r", "\n")
                .replace("\n", "\\n");
    }

    /** RFC 5545, 3.1: a long line is folded between two signs, and goes on after a space. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int sign = content.codePointAt(i);
            int width = octets(sign);
            if (octets + width > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(sign);
            octets += width;
            i += Character.charCount(sign);
        }
        text.append("\r\n");
    }

    private static int octets(int sign) {
        if (sign < 0x80) {
            return 1;
        }
        if (sign < 0x800) {
            return 2;
        }
        return sign < 0x10000 ? 3 : 4;
    }
}
