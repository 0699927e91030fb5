package fr.maillage.project;

import fr.maillage.shared.Change;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The small budget of a pré-projet: what writing the projet de santé costs, and the subsidy that pays for it (guide of
 * the ARS Auvergne-Rhône-Alpes, annex 3, question 14). Whole euros; null while nobody said.
 *
 * @param writing of the coordinator, or of the time that the team spends
 * @param writer who writes, which decides how the line is called
 */
public record PreProjectBudget(
        @Nullable Long communication,
        @Nullable Long meetings,
        @Nullable Long writing,
        @Nullable Writer writer,
        @Nullable Long subsidy,
        Change change) {

    /** The three ways of annex 3 to have the project written. */
    public enum Writer {
        CONTRACTOR("Rémunération du coordonnateur (prestation)"),
        COORDINATOR("Rémunération du coordonnateur (salaire et charges)"),
        TEAM("Indemnisation du temps d’écriture de l’équipe projet");

        private final String label;

        Writer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The sum of the charges that are known; null while none is. */
    public @Nullable Long charges() {
        var known = Stream.of(communication, meetings, writing)
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty()
                ? null
                : known.stream().mapToLong(Long::longValue).sum();
    }

    /** Subsidy minus charges; zero while one of them is unknown. */
    public long gap() {
        var charges = charges();
        return charges == null || subsidy == null ? 0 : subsidy - charges;
    }
}
