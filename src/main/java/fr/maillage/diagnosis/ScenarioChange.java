package fr.maillage.diagnosis;

import fr.maillage.diagnosis.apl.ParameterSet;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that would be otherwise.
 *
 * @param id given by the page, so that a form sent twice adds one
 * @param profession for {@link Kind#DEPARTURE} and {@link Kind#ARRIVAL}, else null
 * @param commune its code; null for {@link Kind#AGEING}
 * @param communeName as printed; null for {@link Kind#AGEING}
 * @param persons how many leave or arrive; 0 for the others
 * @param activity of each, 0.1 to 1 full time; 1 for the others
 * @param points hundredths of the population that pass to 75 and more; 0 for the others
 */
public record ScenarioChange(
        UUID id,
        Kind kind,
        @Nullable String profession,
        @Nullable String commune,
        @Nullable String communeName,
        int persons,
        BigDecimal activity,
        int points) {

    /** What may change. */
    public enum Kind {
        DEPARTURE("Des professionnels partent"),
        ARRIVAL("Des professionnels s’installent"),
        COMMUNE_ADDED("Une commune rejoint le territoire"),
        COMMUNE_REMOVED("Une commune quitte le territoire"),
        AGEING("La population vieillit");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In French. */
        public String label() {
            return label;
        }

        public static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(code))
                    .findFirst();
        }

        boolean isOfProfessionals() {
            return this == DEPARTURE || this == ARRIVAL;
        }
    }

    /** Full times that come, or that go when negative. */
    double fullTimes() {
        double all = persons * activity.doubleValue();
        return kind == Kind.DEPARTURE ? -all : all;
    }

    /** « 2 médecins généralistes partent de Millau », to begin or to go on a sentence. */
    public String words() {
        return switch (kind) {
            case DEPARTURE -> who() + (persons > 1 ? " cessent" : " cesse") + " d’exercer à " + communeName + share();
            case ARRIVAL -> who() + (persons > 1 ? " s’installent" : " s’installe") + " à " + communeName + share();
            case COMMUNE_ADDED -> communeName + " rejoint le territoire";
            case COMMUNE_REMOVED -> communeName + " quitte le territoire";
            case AGEING ->
                French.count(points, "point", "points") + " de la population " + (points > 1 ? "passent" : "passe")
                        + " de moins de 60 ans à 75 ans et plus";
        };
    }

    private String who() {
        var names = ParameterSet.of(profession == null ? "" : profession)
                .orElseThrow(() -> new IllegalStateException("no parameters for " + profession));
        return French.count(persons, names.singular(), names.plural());
    }

    private String share() {
        return activity.compareTo(BigDecimal.ONE) == 0
                ? ""
                : ", à " + French.percent(activity, 0) + " d’un temps plein";
    }
}
