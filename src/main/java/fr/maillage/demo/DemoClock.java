package fr.maillage.demo;

import fr.maillage.shared.Today;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The clock of the program in a demonstration: what is made inside {@link #on} happened some days ago, so that the
 * journal, the receipts, the moves and the legal delay agree. Everywhere else, other threads included, it tells the time
 * as it is. Nothing but a demonstration has it.
 */
@Primary
@Component
@ConditionalOnProperty(name = "maillage.demo", havingValue = "true")
class DemoClock extends Clock {

    private static final ScopedValue<Duration> AGO = ScopedValue.newInstance();

    private final Clock real;

    DemoClock(@Qualifier("clock") Clock real) {
        this.real = real;
    }

    /**
     * Does something in the past; the time goes by as it is done.
     *
     * @param daysAgo before the day it is
     * @param time in Paris
     */
    <T> T on(int daysAgo, LocalTime time, Supplier<T> task) {
        var now = real.instant();
        var then = LocalDate.ofInstant(now, Today.PARIS)
                .minusDays(daysAgo)
                .atTime(time)
                .atZone(Today.PARIS)
                .toInstant();
        return ScopedValue.where(AGO, Duration.between(then, now)).call(task::get);
    }

    /** The day it is, or was. */
    LocalDate today() {
        return LocalDate.ofInstant(instant(), Today.PARIS);
    }

    @Override
    public Instant instant() {
        return AGO.isBound() ? real.instant().minus(AGO.get()) : real.instant();
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(real.withZone(zone));
    }
}
