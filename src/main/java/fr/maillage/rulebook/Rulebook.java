package fr.maillage.rulebook;

import fr.maillage.rules.DatedRules;
import fr.maillage.rules.DatedRules.DatedRule;
import fr.maillage.rules.aci.Grids;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The rules that this installation counts with. */
@Service
public class Rulebook {

    private final Supplier<Grids> known;

    Rulebook(Supplier<Grids> known) {
        this.known = known;
    }

    /** Every grid known here: those of the program and those that an administrator added. */
    public Grids grids() {
        return known.get();
    }

    /** Every dated rule in force on a day, in a stable order. */
    public List<DatedRule> on(LocalDate day) {
        return DatedRules.on(day, grids());
    }

    /**
     * A rule that two days do not share.
     *
     * @param before null when it is new
     * @param after null when it ends
     */
    public record RuleChange(
            @Nullable DatedRule before, @Nullable DatedRule after) {

        public DatedRule either() {
            return after == null ? Objects.requireNonNull(before) : after;
        }

        public String word() {
            return before == null ? "Ajoutée" : after == null ? "Supprimée" : "Modifiée";
        }
    }

    /** What changes between two days, in the order of the rules. */
    public List<RuleChange> between(LocalDate from, LocalDate to) {
        return changes(on(from), on(to));
    }

    static List<RuleChange> changes(List<DatedRule> old, List<DatedRule> next) {
        var before = byCode(old);
        var after = byCode(next);
        var codes = new LinkedHashMap<String, Boolean>();
        after.keySet().forEach(code -> codes.put(code, true));
        before.keySet().forEach(code -> codes.put(code, true));
        return codes.keySet().stream()
                .filter(code -> !same(before.get(code), after.get(code)))
                .map(code -> new RuleChange(before.get(code), after.get(code)))
                .toList();
    }

    /** The first days of each rule known: the days on which something changes. */
    public List<LocalDate> turningDays() {
        var days = new TreeSet<LocalDate>();
        grids().all().forEach(grid -> days.add(grid.inForceFrom()));
        for (int year = grids().firstDay().getYear(); year <= grids().firstDay().getYear() + 12; year++) {
            on(LocalDate.of(year, 12, 31))
                    .forEach(rule -> days.add(rule.validity().from()));
        }
        return List.copyOf(days);
    }

    private static boolean same(@Nullable DatedRule one, @Nullable DatedRule other) {
        return one != null
                && other != null
                && Objects.equals(one.value(), other.value())
                && one.title().equals(other.title())
                && one.unit().equals(other.unit())
                && one.status() == other.status()
                && one.source().equals(other.source());
    }

    private static Map<String, DatedRule> byCode(List<DatedRule> rules) {
        var byCode = new LinkedHashMap<String, DatedRule>();
        rules.forEach(rule -> byCode.put(rule.code(), rule));
        return byCode;
    }
}
