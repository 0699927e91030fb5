package fr.maillage.diagnosis.apl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on any map: three hundred are drawn, each from its own seed, which a failure names. */
class AccessibilityPropertiesTest {

    private static final Travel TRAVEL = new Travel(1.3, 50);

    private record Map(double[] latitudes, double[] longitudes, double[] people, double[] supply, Decay decay) {

        static Map drawn(long seed) {
            var random = new Random(seed);
            int size = 1 + random.nextInt(40);
            double[] latitudes = new double[size];
            double[] longitudes = new double[size];
            double[] people = new double[size];
            double[] supply = new double[size];
            for (int i = 0; i < size; i++) {
                latitudes[i] = 44 + random.nextDouble() / 3;
                longitudes[i] = 2 + random.nextDouble() / 3;
                people[i] = random.nextInt(5) == 0 ? 0 : random.nextInt(5000);
                supply[i] = random.nextInt(3) == 0 ? random.nextInt(20) : 0;
                if (i > 0 && random.nextInt(10) == 0) {
                    latitudes[i] = latitudes[i - 1];
                    longitudes[i] = longitudes[i - 1];
                }
            }
            var decay = switch (random.nextInt(3)) {
                case 0 -> new Decay.Steps(List.of(10., 15., 20.), List.of(1., 1 / 3., 0.1));
                case 1 -> new Decay.Gaussian(3 + random.nextInt(8), 20);
                default -> new Decay.Exponential(3 + random.nextInt(8), 20);
            };
            return new Map(latitudes, longitudes, people, supply, decay);
        }

        Accessibility access() {
            return access(supply, people);
        }

        Accessibility access(double[] supply, double[] people) {
            return Accessibility.compute(supply, people, catchments());
        }

        Catchments catchments() {
            return Catchments.byDistance(latitudes, longitudes, TRAVEL, null, decay);
        }

        int size() {
            return people.length;
        }
    }

    static java.util.stream.LongStream seeds() {
        return java.util.stream.LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsReachedIsSharedOutAndTheRestIsTold(long seed) {
        var map = Map.drawn(seed);
        var found = map.access();
        double all = java.util.Arrays.stream(map.supply).sum();
        assertThat(found.shared()).isCloseTo(found.reached(), within(1e-9 * (1 + all)));
        assertThat(found.reached() + found.unreached()).isCloseTo(all, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreSupplyLowersNobodysAccess(long seed) {
        var map = Map.drawn(seed);
        double[] more = map.supply.clone();
        more[new Random(seed).nextInt(map.size())] += 3;
        var before = map.access();
        var after = map.access(more, map.people);
        for (int i = 0; i < map.size(); i++) {
            assertThat(after.of(i)).isGreaterThanOrEqualTo(before.of(i) - 1e-12);
        }
    }

    /** Somebody must live within reach of each practice already: a first inhabitant makes a supply reachable. */
    @ParameterizedTest
    @MethodSource("seeds")
    void morePeopleRaiseNobodysAccess(long seed) {
        var map = Map.drawn(seed);
        double[] lived = map.people.clone();
        for (int i = 0; i < lived.length; i++) {
            lived[i]++;
        }
        double[] more = lived.clone();
        more[new Random(seed).nextInt(map.size())] += 1000;
        var before = map.access(map.supply, lived);
        var after = map.access(map.supply, more);
        for (int i = 0; i < map.size(); i++) {
            assertThat(after.of(i)).isLessThanOrEqualTo(before.of(i) + 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfThePlacesChangesNothing(long seed) {
        var map = Map.drawn(seed);
        int size = map.size();
        var reversed = new Map(
                reversed(map.latitudes),
                reversed(map.longitudes),
                reversed(map.people),
                reversed(map.supply),
                map.decay);
        var found = map.access();
        var other = reversed.access();
        for (int i = 0; i < size; i++) {
            assertThat(other.of(size - 1 - i)).isCloseTo(found.of(i), within(1e-12 * (1 + found.of(i))));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void accessFollowsTheScaleOfSupplyAndTheInverseOfThatOfPeople(long seed) {
        var map = Map.drawn(seed);
        var found = map.access();
        var scaled = map.access(times(map.supply, 6), times(map.people, 3));
        for (int i = 0; i < map.size(); i++) {
            assertThat(scaled.of(i)).isCloseTo(2 * found.of(i), within(1e-12 * (1 + found.of(i))));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCellsFindTheSameNeighboursAsLookingAtAll(long seed) {
        var map = Map.drawn(seed);
        var proximity = new Proximity(map.latitudes, map.longitudes, 9);
        var found = new Proximity.Found();
        for (int i = 0; i < map.size(); i++) {
            proximity.around(i, found);
            var near = new java.util.TreeMap<Integer, Double>();
            for (int k = 0; k < found.size(); k++) {
                near.put(found.place(k), found.kilometres(k));
            }
            for (int j = 0; j < map.size(); j++) {
                double distance = haversine(map, i, j);
                if (Math.abs(distance - 9) > 1e-6) {
                    assertThat(near.containsKey(j)).isEqualTo(distance < 9);
                }
                if (near.containsKey(j)) {
                    assertThat(near.get(j)).isCloseTo(distance, within(1e-6));
                }
            }
        }
    }

    private static double haversine(Map map, int i, int j) {
        double dLatitude = Math.toRadians(map.latitudes[j] - map.latitudes[i]) / 2;
        double dLongitude = Math.toRadians(map.longitudes[j] - map.longitudes[i]) / 2;
        double a = Math.pow(Math.sin(dLatitude), 2)
                + Math.cos(Math.toRadians(map.latitudes[i]))
                        * Math.cos(Math.toRadians(map.latitudes[j]))
                        * Math.pow(Math.sin(dLongitude), 2);
        return 2 * 6371.0088 * Math.asin(Math.sqrt(a));
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[values.length - 1 - i] = values[i];
        }
        return reversed;
    }

    private static double[] times(double[] values, double factor) {
        return java.util.Arrays.stream(values).map(value -> value * factor).toArray();
    }
}
