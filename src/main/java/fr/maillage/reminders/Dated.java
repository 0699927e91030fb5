package fr.maillage.reminders;

import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineState;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as its reader sees it on a day.
 *
 * @param community name of its CPTS
 * @param code unique over all CPTS
 * @param href page where the reader finds it, or null when there is none for them
 * @param today the day it is looked at
 */
public record Dated(
        Deadline deadline,
        String community,
        String code,
        @Nullable String href,
        LocalDate today) {

    /** What is awaited first comes first, whatever its state. */
    static final Comparator<Dated> BY_DAY = Comparator.comparing(
                    (Dated line) -> line.deadline().day())
            .thenComparing(line -> line.deadline().label(), French.ORDER)
            .thenComparing(Dated::code);

    public DeadlineState state() {
        return deadline.on(today);
    }

    /** « dans 3 jours », « aujourd’hui », « depuis 2 jours »; empty once it is met. */
    public String distance() {
        long days = ChronoUnit.DAYS.between(today, deadline.day());
        return switch (state()) {
            case DONE -> "";
            case PASSED -> "depuis " + French.count(-days, "jour", "jours");
            case COMING ->
                days == 0 ? "aujourd’hui" : days == 1 ? "demain" : "dans " + French.number(days) + "\u00A0jours";
        };
    }
}
