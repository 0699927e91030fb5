package fr.maillage.testing;

import fr.maillage.shared.Today;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;

/** The clock of the tests: stands still at 22 November 2026, 10:00 in Paris, until a test moves it. */
public final class MutableClock extends Clock {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 22, 10, 0);

    private volatile Instant now = instantOf(START);

    public void set(LocalDateTime parisTime) {
        now = instantOf(parisTime);
    }

    /** Ten in the morning of that day. */
    public void set(LocalDate day) {
        set(day.atTime(10, 0));
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Same hour of the day, so many days or months later. */
    public void advance(Period period) {
        set(LocalDateTime.ofInstant(now, Today.PARIS).plus(period));
    }

    public void reset() {
        set(START);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Today.PARIS;
    }

    /** A view of this clock: it moves when this one does. */
    @Override
    public Clock withZone(ZoneId zone) {
        var source = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return source.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return source.withZone(other);
            }
        };
    }

    private static Instant instantOf(LocalDateTime parisTime) {
        return parisTime.atZone(Today.PARIS).toInstant();
    }
}
