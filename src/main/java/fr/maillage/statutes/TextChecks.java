package fr.maillage.statutes;

import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the rules of {@code statutes/checks.yaml} on both texts together: many faults lie between them. */
final class TextChecks {

    /**
     * A rule as its file writes it.
     *
     * @param limit a number that the source gives, 0 for none
     * @param from first day on which it applies, or null
     * @param source its key among the sources of the file
     */
    record Stated(
            TextRule code,
            Finding.Weight severity,
            String met,
            int limit,
            @Nullable LocalDate from,
            String source) {

        boolean holdsOn(LocalDate day) {
            return from == null || !day.isBefore(from);
        }
    }

    private record File(Map<String, Source> sources, List<Stated> rules) {}

    private static final File FILE = Shipped.yaml("/statutes/checks.yaml", File.class);

    private static final Map<TextRule, Stated> STATED =
            FILE.rules().stream().collect(Collectors.toUnmodifiableMap(Stated::code, Function.identity()));

    private TextChecks() {}

    /** @throws IllegalStateException when the file says nothing of it */
    static Stated stated(TextRule rule) {
        var stated = STATED.get(rule);
        if (stated == null) {
            throw new IllegalStateException("no " + rule + " in checks.yaml");
        }
        return stated;
    }

    /** @throws IllegalStateException when the file does not say where the rule comes from */
    static Source source(Stated stated) {
        var source = FILE.sources().get(stated.source());
        if (source == null) {
            throw new IllegalStateException("no source " + stated.source() + " in checks.yaml");
        }
        return source;
    }

    /** Every finding: what is wrong first, by weight. */
    static List<Finding> of(Work work, LocalDate day) {
        var findings = new ArrayList<Finding>();
        for (var rule : TextRule.values()) {
            var stated = stated(rule);
            if (!stated.holdsOn(day)) {
                continue;
            }
            var faults = rule.faults(work, stated.limit());
            if (faults.isEmpty()) {
                findings.add(new Finding(
                        rule.name(), stated.severity(), false, stated.met(), source(stated), rule.home(), null, null));
            }
            for (var fault : faults) {
                findings.add(new Finding(
                        rule.name(),
                        stated.severity(),
                        true,
                        fault.sentence(),
                        source(stated),
                        fault.kind(),
                        fault.article(),
                        fault.page()));
            }
        }
        findings.sort(
                Comparator.comparing((Finding finding) -> !finding.broken()).thenComparing(Finding::weight));
        return List.copyOf(findings);
    }

    /** How many points forbid to adopt a text. */
    static long blocking(List<Finding> findings, TextKind kind) {
        return findings.stream()
                .filter(finding -> finding.blocks() && finding.kind() == kind)
                .count();
    }

    /** What is wrong in one article. */
    static List<Finding> of(List<Finding> findings, TextKind kind, String article) {
        return findings.stream()
                .filter(finding ->
                        finding.broken() && finding.kind() == kind && Objects.equals(finding.article(), article))
                .toList();
    }
}
