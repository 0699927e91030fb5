package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import fr.maillage.datasets.Observations;
import fr.maillage.datasets.spi.Vintage;
import fr.maillage.diagnosis.AccessMap.Bounds;
import fr.maillage.diagnosis.AccessMap.Layer;
import fr.maillage.diagnosis.AccessMap.State;
import fr.maillage.diagnosis.Editions.Edition;
import fr.maillage.diagnosis.apl.Accessibility;
import fr.maillage.diagnosis.apl.Catchments;
import fr.maillage.diagnosis.apl.CommonParameters;
import fr.maillage.diagnosis.apl.Decay;
import fr.maillage.diagnosis.apl.ParameterSet;
import fr.maillage.diagnosis.apl.ParameterSet.People;
import fr.maillage.diagnosis.apl.RoadTimes;
import fr.maillage.diagnosis.apl.Travel;
import fr.maillage.professionals.Supply;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.territory.Maps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the map of accessibility of the current state of the data in memory. It is made at the first question after an
 * edition changed: all of France in one pass when the directory is national, else the départements it covers with the
 * people around them.
 */
@Component
class AccessMaps {

    private static final Logger LOG = LoggerFactory.getLogger(AccessMaps.class);
    private static final String DIRECTORY = "rpps";
    private static final String POINTS = "communes-points";
    private static final String DISTRICTS = "arrondissements-points";

    /** Places lines of the directory that have no commune of their own. */
    private static final String ESTABLISHMENTS = "finess";

    private static final Set<String> USED =
            Set.of(DIRECTORY, ESTABLISHMENTS, POINTS, DISTRICTS, Ages.DATASET, RoadTimesStore.DATASET);

    /** The other decay that the sensitivity compares with. */
    static final String OTHER_DECAY = "2012";

    private final Supply supply;
    private final Editions editions;
    private final Observations observations;
    private final Communes communes;
    private final RoadTimesStore roadTimes;
    private final Ages ages;
    private final Maps contours;
    private final Kept<State, Optional<AccessMap>> kept;

    AccessMaps(
            Supply supply,
            Editions editions,
            Snapshot snapshot,
            Observations observations,
            Communes communes,
            RoadTimesStore roadTimes,
            Ages ages,
            Maps contours) {
        this.supply = supply;
        this.editions = editions;
        this.observations = observations;
        this.communes = communes;
        this.roadTimes = roadTimes;
        this.ages = ages;
        this.contours = contours;
        this.kept = new Kept<>(snapshot, this::state, this::make);
    }

    /** Empty without the directory, or with neither points nor contours of the communes: {@link #missing} says which. */
    Optional<AccessMap> current() {
        return kept.current();
    }

    /** In French, what is to be imported first. */
    String missing() {
        return state().holds(DIRECTORY)
                ? "Ni les points des communes ni leurs contours ne sont chargés."
                : "L’annuaire (RPPS) n’est pas chargé.";
    }

    State state() {
        Map<String, Edition> used = new HashMap<>(editions.current());
        used.keySet().retainAll(USED);
        return new State(
                Map.copyOf(used),
                used.containsKey(POINTS) ? null : contours.stamp().orElse(null));
    }

    private Optional<AccessMap> make(State state) {
        if (!state.holds(DIRECTORY) || !state.holds(POINTS) && !state.placedByContours()) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        var map = new Pass(state, supply.vintage().map(Vintage::label).orElse("")).map();
        LOG.info(
                "Accessibilité calculée pour {} communes en {} ms",
                map.size(),
                (System.nanoTime() - start) / 1_000_000);
        return Optional.of(map);
    }

    /** One pass over the data. */
    private final class Pass {

        private final State state;
        private final String vintage;
        private final CommonParameters common = CommonParameters.shipped();
        private final Map<String, Double> latitudesByCode;
        private final Map<String, Double> longitudesByCode;
        private final Set<String> coveredDepartements;
        private List<Commune> places;
        private double[] latitudes;
        private double[] longitudes;

        Pass(State state, String vintage) {
            this.state = state;
            this.vintage = vintage;
            latitudesByCode = new HashMap<>(observations.values(POINTS + ".latitude", Level.COMMUNE));
            longitudesByCode = new HashMap<>(observations.values(POINTS + ".longitude", Level.COMMUNE));
            if (state.placedByContours()) {
                contours.insides().forEach((code, inside) -> {
                    latitudesByCode.put(code, inside.latitude());
                    longitudesByCode.put(code, inside.longitude());
                });
            }
            latitudesByCode.putAll(observations.values(DISTRICTS + ".latitude", Level.COMMUNE));
            longitudesByCode.putAll(observations.values(DISTRICTS + ".longitude", Level.COMMUNE));
            coveredDepartements = supply.coveredDepartements();
            places = PlacesOfAccess.chosen(communes.all(), latitudesByCode.keySet());
            latitudes = coordinates(latitudesByCode);
            longitudes = coordinates(longitudesByCode);
        }

