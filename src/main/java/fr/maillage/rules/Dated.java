package fr.maillage.rules;

import fr.maillage.shared.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Successive wordings of one rule: each holds from its first day until the next one begins.
 *
 * @param rule the name of the rule in French, told in a refusal
 */
record Dated<T>(String rule, List<Entry<T>> entries) {

    record Entry<T>(LocalDate from, T value) {}

    Dated {
        entries = new ArrayList<>(entries);
        entries.sort(Comparator.comparing(Entry::from));
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("no entry: " + rule);
        }
    }

    /** @throws NoRuleInForce before the first entry */
    T on(LocalDate day) {
        return entries.reversed().stream()
                .filter(entry -> !day.isBefore(entry.from()))
                .findFirst()
                .orElseThrow(
                        () -> new NoRuleInForce(rule, day, entries.getFirst().from()))
                .value();
    }

    /**
     * How long the wording of a day holds.
     *
     * @throws NoRuleInForce before the first entry
     */
    Validity validityOn(LocalDate day) {
        LocalDate until = null;
        for (var entry : entries.reversed()) {
            if (!day.isBefore(entry.from())) {
                return new Validity(entry.from(), until);
            }
            until = entry.from();
        }
        throw new NoRuleInForce(rule, day, entries.getFirst().from());
    }
}
