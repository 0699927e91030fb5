package fr.maillage.territory.contours;

import fr.maillage.testing.ResetHook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No contours at the start of a test: a test that wants a map loads some. */
@Component
class ContoursReset implements ResetHook {

    private final JdbcClient jdbc;

    ContoursReset(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void reset() {
        var any = jdbc.sql("select exists (select 1 from territory.contour_source)")
                .query(Boolean.class)
                .single();
        if (any) {
            jdbc.sql("truncate territory.contour, territory.contour_source, territory.adjacency")
                    .update();
        }
    }
}
