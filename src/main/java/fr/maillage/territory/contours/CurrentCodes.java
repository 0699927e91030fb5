package fr.maillage.territory.contours;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells which commune of the day a code of any year stands for. */
final class CurrentCodes {

    private final Set<String> current = new HashSet<>();
    private final Map<String, String> successors = new HashMap<>();

    CurrentCodes(JdbcClient jdbc) {
        current.addAll(jdbc.sql("select code from territory.commune")
                .query(String.class)
                .list());
        // A code shared out between two communes has no one contour.
        jdbc.sql("select code, min(current_code) from territory.former_code group by code having count(*) = 1")
                .query((row, _) -> successors.put(row.getString(1), row.getString(2)))
                .list();
    }

    Optional<String> of(String code) {
        return current.contains(code) ? Optional.of(code) : Optional.ofNullable(successors.get(code));
    }
}
