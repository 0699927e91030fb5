package fr.maillage.datasets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the figures of the current editions. */
@Component
public class Observations {

    private static final String SELECT = """
            select v.dataset, o.series, o.level, o.zone, o.period, o.value, o.missing, v.label
            from datasets.observation o join datasets.vintage v on v.id = o.vintage and v.state = 'CURRENT'
            """;

    /** A zone that has figures, with its name when the source gives one. */
    public record Zone(Level level, String code, String name) {}

    private final JdbcClient jdbc;

    Observations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figure of the latest period of a series, by zone; zones of which the source says nothing are left out. */
    public Map<String, Observed> latest(String series, Level level, Collection<String> zones) {
        var found = new LinkedHashMap<String, Observed>();
        jdbc.sql(SELECT + "where o.series = ? and o.level = ? and o.zone = any(?) order by o.zone, o.period")
                .params(series, level.name(), zones.toArray(String[]::new))
                .query(Observations::row)
                .list()
                .forEach(observed -> found.put(observed.zone(), observed));
        return found;
    }

    public Optional<Observed> latest(String series, Level level, String zone) {
        return Optional.ofNullable(latest(series, level, List.of(zone)).get(zone));
    }

    /** All zones of a level, at the latest period of each: to rank one among them. */
    public List<Observed> everywhere(String series, Level level) {
        var found = new LinkedHashMap<String, Observed>();
        jdbc.sql(SELECT + "where o.series = ? and o.level = ? order by o.zone, o.period")
                .params(series, level.name())
                .query(Observations::row)
                .list()
                .forEach(observed -> found.put(observed.zone(), observed));
        return List.copyOf(found.values());
    }

    /** The figures of one zone through the periods of a series, the oldest first. */
    public List<Observed> history(String series, Level level, String zone) {
        return jdbc.sql(SELECT + "where o.series = ? and o.level = ? and o.zone = ? order by o.period")
                .params(series, level.name(), zone)
                .query(Observations::row)
                .list();
    }

    /** Zones of a level by code; only those named by a source. */
    public List<Zone> zones(Level level, Collection<String> codes) {
        return jdbc.sql("""
                        select distinct on (z.code) z.code, z.name
                        from datasets.zone z join datasets.vintage v on v.id = z.vintage and v.state = 'CURRENT'
                        where z.level = ? and z.code = any(?) order by z.code, v.id desc""")
                .params(level.name(), codes.toArray(String[]::new))
                .query((row, _) -> new Zone(level, row.getString(1), row.getString(2)))
                .list();
    }

    private static Observed row(ResultSet row, int number) throws SQLException {
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
}
