package fr.maillage.shared;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period of days during which something holds.
 *
 * @param from first day, inclusive
 * @param until day after the last one, exclusive; null while still in force
 */
public record Validity(LocalDate from, @Nullable LocalDate until) {

    public Validity {
        if (until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("empty validity: " + from + " to " + until);
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
