package fr.maillage.statutes;

import java.util.Optional;

/**
 * How a board renews itself: in so many parts over the years of a mandate.
 *
 * @param parts 1 for the whole board at once, 2 by half, 3 by third
 * @param years of a mandate
 */
public record Renewal(int parts, int years) {

    static Optional<Renewal> of(Values values) {
        var parts = values.is("ca-renouvellement", "tiers") ? 3 : values.is("ca-renouvellement", "moitie") ? 2 : 1;
        return values.whole("ca-annees").map(years -> new Renewal(parts, years.intValue()));
    }

    /** Years from one renewal to the next; empty when a mandate does not split into whole years. */
    public Optional<Integer> yearsBetween() {
        return years % parts == 0 ? Optional.of(years / parts) : Optional.empty();
    }
}
