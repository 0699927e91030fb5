package fr.maillage.reminders;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A month of deadlines, week by week from Monday.
 *
 * @param today the day it is looked at
 */
public record MonthPage(YearMonth month, LocalDate today, List<List<Day>> weeks) {

    /** Heads of the columns. */
    public static final List<String> WEEKDAYS =
            Arrays.stream(DayOfWeek.values()).map(MonthPage::word).toList();

    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    /** A day of the table; those of the neighbouring months fill the weeks and hold nothing. */
    public record Day(LocalDate day, boolean inMonth, List<Dated> deadlines) {

        /** Classes of its cell; a phone shows only the days that hold something. */
        public String look(LocalDate today) {
            var look = !inMonth ? "month-outside" : day.equals(today) ? "month-today" : "month-day";
            return deadlines.isEmpty() ? look + " month-free" : look;
        }
    }

    static MonthPage of(YearMonth month, LocalDate today, List<Dated> all) {
        var weeks = new ArrayList<List<Day>>();
        var monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var day = monday; !day.isAfter(month.atEndOfMonth()); day = day.plusWeeks(1)) {
            weeks.add(day.datesUntil(day.plusWeeks(1))
                    .map(date -> day(date, month, all))
                    .toList());
        }
        return new MonthPage(month, today, List.copyOf(weeks));
    }

    private static Day day(LocalDate day, YearMonth month, List<Dated> all) {
        var inMonth = YearMonth.from(day).equals(month);
        return new Day(
                day,
                inMonth,
                inMonth
                        ? all.stream()
                                .filter(line -> line.deadline().day().equals(day))
                                .toList()
                        : List.of());
    }

    /** The month of an address, {@code 2027-03}; this one when it is not understood. */
    static YearMonth read(String text, LocalDate today) {
        try {
            var month = YearMonth.parse(text);
            return month.getYear() < 2000 || month.getYear() > 2100 ? YearMonth.from(today) : month;
        } catch (DateTimeException _) {
            return YearMonth.from(today);
        }
    }

    /** « lundi ». */
    public static String weekday(LocalDate day) {
        return word(day.getDayOfWeek());
    }

    private static String word(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    /** « mars 2027 ». */
    public String title() {
        return TITLE.format(month);
    }

    public String previous() {
        return month.minusMonths(1).toString();
    }

    public String next() {
        return month.plusMonths(1).toString();
    }

    public long count() {
        return weeks.stream()
                .flatMap(List::stream)
                .mapToLong(day -> day.deadlines().size())
                .sum();
    }
}
