package fr.maillage.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The day and the instant, as told by the injected clock, in the legal time of mainland France. */
public final class Today {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Clock clock;

    public Today(Clock clock) {
        this.clock = clock.withZone(PARIS);
    }

    public LocalDate day() {
        return LocalDate.now(clock);
    }

    public Instant instant() {
        return clock.instant();
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, PARIS);
    }

    public static LocalDateTime timeOf(Instant instant) {
        return LocalDateTime.ofInstant(instant, PARIS);
    }
}