        AccessMap map() {
            restrict();
            var ranks = PlacesOfAccess.ranks(communes.all(), places);
            boolean[] covered = covered();
            boolean[] outside = new boolean[covered.length];
            for (int i = 0; i < outside.length; i++) {
                outside[i] = !covered[i];
            }
            var roads = roadTimes.current(ranks, places.size()).orElse(null);
            var travel = common.travel();
            Map<String, Layer> layers = new HashMap<>();
            boolean[] edge = new boolean[covered.length];
            // One decay at a time, so that no more than one set of catchments is made beside those that are kept.
            for (var key : ParameterSet.shipped().stream()
                    .map(ParameterSet::decay)
                    .distinct()
                    .toList()) {
                var decay = common.decay(key).decay();
                var usual = catchments(travel.usual(), decay, roads);
                for (int i = 0; i < edge.length; i++) {
                    edge[i] |= covered[i] && usual.reaches(i, outside);
                }
                var sets = ParameterSet.shipped().stream()
                        .filter(set -> set.decay().equals(key))
                        .toList();
                var sides = sets.stream().map(set -> side(set, ranks)).toList();
                var slow = all(sides, catchments(travel.bounds().getFirst(), decay, roads));
                var fast = all(sides, catchments(travel.bounds().getLast(), decay, roads));
                var other = all(
                        sides,
                        catchments(travel.usual(), common.decay(OTHER_DECAY).decay(), roads));
                for (int k = 0; k < sets.size(); k++) {
                    var side = sides.get(k);
                    layers.put(
                            sets.get(k).profession(),
                            new Layer(
                                    sets.get(k),
                                    usual,
                                    side.supply,
                                    side.demand.people(),
                                    side.demand.standardised(),
                                    side.demand.women(),
                                    side.unplaced,
                                    Accessibility.compute(side.supply, side.demand.people(), usual),
                                    new Bounds(slow.get(k), fast.get(k), other.get(k))));
                }
            }
            return new AccessMap(state, vintage, places, ranks, covered, edge, Map.copyOf(layers));
        }

        /** A local directory asks for its départements, and for the people who may come from around them. */
        private void restrict() {
            boolean[] covered = covered();
            long missing = 0;
            for (boolean one : covered) {
                missing += one ? 0 : 1;
            }
            if (missing == 0 || state.holds(RoadTimesStore.DATASET)) {
                return;
            }
            double limit = common.decays().stream()
                    .mapToDouble(decay -> decay.decay().limit())
                    .max()
                    .orElseThrow();
            var around = Catchments.byDistance(
                    latitudes,
                    longitudes,
                    common.travel().bounds().getLast(),
                    null,
                    new Decay.Steps(List.of(limit), List.of(1.)));
            var kept = new ArrayList<Commune>();
            for (int i = 0; i < covered.length; i++) {
                if (covered[i] || around.reaches(i, covered)) {
                    kept.add(places.get(i));
                }
            }
            places = List.copyOf(kept);
            latitudes = coordinates(latitudesByCode);
            longitudes = coordinates(longitudesByCode);
        }

        /** A département where nobody lives needs no directory. */
        private boolean[] covered() {
            Set<String> inhabited = new HashSet<>();
            for (var place : places) {
                if (PlacesOfAccess.inhabitants(place) > 0) {
                    inhabited.add(place.departement().code());
                }
            }
            boolean[] covered = new boolean[places.size()];
            for (int i = 0; i < covered.length; i++) {
                var departement = places.get(i).departement().code();
                covered[i] = coveredDepartements.contains(departement) || !inhabited.contains(departement);
            }
            return covered;
        }

        private Catchments catchments(Travel travel, Decay decay, @Nullable RoadTimes roads) {
            return Catchments.byDistance(latitudes, longitudes, travel, roads, decay);
        }

        private record Side(double[] supply, Ages.Demand demand, double unplaced) {}

        private Side side(ParameterSet set, Map<String, List<Integer>> ranks) {
            double[] offered = new double[places.size()];
            double unplaced = 0;
            double each = set.activity().bounded(set.activity().each());
            for (var entry : supply.activityByCommune(set.profession()).entrySet()) {
                var at = ranks.get(entry.getKey());
                if (at == null) {
                    unplaced += entry.getValue();
                } else {
                    PlacesOfAccess.spread(entry.getValue() * each, at, places, offered);
                }
            }
            var demand = ages.demand(places, set, set.people() == People.WOMEN);
            return new Side(offered, demand, unplaced);
        }

        private static List<Accessibility> all(List<Side> sides, Catchments catchments) {
            return sides.stream()
                    .map(side -> Accessibility.compute(side.supply, side.demand.people(), catchments))
                    .toList();
        }

        private double[] coordinates(Map<String, Double> byCode) {
            double[] values = new double[places.size()];
            Arrays.setAll(values, i -> byCode.getOrDefault(places.get(i).code(), 0.));
            return values;
        }
    }
}
