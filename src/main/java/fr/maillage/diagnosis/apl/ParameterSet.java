package fr.maillage.diagnosis.apl;

import fr.maillage.shared.Shipped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the accessibility to one profession is computed, from {@code datasets/apl/}.
 *
 * @param profession its code in the RPPS, {@code 10-MG} for general practitioners
 * @param key word of addresses and of the API
 * @param label in French, plural, to begin a line
 * @param singular « médecin généraliste »
 * @param plural « médecins généralistes »
 * @param people whom it is computed for
 * @param unit of the result, in French
 * @param inhabitants how many people the result is told for: 1 or 100 000
 * @param decay key of {@link CommonParameters}
 * @param ages null when no weights are known: people then count alike
 * @param threshold the value under which people are said to be badly off, where a text gives one
 * @param limits French sentences
 */
public record ParameterSet(
        String profession,
        String key,
        String label,
        String singular,
        String plural,
        People people,
        String unit,
        double inhabitants,
        String decay,
        Activity activity,
        @Nullable Ages ages,
        @Nullable Threshold threshold,
        List<String> limits) {

    private static final class Files {
        static final List<ParameterSet> DATA = List.of(
                read("medecins-generalistes"),
                read("infirmiers"),
                read("masseurs-kinesitherapeutes"),
                read("sages-femmes"),
                read("chirurgiens-dentistes"));

        private static ParameterSet read(String file) {
            return Shipped.yaml("/datasets/apl/" + file + ".yaml", ParameterSet.class);
        }
    }

    /** Whom accessibility is computed for. */
    public enum People {
        ALL,
        /** Where the population by sex is known; else everybody. */
        WOMEN
    }

    /**
     * What one practitioner offers in a year.
     *
     * @param each of a practitioner of whom only the existence is known
     * @param floor a practitioner known to do less counts as much, or null
     * @param cap a practitioner known to do more counts as much, or null
     */
    public record Activity(
            double each,
            @Nullable Double floor,
            @Nullable Double cap,
            String label,
            String source,
            Reliability reliability) {

        /** What an activity counts for. */
        public double bounded(double activity) {
            double raised = floor == null ? activity : Math.max(floor, activity);
            return cap == null ? raised : Math.min(cap, raised);
        }
    }

    /** @param weights by class of age as the Insee names them, {@code 0-14-ans} to {@code 90-ans-et-plus} */
    public record Ages(Map<String, Double> weights, String source, Reliability reliability) {}

    /** @param label what a lower value means */
    public record Threshold(double value, String label, String source, Reliability reliability) {}

    /** The five professions, general practitioners first. */
    public static List<ParameterSet> shipped() {
        return Files.DATA;
    }

    /** @param profession code of the RPPS */
    public static Optional<ParameterSet> of(String profession) {
        return shipped().stream()
                .filter(set -> set.profession().equals(profession))
                .findFirst();
    }
}
