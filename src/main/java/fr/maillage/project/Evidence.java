package fr.maillage.project;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a problem exists (« preuve »), as it was known on a day: newer data never changes it.
 *
 * @param frozenOn the day it was taken
 * @param by who added it
 */
public record Evidence(UUID id, Facts facts, LocalDate frozenOn, String by) {

    /** Where it comes from. */
    public enum Kind {
        INDICATOR("indicateur", "Indicateur du diagnostic"),
        TESTIMONY("temoignage", "Témoignage"),
        SURVEY("enquete", "Réponse à une enquête"),
        DOCUMENT("document", "Autre document");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** As forms send it. */
        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        /** What a person may type by hand; an indicator comes from the diagnosis, with its value and source. */
        public static List<Kind> typed() {
            return List.of(TESTIMONY, SURVEY, DOCUMENT);
        }

        static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }
    }

    /**
     * @param label what it is: the title of the indicator, who testified and in which quality, the document
     * @param value the figure with its unit, or the words; may be empty for a document
     * @param comparison « 12,0 km dans l’Aveyron, 9,2 km en Occitanie »; may be empty
     * @param vintage the year or the period the value is of; may be empty
     * @param indicator its code in the diagnosis, null for anything else
     */
    public record Facts(
            Kind kind,
            String label,
            String value,
            String comparison,
            String source,
            String vintage,
            @Nullable String indicator) {

        /** A figure of the diagnosis with everything that must be said with it. */
        public static Facts indicator(
                String code, String label, String value, String comparison, String source, String vintage) {
            return new Facts(Kind.INDICATOR, label, value, comparison, source, vintage, code);
        }
    }

    /** « Distance aux urgences : 9,1 km ; 12,0 km dans l’Aveyron (table communale d’Occitanie, 2025) ». */
    public String sentence() {
        var origin = Stream.of(facts.source(), facts.vintage())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        return facts.label()
                + (facts.value().isBlank()
                        ? ""
                        : "\u00A0: "
                                + (facts.kind() == Kind.TESTIMONY
                                        ? "«\u00A0" + facts.value() + "\u00A0»"
                                        : facts.value()))
                + (facts.comparison().isBlank() ? "" : "\u202F; " + facts.comparison())
                + (origin.isEmpty() ? "" : " (" + origin + ")");
    }
}
