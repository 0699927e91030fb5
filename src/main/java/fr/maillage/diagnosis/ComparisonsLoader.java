package fr.maillage.diagnosis;

import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Level;
import fr.maillage.datasets.Missing;
import fr.maillage.datasets.Observed;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.diagnosis.Editions.Edition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what territories are compared with, once for each state of the datasets. */
@Component
class ComparisonsLoader {

    private static final int FETCHED = 5_000;

    static final String OBSERVED = """
            select o.zone, o.series, o.level, o.period, o.value, o.missing, v.dataset, v.label
            from datasets.observation o join datasets.vintage v on v.id = o.vintage and v.state = 'CURRENT'
            """;

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Descriptors descriptors;
    private final Kept<Map<String, Edition>, Comparisons> kept;

    ComparisonsLoader(
            JdbcClient jdbc, Indicators indicators, Descriptors descriptors, Editions editions, Snapshot snapshot) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.descriptors = descriptors;
        this.kept = new Kept<>(snapshot, editions::current, this::load);
    }

    /** What holds today: read anew when an edition has changed. */
    Comparisons current() {
        return kept.current();
    }

    /** The series that indicators read, the pseudo-series aside. */
    String[] series() {
        return indicators.all().stream()
                .flatMap(indicator -> indicator.feeds().stream())
                .flatMap(feed -> feed.reads().stream())
                .distinct()
                .toArray(String[]::new);
    }

    static Observed observed(ResultSet row, int number) throws SQLException {
        var missing = row.getString("missing");
        return new Observed(
                row.getString("dataset"),
                row.getString("series"),
                Level.valueOf(row.getString("level")),
                row.getString("zone"),
                row.getString("period"),
                row.getBigDecimal("value"),
                missing == null ? null : Missing.valueOf(missing),
                row.getString("label"));
    }

    private Comparisons load(Map<String, Edition> current) {
        Map<String, String> editions = new TreeMap<>();
        current.forEach((dataset, edition) -> editions.put(dataset, edition.label()));
        var departements = zones("departement", Level.DEPARTEMENT);
        var regions = zones("region", Level.REGION);
        Map<String, String> regionOf = new TreeMap<>();
        jdbc.sql("select code, region_code from territory.departement")
                .query((RowCallbackHandler) row -> regionOf.put(row.getString(1), row.getString(2)));
        var places = places();
        var reference = reference();
        var titles =
                new HashMap<>(descriptors.all().stream().collect(Collectors.toMap(Descriptor::key, Descriptor::title)));
        titles.put(Comparisons.REFERENCE, "Insee, populations municipales");
        editions.put(Comparisons.REFERENCE, reference.vintage());
        return new Comparisons(
                editions,
                titles,
                reference,
                places,
                departements,
                regions,
                regionOf,
                places.values().stream()
                        .filter(place -> place.population() > 0)
                        .map(CountedCommune::departement)
                        .collect(Collectors.toSet()),
                published(),
                sums(places, reference),
                bassins(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    private Observed reference() {
        var year = jdbc.sql(
                        "select coalesce((mode() within group (order by population_vintage))::text, '') from territory.commune")
                .query(String.class)
                .single();
        return new Observed(Comparisons.REFERENCE, Feed.POPULATION, Level.COMMUNE, "", year, null, null, year);
    }

    private Map<String, Zone> zones(String table, Level level) {
        return jdbc
                .sql("select code, name, article from territory." + table + " order by code")
                .query((row, _) -> new Zone(level, row.getString(1), row.getString(2), row.getInt(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Zone::code, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private Map<String, Zone> bassins() {
        return jdbc
                .sql("""
                        select distinct on (z.code) z.code, z.name
                        from datasets.zone z join datasets.vintage v on v.id = z.vintage and v.state = 'CURRENT'
                        where z.level = 'BASSIN_DE_VIE' order by z.code, v.dataset""")
                .query((row, _) -> new Zone(Level.BASSIN_DE_VIE, row.getString(1), row.getString(2), 0))
                .list()
                .stream()
                .collect(Collectors.toMap(Zone::code, Function.identity()));
    }

    private Map<String, CountedCommune> places() {
        var rows = jdbc.sql("""
                select code, departement_code, region_code, coalesce(population, 0), parent_code from territory.commune""")
                .query((row, _) -> new CountedCommune(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        List.of()))
                .list();
        Map<String, List<CountedCommune>> parts = new HashMap<>();
        for (var row : rows) {
            if (row.parent() != null) {
                parts.computeIfAbsent(row.parent(), _ -> new ArrayList<>()).add(row);
            }
        }
        Map<String, CountedCommune> places = new HashMap<>();
        for (var row : rows) {
            places.put(row.code(), row.with(parts.getOrDefault(row.code(), List.of())));
        }
        return places;
    }

    private Map<Comparisons.Key, NavigableMap<String, Observed>> published() {
        Map<Comparisons.Key, NavigableMap<String, Observed>> published = new HashMap<>();
        jdbc.sql(OBSERVED + """
                        where o.level in ('BASSIN_DE_VIE', 'DEPARTEMENT', 'REGION', 'FRANCE') and o.series = any(?)""")
                .param(series())
                .query(ComparisonsLoader::observed)
                .list()
                .forEach(observed -> published
                        .computeIfAbsent(
                                new Comparisons.Key(observed.series(), observed.level(), observed.zone()),
                                _ -> new TreeMap<>())
                        .put(observed.period(), observed));
        return published;
    }

    private Map<String, Map<String, Comparisons.Sum>> sums(Map<String, CountedCommune> places, Observed reference) {
        Map<String, Feed> feeds = new HashMap<>();
        for (var indicator : indicators.all()) {
            for (var feed : indicator.feeds()) {
                if (feed.fromCommunes()) {
                    feeds.put(Comparisons.name(indicator, feed), feed);
                } else if (feed.counts()) {
                    feeds.put(Comparisons.name(indicator, feed.denominator()), feed.denominator());
                }
            }
        }
        var sums = new SumsByDepartement(feeds, reference, places.values());
        // Rows come by thousands instead of all at once: we are within a transaction.
        jdbc.sql("""
                select o.zone, o.series, o.level, o.period, o.value, o.missing, v.dataset, v.label, c.departement_code
                from datasets.observation o join datasets.vintage v on v.id = o.vintage and v.state = 'CURRENT'
                join territory.commune c on c.code = o.zone
                where o.level = 'COMMUNE' and o.series = any(?) order by c.departement_code""").param(series()).withFetchSize(FETCHED).query(sums);
        return sums.result();
    }
}
