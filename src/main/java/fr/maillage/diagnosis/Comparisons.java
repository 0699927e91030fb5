package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import fr.maillage.datasets.Observed;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all territories are compared with, kept in memory until an edition of a dataset changes: figures published for
 * bassins de vie, départements, régions and France, and what the communes of each département give together.
 *
 * @param editions label of the edition that holds today, by dataset, {@link #REFERENCE} included
 * @param counts of the directories in the places of comparison, filled as they are asked
 * @param medians of the same zones, filled as they are asked
 * @param figures of the places of comparison by feed, filled as they are asked
 * @param values of every département and bassin de vie by feed, and of the bassins of a région, filled as they are asked
 * @param accessibilities computed for the places of comparison, filled as they are asked
 * @param titles of the datasets, by key
 * @param reference stands for the populations of the reference of communes
 */
record Comparisons(
        Map<String, String> editions,
        Map<String, String> titles,
        Observed reference,
        Map<String, CountedCommune> places,
        Map<String, Zone> departements,
        Map<String, Zone> regions,
        Map<String, String> regionOfDepartement,
        Set<String> inhabited,
        Map<Key, NavigableMap<String, Observed>> published,
        Map<String, Map<String, Sum>> sums,
        Map<String, Zone> bassins,
        Map<Zone, Counts> counts,
        Map<Zone, List<AplValue>> accessibilities,
        Map<String, Map<String, BigDecimal>> values,
        Map<String, Optional<Median>> medians,
        Map<String, Figure> figures) {

    /** Key, in definitions, of the populations that the program ships. */
    static final String REFERENCE = "communes";

    record Key(String series, Level level, String zone) {}

    /** @param any a figure that went in, for source and period */
    record Sum(Aggregate aggregate, @Nullable Observed any) {}

    boolean holds(String dataset) {
        return editions.containsKey(dataset);
    }

    /** Under which name the sums of a feed are kept. */
    static String name(Indicator indicator, Feed feed) {
        return indicator.code() + "/" + feed.key();
    }

    NavigableMap<String, Observed> history(String series, Level level, String zone) {
        return published.getOrDefault(new Key(series, level, zone), new TreeMap<>());
    }

    @Nullable
    Observed latest(String series, Level level, String zone) {
        var history = history(series, level, zone);
        return history.isEmpty() ? null : history.lastEntry().getValue();
    }

    /** What the communes of some départements give together for a feed. */
    Sum sum(String feed, List<String> departements) {
        var all = Aggregate.NONE;
        Observed any = null;
        var known = sums.getOrDefault(feed, Map.of());
        for (var departement : departements) {
            var sum = known.get(departement);
            if (sum != null) {
                all = all.plus(sum.aggregate());
                any = any == null ? sum.any() : any;
            }
        }
        return new Sum(all, any);
    }

    /** Whether anybody is counted there: some codes stand for empty islands. */
    boolean isInhabited(String departement) {
        return inhabited.contains(departement);
    }

    /** The communes of some départements, cities whole. */
    List<String> communesOf(Collection<String> departements) {
        return places.values().stream()
                .filter(place -> place.parent() == null && departements.contains(place.departement()))
                .map(CountedCommune::code)
                .toList();
    }

    List<String> departementsOf(String region) {
        return regionOfDepartement.entrySet().stream()
                .filter(entry -> entry.getValue().equals(region))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether any dataset of a feed was imported. */
    boolean isLoaded(Feed feed) {
        return feed.datasets().stream().anyMatch(this::holds);
    }

    /**
     * Not {@code computeIfAbsent}, which would hold a lock of the map while the database is asked: two requests that come
     * together make the same twice.
     */
    static <K, V> V kept(Map<K, V> made, K key, Function<K, V> make) {
        var known = made.get(key);
        if (known == null) {
            known = make.apply(key);
            made.put(key, known);
        }
        return known;
    }
}
