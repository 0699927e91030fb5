package fr.maillage.project;

import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import java.util.List;
import java.util.Optional;

/** The themes that problems are sorted by and the scale of their severity, from {@code rules/problems.yaml}. */
public final class ProblemScales {

    /** @param help what belongs there, in a few words */
    public record Theme(String code, String title, String help) {}

    /**
     * A degree of severity.
     *
     * @param meaning what makes a problem of this degree
     */
    public record Severity(String code, String word, String meaning) {

        /** 0 for the least severe. */
        public int degree() {
            return severities().indexOf(this);
        }
    }

    private record File(Source source, List<Theme> themes, List<Severity> severities) {}

    private static final File FILE = Shipped.yaml("/rules/problems.yaml", File.class);

    private ProblemScales() {}

    /** In the order of the list; the last takes what no other does. */
    public static List<Theme> themes() {
        return FILE.themes;
    }

    /** From the least to the most severe. */
    public static List<Severity> severities() {
        return FILE.severities;
    }

    public static Optional<Theme> theme(String code) {
        return FILE.themes.stream().filter(theme -> theme.code().equals(code)).findFirst();
    }

    public static Optional<Severity> severity(String code) {
        return FILE.severities.stream()
                .filter(severity -> severity.code().equals(code))
                .findFirst();
    }

    /** Where the themes come from. */
    public static Source source() {
        return FILE.source;
    }
}
