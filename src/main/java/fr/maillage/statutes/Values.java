package fr.maillage.statutes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of a text, by the key of their choice; a choice without answer is absent. */
record Values(Map<String, Value> byKey) {

    static final Values NONE = new Values(Map.of());

    Values {
        byKey = Map.copyOf(byKey);
    }

    /** These answers, those of the other first. */
    Values and(Values other) {
        var all = new HashMap<>(byKey);
        all.putAll(other.byKey);
        return new Values(all);
    }

    Optional<Value> value(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    boolean is(String key, String code) {
        return value(key).map(value -> value.codes().contains(code)).orElse(false);
    }

    Optional<Long> whole(String key) {
        return value(key).map(value -> switch (value) {
            case Value.Whole(var number) -> number;
            case Value.Amount(var euros) -> euros;
            default -> throw new IllegalArgumentException(key + " is no number");
        });
    }

    Optional<Fraction> fraction(String key) {
        return value(key).map(value -> ((Value.Share) value).fraction());
    }

    List<College> colleges() {
        return value("colleges")
                .map(value -> ((Value.Colleges) value).colleges())
                .orElse(List.of());
    }

    /**
     * Whether every key has one of its answers.
     *
     * @param condition {@code "*"}: any answer; {@code "-"}: none; {@code "!x"}: an answer that is not x
     */
    boolean meet(Map<String, List<String>> condition) {
        return condition.entrySet().stream()
                .allMatch(entry -> entry.getValue().stream().anyMatch(wanted -> meets(entry.getKey(), wanted)));
    }

    private boolean meets(String key, String wanted) {
        var codes = value(key).map(Value::codes).orElse(List.of());
        if (wanted.equals("*")) {
            return !codes.isEmpty();
        }
        if (wanted.equals("-")) {
            return codes.isEmpty();
        }
        if (wanted.startsWith("!")) {
            return !codes.isEmpty() && !codes.contains(wanted.substring(1));
        }
        return codes.contains(wanted);
    }
}
