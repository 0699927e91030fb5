package fr.maillage.territory;

import fr.maillage.territory.Maps.Centre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads contours, when they are loaded. */
@Component
class Outlines {

    private static final String SELECT = """
            select o.code, c.name, c.population, c.parent_code, c.epci_code, o.shape, o.label_x, o.label_y
            from territory.contour o join territory.commune c on c.code = o.code
            """;

    private static final String BOUNDS = """
            select min((o.bounds[1])[0]), min((o.bounds[1])[1]), max((o.bounds[0])[0]), max((o.bounds[0])[1])
            from territory.contour o join territory.commune c on c.code = o.code
            """;

    private final JdbcClient jdbc;

    Outlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes whenever contours do; null without contours. */
    @Nullable
    String stamp() {
        return jdbc.sql("select max(loaded_at)::text from territory.contour_source")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** A point inside each commune and arrondissement that has a contour. */
    Map<String, Centre> insides() {
        Map<String, Centre> insides = new HashMap<>();
        jdbc.sql("select code, label_x, label_y from territory.contour")
                .query((row, _) -> insides.put(
                        row.getString("code"), new Centre(row.getDouble("label_x"), row.getDouble("label_y"))))
                .list();
        return insides;
    }

    /** The rectangle around these communes; empty when none has a contour. */
    Optional<Envelope> bounds(Collection<String> codes) {
        return jdbc.sql(BOUNDS + "where o.code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(Outlines::envelope)
                .single();
    }

    Optional<Envelope> boundsOfDepartement(String departement) {
        return jdbc.sql(BOUNDS + "where c.departement_code = :departement")
                .param("departement", departement)
                .query(Outlines::envelope)
                .single();
    }

    /**
     * Every contour that reaches into a rectangle. A city that has arrondissements comes either whole or by them.
     *
     * @param chosen decides for the cities: whole when it names the city
     */
    List<Outline> within(Envelope view, Collection<String> chosen) {
        Set<String> wanted = new HashSet<>(chosen);
        var all = jdbc.sql(SELECT + "where o.bounds && box(point(:left, :bottom), point(:right, :top)) order by o.code")
                .param("left", view.getMinX())
                .param("bottom", view.getMinY())
                .param("right", view.getMaxX())
                .param("top", view.getMaxY())
                .query(Outlines::outline)
                .list();
        Set<String> split = new HashSet<>();
        for (var outline : all) {
            if (outline.parent() != null && !wanted.contains(outline.parent())) {
                split.add(outline.parent());
            }
        }
        return all.stream()
                .filter(outline ->
                        outline.parent() == null ? !split.contains(outline.code()) : split.contains(outline.parent()))
                .toList();
    }

    List<Outline> of(Collection<String> codes) {
        return jdbc.sql(SELECT + "where o.code = any(:codes) order by o.code")
                .param("codes", codes.toArray(String[]::new))
                .query(Outlines::outline)
                .list();
    }

    /** To whom the contours of these communes are due: « IGN Admin Express 2018, Licence Ouverte ». */
    List<String> attributions(Collection<String> codes) {
        return jdbc.sql("""
                select distinct s.attribution || case when s.vintage = '' then '' else ', millésime ' || s.vintage end
                from territory.contour o join territory.contour_source s on s.id = o.source_id
                where o.code = any(:codes) order by 1""")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static Optional<Envelope> envelope(ResultSet row, int index) throws SQLException {
        double left = row.getDouble(1);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Envelope(left, row.getDouble(3), row.getDouble(2), row.getDouble(4)));
    }

    private static Outline outline(ResultSet row, int index) throws SQLException {
        try {
            return new Outline(
                    row.getString("code"),
                    row.getString("name"),
                    row.getObject("population", Integer.class),
                    row.getString("parent_code"),
                    row.getString("epci_code"),
                    new WKBReader().read(row.getBytes("shape")),
                    row.getDouble("label_x"),
                    row.getDouble("label_y"));
        } catch (ParseException e) {
            throw new SQLException("contour of " + row.getString("code"), e);
        }
    }
}
