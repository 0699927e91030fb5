package fr.maillage.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How close a deadline has come; each step is told once. */
enum Nearness {
    PASSED("Dépassées"),
    WEEK("Dans les sept jours"),
    MONTH("Dans les trente jours");

    private final String title;

    Nearness(String title) {
        this.title = title;
    }

    /** Above the deadlines of an e-mail. */
    String title() {
        return title;
    }

    /** Empty for what is met, or further than thirty days. */
    static Optional<Nearness> of(Dated line) {
        return switch (line.state()) {
            case DONE -> Optional.empty();
            case PASSED -> Optional.of(PASSED);
            case COMING -> coming(line.today(), line.deadline().day());
        };
    }

    private static Optional<Nearness> coming(LocalDate today, LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        return days <= 7 ? Optional.of(WEEK) : days <= 30 ? Optional.of(MONTH) : Optional.empty();
    }
}
