package fr.maillage.rules.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a data file. A read that fails notes a fault with its place and answers a harmless value, so that one
 * reading finds every fault; {@link DataFile#read} then refuses the file.
 */
public final class DataNode {

    private final String path;
    private final JsonNode node;
    private final List<String> faults;

    DataNode(String path, JsonNode node, List<String> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /** Notes a fault at this place. */
    public void fault(String sentence) {
        faults.add((path.isEmpty() ? "" : path + " : ") + sentence);
    }

    /** Refuses keys that are not listed: a misspelt key would otherwise be a rule silently lost. */
    public DataNode onlyKeys(String... known) {
        for (String key : keys()) {
            if (!List.of(known).contains(key)) {
                fault("clé inconnue « " + key + " » ; clés possibles : " + String.join(", ", known));
            }
        }
        return this;
    }

    public boolean has(String key) {
        return node.has(key) && !node.get(key).isNull();
    }

    public boolean isGroup() {
        return node.isObject();
    }

    /** The scalar written at this place, as text; null when it is a list or a group of keys. */
    public @Nullable String scalar() {
        return node.isValueNode() && !node.isNull() ? node.asString() : null;
    }

    public List<String> keys() {
        return node.isObject()
                ? node.properties().stream().map(Map.Entry::getKey).toList()
                : List.of();
    }

    /** The part under a key, required. */
    public DataNode at(String key) {
        if (!has(key)) {
            fault("il manque « " + key + " »");
        }
        return new DataNode(under(key), node.path(key), faults);
    }

    public String text(String key) {
        var value = optionalText(key);
        if (value == null) {
            fault("il manque « " + key + " »");
            return "";
        }
        return value;
    }

    public @Nullable String optionalText(String key) {
        if (!has(key)) {
            return null;
        }
        var value = node.get(key);
        if (!value.isValueNode() || value.asString().isBlank()) {
            at(key).fault("un texte est attendu");
            return "";
        }
        return value.asString().strip();
    }

    public LocalDate date(String key) {
        var text = text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            if (!text.isEmpty()) {
                at(key).fault("« " + text + " » n’est pas une date comme 2019-06-20");
            }
            return LocalDate.EPOCH;
        }
    }

    /** A whole number, zero or more, written without a space: {@code 17500}. */
    public long count(String key) {
        var text = text(key);
        if (!text.matches("\\d{1,12}")) {
            if (!text.isEmpty()) {
                at(key).fault("« " + text + " » n’est pas un nombre entier écrit sans espace, comme 17500");
            }
            return 0;
        }
        return Long.parseLong(text);
    }

    /** A ratio between 0 and 1 with a dot: {@code 0.75}. */
    public BigDecimal ratio(String key) {
        var text = text(key);
        if (!text.matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?")) {
            if (!text.isEmpty()) {
                at(key).fault("« " + text + " » n’est pas une part entre 0 et 1, comme 0.75");
            }
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    public boolean flag(String key) {
        var text = text(key);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            at(key).fault("« " + text + " » : true ou false est attendu");
        }
        return text.equals("true");
    }

    /** A value among known codes; the fallback is only answered beside a noted fault. */
    public <E> E code(String key, Function<String, Optional<E>> byCode, List<String> codes, E fallback) {
        var text = text(key);
        return byCode.apply(text).orElseGet(() -> {
            if (!text.isEmpty()) {
                at(key).fault("« " + text + " » inconnu ; valeurs possibles : " + String.join(", ", codes));
            }
            return fallback;
        });
    }

    /** The items of a list that must have at least one. */
    public List<DataNode> list(String key) {
        var items = optionalList(key);
        if (items.isEmpty()) {
            fault("il manque la liste « " + key + " »");
        }
        return items;
    }

    public List<DataNode> optionalList(String key) {
        var list = node.path(key);
        if (!has(key)) {
            return List.of();
        }
        if (!list.isArray()) {
            new DataNode(under(key), list, faults).fault("une liste est attendue");
            return List.of();
        }
        return new ArrayList<>(IntStream.range(0, list.size())
                .mapToObj(i -> new DataNode(under(key) + " › " + (i + 1), list.get(i), faults))
                .toList());
    }

    /** The same place told by a name rather than by its rank: {@code missions › ACCES}. */
    public DataNode called(String name) {
        var cut = path.lastIndexOf('›');
        return new DataNode(cut < 0 ? name : path.substring(0, cut) + "› " + name, node, faults);
    }

    private String under(String key) {
        return path.isEmpty() ? key : path + " › " + key;
    }
}
