package fr.maillage.diagnosis;

import fr.maillage.datasets.Observed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the sources say of some communes: of each series and commune the figure of the latest period. */
final class Cells {

    private final Map<String, Map<String, Observed>> bySeries = new HashMap<>();

    void add(Observed observed) {
        bySeries.computeIfAbsent(observed.series(), _ -> new HashMap<>())
                .merge(
                        observed.zone(),
                        observed,
                        (one, other) -> one.period().compareTo(other.period()) < 0 ? other : one);
    }

    @Nullable
    Observed of(String series, String commune) {
        return bySeries.getOrDefault(series, Map.of()).get(commune);
    }

    /** Any figure of the series, to tell its source and period. */
    @Nullable
    Observed any(String series) {
        Observed latest = null;
        for (var observed : bySeries.getOrDefault(series, Map.of()).values()) {
            if (latest == null || latest.period().compareTo(observed.period()) < 0) {
                latest = observed;
            }
        }
        return latest;
    }
}
