package fr.maillage.datasets;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Today's code of a commune that a file names by an older one. */
@Component
class ZoneCodes {

    private final JdbcClient jdbc;

    /** The reference of places comes with the program: read once, 40 000 short codes. */
    private volatile @Nullable Map<String, String> known;

    ZoneCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Null when no commune, today's or former, has this code, and when a former one was shared out between several. A
     * code that is both is today's.
     */
    @Nullable
    String today(String code) {
        var codes = known;
        if (codes == null) {
            codes = read();
            known = codes;
        }
        return codes.get(code);
    }

    private Map<String, String> read() {
        var codes = new HashMap<String, String>();
        jdbc.sql("select code, min(current_code) from territory.former_code group by code having count(*) = 1")
                .query(row -> {
                    codes.put(row.getString(1), row.getString(2));
                });
        jdbc.sql("select code from territory.commune").query(row -> {
            codes.put(row.getString(1), row.getString(1));
        });
        return codes;
    }
}
