package fr.maillage.diagnosis;

import fr.maillage.datasets.Observed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the sources say of some communes: of each series and commune the figure of the latest period. */
final class Cells {

    private final Map<String, Map<String, Observed>> bySeries = new HashMap<>();

    /** Of each series one figure of the latest period: asked for every figure made, so never searched for. */
    private final Map<String, Observed> latest = new HashMap<>();

    void add(Observed observed) {
        bySeries.computeIfAbsent(observed.series(), _ -> new HashMap<>())
                .merge(observed.zone(), observed, Cells::later);
        latest.merge(observed.series(), observed, Cells::later);
    }

    private static Observed later(Observed one, Observed other) {
        return one.period().compareTo(other.period()) < 0 ? other : one;
    }

    @Nullable
    Observed of(String series, String commune) {
        return bySeries.getOrDefault(series, Map.of()).get(commune);
    }

    /** Any figure of the series, to tell its source and period. */
    @Nullable
    Observed any(String series) {
        return latest.get(series);
    }
}
