package fr.maillage.indicators.spi;

import fr.maillage.shared.French;
import java.time.LocalDate;

/** Days that a figure is of, both included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins: " + from + ", " + to);
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** « 2026 », or « du 15 mars 2026 au 14 mars 2027 ». */
    public String inWords() {
        return from.getDayOfYear() == 1 && to.plusDays(1).equals(from.plusYears(1))
                ? String.valueOf(from.getYear())
                : "du " + French.date(from) + " au " + French.date(to);
    }
}
