package fr.maillage.diagnosis;

import fr.maillage.diagnosis.apl.Accessibility;
import fr.maillage.diagnosis.apl.Catchments;
import fr.maillage.diagnosis.apl.ParameterSet;
import fr.maillage.territory.Commune;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accessibility at every place the directory tells about, computed once for one state of the data. A city is there by its
 * arrondissements, or whole where their points are not loaded: never both.
 */
final class AccessMap {

    /**
     * The state of the data.
     *
     * @param editions which edition of each dataset holds, by key; what was never imported is absent
     * @param contours which contours place the communes, where their points were not imported; null else
     */
    record State(
            Map<String, Editions.Edition> editions,
            @Nullable String contours) {

        boolean placedByContours() {
            return contours != null;
        }

        boolean holds(String dataset) {
            return editions.containsKey(dataset);
        }
    }

    /**
     * One profession.
     *
     * @param supply by place
     * @param demand by place
     * @param standardised whether the demand is weighted by age
     * @param women whether the demand is that of women alone
     * @param unplaced practitioners in communes without a point
     * @param bounds the results under the other assumptions, for the sensitivity
     */
    record Layer(
            ParameterSet set,
            Catchments catchments,
            double[] supply,
            double[] demand,
            boolean standardised,
            boolean women,
            double unplaced,
            Accessibility access,
            Bounds bounds) {

        /** The value of a place, in the unit of the profession. */
        double value(int place) {
            return value(access, place);
        }

        double value(Accessibility one, int place) {
            return one.of(place) * set.inhabitants();
        }

        /** The same profession with another supply or demand. */
        Accessibility with(double[] supply, double[] demand) {
            return Accessibility.compute(supply, demand, catchments);
        }
    }

    /** @param decay the result under the other published decay */
    record Bounds(Accessibility slow, Accessibility fast, Accessibility decay) {}

    private final State state;
    private final String vintage;
    private final List<Commune> places;
    private final Map<String, List<Integer>> ranks;
    private final boolean[] covered;
    private final boolean[] edge;
    private final Map<String, Layer> layers;

    AccessMap(
            State state,
            String vintage,
            List<Commune> places,
            Map<String, List<Integer>> ranks,
            boolean[] covered,
            boolean[] edge,
            Map<String, Layer> layers) {
        this.state = state;
        this.vintage = vintage;
        this.places = places;
        this.ranks = ranks;
        this.covered = covered;
        this.edge = edge;
        this.layers = layers;
    }

    State state() {
        return state;
    }

    /** Of the directory, as printed. */
    String vintage() {
        return vintage;
    }

    Optional<Layer> layer(String profession) {
        return Optional.ofNullable(layers.get(profession));
    }

    Commune place(int rank) {
        return places.get(rank);
    }

    int size() {
        return places.size();
    }

    /** Whether the directory holds the professionals of this place. */
    boolean isCovered(int place) {
        return covered[place];
    }

    /** Whether people of this place may go where the directory holds nobody: their access is underestimated. */
    boolean isAtTheEdge(int place) {
        return edge[place];
    }

    /** The places of these communes, each once; communes that are not on the map are left out. */
    List<Integer> ranks(Collection<String> communes) {
        var found = new LinkedHashSet<Integer>();
        for (var commune : communes) {
            found.addAll(ranks.getOrDefault(commune, List.of()));
        }
        return new ArrayList<>(found);
    }
}
