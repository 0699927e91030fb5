package fr.maillage.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * The value of a zone that the territory touches, for what is not published by commune. It is never the territory's own.
 *
 * @param median of all the zones of the same level
 * @param gaps with the département, the région and France, those that are known
 */
public record Context(Zone zone, Figure figure, List<Gap> gaps, Optional<Rank> rank, Optional<Median> median) {

    public Context {
        gaps = List.copyOf(gaps);
    }

    /** By how much the zone differs from the median of its like. */
    public Optional<Gap> toMedian() {
        return median.flatMap(middle -> Gap.of(figure.known(), middle.value(), zone));
    }
}
