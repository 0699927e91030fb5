package fr.maillage.rules.data;

import fr.maillage.shared.Source;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts a data file quotes: written once under {@code sources}, then named by their key. */
public final class Sources {

    private static final Source NONE = new Source("", null);

    private final Map<String, Source> byKey = new LinkedHashMap<>();

    /** Reads the {@code sources} of a file: key, then title and, when it is online, href. */
    public Sources(DataNode root) {
        var all = root.at("sources");
        for (String key : all.keys()) {
            var node = all.at(key).onlyKeys("title", "href");
            byKey.put(key, new Source(node.text("title"), node.optionalText("href")));
        }
    }

    /** The text named by {@code source: key} at a place. */
    public Source of(DataNode node) {
        return named(node, node.text("source"));
    }

    /** The text of a key written at a place. */
    public Source named(DataNode node, String key) {
        var source = byKey.get(key);
        if (source == null) {
            if (!key.isEmpty()) {
                node.fault("source « " + key + " » absente de la liste « sources » : "
                        + String.join(", ", byKey.keySet()));
            }
            return NONE;
        }
        return source;
    }
}
