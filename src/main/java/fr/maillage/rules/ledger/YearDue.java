package fr.maillage.rules.ledger;

import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one part is worth in one contract year: the yearly amount of each version in force, for the exact days it counts.
 * The days are added first and the whole is rounded once, half up to the cent.
 */
record YearDue(List<Stretch> stretches, long daysOfYear) {

    /** Consecutive days under one yearly amount. */
    record Stretch(LocalDate from, LocalDate to, Euros yearly) {

        long days() {
            return ChronoUnit.DAYS.between(from, to);
        }
    }

    /**
     * @param knownOn only what was signed by that day counts
     * @return nothing due when the part does not count in that year
     */
    static YearDue of(ContractFacts facts, PartKey key, int year, LocalDate knownOn) {
        var first = facts.period().firstDay(year);
        var next = facts.period().anniversary(year);
        var from = start(facts, key, first);
        var to = facts.end().isBefore(next) ? facts.end() : next;
        var stretches = new ArrayList<Stretch>();
        var bounds = new TreeSet<LocalDate>();
        bounds.add(from);
        bounds.add(to);
        facts.versions().stream()
                .map(ContractVersion::effectOn)
                .filter(day -> day.isAfter(from) && day.isBefore(to))
                .forEach(bounds::add);
        LocalDate previous = null;
        for (var bound : bounds) {
            if (previous != null && from.isBefore(to)) {
                add(stretches, facts, key, knownOn, previous, bound);
            }
            previous = bound;
        }
        return new YearDue(List.copyOf(stretches), ChronoUnit.DAYS.between(first, next));
    }

    private static LocalDate start(ContractFacts facts, PartKey key, LocalDate first) {
        if (key.mission() == null) {
            return first;
        }
        var start = facts.starts().get(key.mission());
        if (start == null) {
            return facts.period().end();
        }
        return start.day().isAfter(first) ? start.day() : first;
    }

    private static void add(
            List<Stretch> stretches,
            ContractFacts facts,
            PartKey key,
            LocalDate knownOn,
            LocalDate from,
            LocalDate to) {
        var agreed = facts.inForceOn(from, knownOn).amount(key);
        if (agreed.isEmpty()) {
            return;
        }
        var yearly = agreed.get().yearly();
        var last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null && last.to().equals(from) && last.yearly().equals(yearly)) {
            stretches.set(stretches.size() - 1, new Stretch(last.from(), to, yearly));
        } else {
            stretches.add(new Stretch(from, to, yearly));
        }
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    @Nullable
    LocalDate from() {
        return stretches.isEmpty() ? null : stretches.getFirst().from();
    }

    Euros amount() {
        var weighted = stretches.stream()
                .map(stretch -> stretch.yearly().value().multiply(BigDecimal.valueOf(stretch.days())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Euros(weighted.divide(BigDecimal.valueOf(daysOfYear), 2, RoundingMode.HALF_UP));
    }

    /** {@code 17 500,00 € × 273 jours sur 365}, stretch after stretch where an amendment changed the amount. */
    String inWords() {
        if (isEmpty()) {
            return "rien pour cette année";
        }
        if (stretches.size() == 1 && stretches.getFirst().days() == daysOfYear) {
            return French.amount(stretches.getFirst().yearly()) + " pour l’année entière";
        }
        var words = stretches.stream()
                .map(stretch -> French.amount(stretch.yearly()) + " × " + French.count(stretch.days(), "jour", "jours")
                        + (stretches.size() == 1 ? "" : " (du " + French.date(stretch.from()) + ")"))
                .toList();
        return String.join(" + ", words) + " sur " + French.number(daysOfYear);
    }
}
