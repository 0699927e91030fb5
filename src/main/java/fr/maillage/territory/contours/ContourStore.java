package fr.maillage.territory.contours;

import fr.maillage.territory.contours.Borders.Pair;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contours and the borders in the database. */
@Component
class ContourStore {

    private static final int BATCH = 500;

    /**
     * A contour to keep.
     *
     * @param pieces the codes of the file that were dissolved into it
     */
    record Contour(String code, Geometry geometry, Collection<String> pieces) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ContourStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    UUID addSource(String attribution, String vintage, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into territory.contour_source (id, attribution, vintage, loaded_at) values (?, ?, ?, ?)")
                .params(id, attribution, vintage, Timestamp.from(at))
                .update();
        return id;
    }

    /** Replaces the contours of these codes and forgets their borders. */
    void put(UUID source, List<Contour> contours) {
        var codes = contours.stream().map(Contour::code).toArray(String[]::new);
        jdbc.sql("delete from territory.adjacency where code = any(:codes) or neighbour = any(:codes)")
                .param("codes", codes)
                .update();
        template.batchUpdate("""
                        insert into territory.contour (code, source_id, pieces, shape, bounds, label_x, label_y)
                        values (?, ?, ?, ?, box(point(?, ?), point(?, ?)), ?, ?)
                        on conflict (code) do update set source_id = excluded.source_id, pieces = excluded.pieces,
                            shape = excluded.shape, bounds = excluded.bounds,
                            label_x = excluded.label_x, label_y = excluded.label_y""", contours, BATCH, (statement, contour) -> {
            var bounds = contour.geometry().getEnvelopeInternal();
            var label = contour.geometry().getInteriorPoint();
            statement.setString(1, contour.code());
            statement.setObject(2, source);
            statement.setArray(
                    3,
                    statement
                            .getConnection()
                            .createArrayOf("text", contour.pieces().toArray()));
            statement.setBytes(4, new WKBWriter(2).write(contour.geometry()));
            statement.setDouble(5, bounds.getMinX());
            statement.setDouble(6, bounds.getMinY());
            statement.setDouble(7, bounds.getMaxX());
            statement.setDouble(8, bounds.getMaxY());
            statement.setDouble(9, label.getX());
            statement.setDouble(10, label.getY());
        });
    }

    void addBorders(Collection<Pair> pairs) {
        List<Pair> both = new ArrayList<>();
        pairs.forEach(pair -> {
            both.add(pair);
            both.add(new Pair(pair.other(), pair.one()));
        });
        template.batchUpdate(
                "insert into territory.adjacency (code, neighbour) values (?, ?) on conflict do nothing",
                both,
                BATCH,
                (statement, pair) -> {
                    statement.setString(1, pair.one());
                    statement.setString(2, pair.other());
                });
    }

    /** The contours of these codes. */
    Map<String, Geometry> shapes(Collection<String> codes) {
        return read("code = any(:codes)", Map.of("codes", codes.toArray(String[]::new)));
    }

    /** The contours near these bounds, but those of the given codes. */
    Map<String, Geometry> near(Envelope bounds, Collection<String> except) {
        return read(
                "bounds && box(point(:left, :bottom), point(:right, :top)) and code <> all(:except)",
                Map.of(
                        "left", bounds.getMinX(),
                        "bottom", bounds.getMinY(),
                        "right", bounds.getMaxX(),
                        "top", bounds.getMaxY(),
                        "except", except.toArray(String[]::new)));
    }

    /** The cities that have arrondissements, by code of arrondissement. */
    Map<String, String> cities() {
        Map<String, String> cities = new HashMap<>();
        jdbc.sql("select code, parent_code from territory.commune where parent_code is not null")
                .query((row, _) -> cities.put(row.getString(1), row.getString(2)))
                .list();
        return cities;
    }

    /** The communes that share a border with this one. */
    List<String> neighbours(String code) {
        return jdbc.sql("select neighbour from territory.adjacency where code = ?")
                .param(code)
                .query(String.class)
                .list();
    }

    /** Sources that no contour comes from any more. Then the planner learns how large the tables have become. */
    void forgetUnusedSources() {
        jdbc.sql("delete from territory.contour_source s"
                        + " where not exists (select 1 from territory.contour c where c.source_id = s.id)")
                .update();
        jdbc.sql("analyze territory.contour, territory.adjacency").update();
    }

    private Map<String, Geometry> read(String condition, Map<String, ?> params) {
        Map<String, Geometry> shapes = new HashMap<>();
        var reader = new WKBReader(ShapeReader.GEOMETRY);
        jdbc.sql("select code, shape from territory.contour where " + condition)
                .params(params)
                .query((row, _) -> {
                    try {
                        return shapes.put(row.getString(1), reader.read(row.getBytes(2)));
                    } catch (ParseException e) {
                        throw new IllegalStateException("contour of " + row.getString(1), e);
                    }
                })
                .list();
        return shapes;
    }
}
