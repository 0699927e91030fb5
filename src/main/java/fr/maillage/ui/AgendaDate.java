package fr.maillage.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date to come.
 *
 * @param day its day
 * @param what « Réunion de l’équipe projet »
 * @param detail « mardi, 12 h 30, Millau », or null
 * @param href its page, or null
 */
public record AgendaDate(
        LocalDate day,
        String what,
        @Nullable String detail,
        @Nullable String href) {

    private static final List<String> MONTHS =
            List.of("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.");

    public int number() {
        return day.getDayOfMonth();
    }

    /** Short, as calendars only may: « nov. ». */
    public String month() {
        return MONTHS.get(day.getMonthValue() - 1);
    }
}
