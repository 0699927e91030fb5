package fr.maillage.datasets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
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

    /** The value of the latest period that has one, for every zone of a level; zones without any are left out. */
    public Map<String, Double> values(String series, Level level) {
        Map<String, Double> values = new HashMap<>();
        jdbc.sql("""
                        select distinct on (o.zone) o.zone, o.value
                        from datasets.observation o join datasets.vintage v on v.id = o.vintage and v.state = 'CURRENT'
                        where o.series = ? and o.level = ? and o.value is not null
                        order by o.zone, o.period desc""")
                .params(series, level.name())
                .query((row, _) -> values.put(row.getString(1), row.getDouble(2)))
                .list();
        return values;
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
