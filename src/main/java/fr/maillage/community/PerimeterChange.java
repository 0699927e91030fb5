package fr.maillage.community;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that a person adds or takes away, not saved yet.
 *
 * @param commune its code
 * @param name of the commune
 * @param part name of the part, null for the whole commune
 * @param population of an added part, as stated; else null
 */
public record PerimeterChange(
        Kind kind,
        String commune,
        String name,
        @Nullable String part,
        @Nullable Integer population,
        Instant at) {

    public enum Kind {
        ADD,
        REMOVE
    }

    public boolean adds() {
        return kind == Kind.ADD;
    }

    public String label() {
        return part == null ? name : name + " (" + part + ")";
    }
}
