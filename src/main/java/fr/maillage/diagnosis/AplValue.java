package fr.maillage.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accessibility of a territory to one profession, computed by Maillage: an approximation, since practitioners are
 * counted without their activity and, most often, times without roads.
 *
 * @param profession code of the RPPS, {@code 10-MG} for general practitioners
 * @param key word of addresses and of the API: {@code generalistes}
 * @param label in French, plural: « Médecins généralistes »
 * @param unit « consultations par habitant et par an »
 * @param parameters what it was computed with, each with its source
 * @param limits French sentences, those of this very territory included
 */
public record AplValue(
        String profession,
        String key,
        String label,
        String unit,
        Result result,
        List<Parameter> parameters,
        List<String> limits) {

    public AplValue {
        parameters = List.copyOf(parameters);
        limits = List.copyOf(limits);
    }

    public sealed interface Result permits Computed, Absent {}

    /** @param reason a French sentence */
    public record Absent(String reason) implements Result {}

    /**
     * @param value mean of the communes weighted by the people it is computed for (rule of the Drees)
     * @param byTravel the value with the slower and with the faster speed
     * @param byDecay the value and that under the decay of 2012
     * @param communes each with its own value, the lowest first
     * @param people for whom it is computed
     * @param threshold under which people are badly off, or null
     * @param belowThreshold share of the inhabitants who live in a commune under the threshold, 0 to 1; null without one
     * @param atTheEdge communes whose people may go where the directory holds nobody
     * @param check over the whole map, not the territory alone
     * @param vintage of the directory
     * @param populationVintage year of the populations
     */
    public record Computed(
            double value,
            Range byTravel,
            Range byDecay,
            List<OfCommune> communes,
            double people,
            @Nullable Threshold threshold,
            @Nullable Double belowThreshold,
            int atTheEdge,
            Check check,
            String vintage,
            String populationVintage)
            implements Result {}

    public record Range(double low, double high) {

        static Range of(double one, double other) {
            return new Range(Math.min(one, other), Math.max(one, other));
        }
    }

    /** @param label what lies under it, in French */
    public record Threshold(double value, String label, String source) {}

    /**
     * @param people for whom it is computed, standardised or not
     * @param atTheEdge the true value may be higher: see {@link Computed#atTheEdge}
     */
    public record OfCommune(
            String code, String name, double value, double people, long inhabitants, boolean atTheEdge) {}

    /**
     * Σ access × people = Σ supply reached, in the unit of the supply (consultations, ETP).
     *
     * @param shared Σ access × people
     * @param reached the supply that somebody may reach
     * @param unreached the supply that nobody lives near enough to
     * @param unplaced practitioners in communes whose place on the map is not known
     */
    public record Check(double shared, double reached, double unreached, double unplaced) {

        /** Whether both sides agree but for the rounding of the computation. */
        public boolean holds() {
            return Math.abs(shared - reached) <= 1e-9 * Math.max(1, reached);
        }
    }

    /**
     * @param name « Décroissance »
     * @param words its value in French
     * @param reliability « lu dans un texte », « de mémoire, à vérifier », « hypothèse de Maillage »
     */
    public record Parameter(String name, String words, String source, String reliability) {}

    /** The value, or null when there is none. */
    public @Nullable Double value() {
        return result instanceof Computed computed ? computed.value() : null;
    }
}
