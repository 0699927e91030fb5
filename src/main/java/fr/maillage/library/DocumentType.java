package fr.maillage.library;

import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document, from {@code rules/document-types.yaml}.
 *
 * @param code stored with each document
 * @param family what groups kinds in a list of choices
 * @param years how long it is kept at least; null: as long as the association exists
 * @param since what the years are counted from, in words; « sa date » when the day of the document is that
 * @param source who says so
 * @param reserved shown only to those who may write for the CPTS
 * @param uses what it may serve for
 */
public record DocumentType(
        String code,
        String label,
        String family,
        @Nullable Integer years,
        @Nullable String since,
        Source source,
        boolean reserved,
        Set<Use.Kind> uses) {

    /** Counted from the day of the document itself, which the program knows. */
    private static final String FROM_ITS_DAY = "sa date";

    private record Line(
            String code,
            String label,
            String family,
            @Nullable Integer years,
            @Nullable String since,
            String source,
            boolean reserved,
            Set<Use.Kind> uses) {}

    private record File(Map<String, Source> sources, List<Line> types) {}

    private static final List<DocumentType> ALL = read(Shipped.yaml("/rules/document-types.yaml", File.class));

    private static final Map<String, DocumentType> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(DocumentType::code, Function.identity()));

    private static List<DocumentType> read(File file) {
        return file.types().stream()
                .map(line -> new DocumentType(
                        line.code(),
                        line.label(),
                        line.family(),
                        line.years(),
                        line.since(),
                        Optional.ofNullable(file.sources().get(line.source())).orElseThrow(),
                        line.reserved(),
                        Set.copyOf(line.uses())))
                .toList();
    }

    /** In the order of the file. */
    public static List<DocumentType> all() {
        return ALL;
    }

    public static Optional<DocumentType> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The kinds that a reader without the right to write does not see. */
    public static List<String> reservedCodes() {
        return ALL.stream()
                .filter(DocumentType::reserved)
                .map(DocumentType::code)
                .toList();
    }

    /** Whether the kind of this label is reserved, for what keeps the label alone. */
    public static boolean isReserved(String label) {
        return ALL.stream().anyMatch(type -> type.reserved() && type.label().equals(label));
    }

    /** « 5 ans au moins après sa date », « aussi longtemps que l’association existe ». */
    public String retention() {
        return years == null
                ? "aussi longtemps que l’association existe"
                : years + "\u00A0ans au moins après " + (since == null ? FROM_ITS_DAY : since);
    }

    /** The last day of its retention, when the day of the document is all it depends on; else null. */
    public @Nullable LocalDate keptUntil(LocalDate dated) {
        return years == null || !FROM_ITS_DAY.equals(since) ? null : dated.plusYears(years);
    }
}
