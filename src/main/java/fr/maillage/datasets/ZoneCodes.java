package fr.maillage.datasets;

import fr.maillage.territory.Communes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Today's code of a commune that a file names by an older one. */
@Component
class ZoneCodes {

    private static final String UNKNOWN = "";

    private final Communes communes;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    ZoneCodes(Communes communes) {
        this.communes = communes;
    }

    /** Null when no commune, today's or former, has this code. A code that is both is today's. */
    @Nullable
    String today(String code) {
        var found = known.computeIfAbsent(code, this::find);
        return found.equals(UNKNOWN) ? null : found;
    }

    private String find(String code) {
        if (!communes.withCodes(List.of(code)).isEmpty()) {
            return code;
        }
        var heirs = communes.successors(List.of(code));
        return heirs.size() == 1 ? heirs.getFirst().currentCode() : UNKNOWN;
    }
}
