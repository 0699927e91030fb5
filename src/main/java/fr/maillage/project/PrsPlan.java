package fr.maillage.project;

import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of a projet régional de santé that a projet de santé may refer to, from {@code rules/prs/}: one file for each
 * region.
 *
 * @param region its code (INSEE)
 * @param tables as the document of the region prints them
 */
public record PrsPlan(String region, Source source, List<Table> tables) {

    /** The tables that a trame may ask for. */
    public enum Kind {
        THEMES,
        PATHWAYS,
        EQUIPMENT
    }

    /** @param headers titles of its two columns */
    public record Table(Kind kind, String title, List<String> headers, List<Theme> themes) {}

    /** @param title empty when the table has no groups of lines */
    public record Theme(String title, List<Line> lines) {}

    /** What an action or a CPTS chooses. */
    public record Line(String code, String title) {}

    private static final Map<String, PrsPlan> BY_REGION = Stream.of("76")
            .map(region -> Shipped.yaml("/rules/prs/" + region + ".yaml", PrsPlan.class))
            .collect(Collectors.toUnmodifiableMap(PrsPlan::region, Function.identity()));

    /** Empty for a region whose file nobody wrote yet. */
    public static Optional<PrsPlan> of(String region) {
        return Optional.ofNullable(BY_REGION.get(region));
    }

    /** A line of any region: what was chosen keeps its name when a CPTS moves. */
    public static Optional<Line> line(String code) {
        return BY_REGION.values().stream()
                .flatMap(PrsPlan::lines)
                .filter(line -> line.code().equals(code))
                .findFirst();
    }

    public Stream<Line> lines() {
        return tables.stream().flatMap(table -> table.themes().stream()).flatMap(theme -> theme.lines().stream());
    }

    public Optional<Table> table(Kind kind) {
        return tables.stream().filter(table -> table.kind() == kind).findFirst();
    }
}
