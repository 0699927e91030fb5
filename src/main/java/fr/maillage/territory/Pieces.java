package fr.maillage.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Counts the pieces that places form, from the borders they share (disjoint sets). */
final class Pieces {

    private final Map<String, String> leader = new HashMap<>();

    Pieces(Collection<String> codes) {
        codes.forEach(code -> leader.put(code, code));
    }

    void join(String one, String other) {
        leader.put(leaderOf(one), leaderOf(other));
    }

    int count() {
        return (int) leader.entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue()))
                .count();
    }

    private String leaderOf(String code) {
        var up = leader.getOrDefault(code, code);
        while (!up.equals(code)) {
            var above = leader.getOrDefault(up, up);
            leader.put(code, above);
            code = up;
            up = above;
        }
        return code;
    }
}
