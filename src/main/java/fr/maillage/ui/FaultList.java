package fr.maillage.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the faults of one request to the REST interface: the first at a place is kept, and no more than a program can
 * be helped by, however wrong the request is.
 */
public class FaultList {

    static final int MOST = 500;

    private final Map<String, Fault> byField = new LinkedHashMap<>();

    public final void add(String field, String message) {
        if (byField.size() < MOST) {
            byField.putIfAbsent(field, new Fault(field, message));
        }
    }

    public final boolean isEmpty() {
        return byField.isEmpty();
    }

    public final List<Fault> all() {
        return List.copyOf(byField.values());
    }
}
