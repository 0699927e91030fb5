package fr.maillage.diagnosis.apl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Cases small enough to be computed by hand; the arithmetic is beside each. */
class AccessibilityTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final Decay OF_2012 = new Decay.Steps(List.of(5., 10., 15.), List.of(1., 0.3, 0.1));
    private static final Decay REVISED = new Decay.Steps(List.of(10., 15., 20.), List.of(1., 1 / 3., 0.1));

    /** A – 8 min – B – 12 min – C, and 25 min from A to C. */
    private static final RoadTimes LINE = RoadTimes.of(
            3, new int[] {0, 1, 1, 2, 0, 2}, new int[] {1, 0, 2, 1, 2, 0}, new double[] {8, 8, 12, 12, 25, 25});

    private static final double[] PEOPLE = {1000, 500, 2000};
    private static final double[] SUPPLY = {5400, 0, 10800};

    @Test
    void threeCommunesUnderTheRevisedSteps() {
        var found = Accessibility.compute(SUPPLY, PEOPLE, LINE.under(REVISED));

        // w(AB) = 1, w(BC) = 1/3, w(AC) = 0
        // R(A) = 5 400 ÷ (1 000 + 500) = 3,6 ; R(C) = 10 800 ÷ (2 000 + 500/3) = 324/65
        assertThat(found.of(0)).isCloseTo(3.6, EXACT);
        assertThat(found.of(1)).isCloseTo(3.6 + 108. / 65, EXACT);
        assertThat(found.of(2)).isCloseTo(324. / 65, EXACT);
        // 1 000 × 3,6 + 500 × 5,2615… + 2 000 × 4,9846… = 16 200 = 5 400 + 10 800
        assertThat(found.shared()).isCloseTo(16_200, EXACT);
        assertThat(found.reached()).isEqualTo(16_200);
    }

    @Test
    void theSameUnderTheStepsOf2012() {
        var found = Accessibility.compute(SUPPLY, PEOPLE, LINE.under(OF_2012));

        // w(AB) = 0,3, w(BC) = 0,1, w(AC) = 0
        // R(A) = 5 400 ÷ (1 000 + 150) = 108/23 ; R(C) = 10 800 ÷ (2 000 + 50) = 216/41
        assertThat(found.of(0)).isCloseTo(108. / 23, EXACT);
        assertThat(found.of(1)).isCloseTo(0.3 * 108 / 23 + 0.1 * 216 / 41, EXACT);
        assertThat(found.of(2)).isCloseTo(216. / 41, EXACT);
    }

    @Test
    void aContinuousDecay() {
        // w = exp(−8² ÷ 2×8²) = exp(−1/2) between A and B, exp(−12²/128) between B and C, nothing from 15 minutes on
        var bell = Accessibility.compute(SUPPLY, PEOPLE, LINE.under(new Decay.Gaussian(8, 15)));
        double near = Math.exp(-0.5);
        double far = Math.exp(-144. / 128);
        assertThat(bell.of(0)).isCloseTo(5400 / (1000 + 500 * near), EXACT);
        assertThat(bell.of(1)).isCloseTo(near * 5400 / (1000 + 500 * near) + far * 10800 / (2000 + 500 * far), EXACT);
        // w = exp(−8 ÷ 8) between A and B; B and C are beyond the limit
        var tail = Accessibility.compute(SUPPLY, PEOPLE, LINE.under(new Decay.Exponential(8, 10)));
        assertThat(tail.of(1)).isCloseTo(Math.exp(-1) * 5400 / (1000 + 500 * Math.exp(-1)), EXACT);
        assertThat(tail.of(2)).isCloseTo(5.4, EXACT);
    }

    @Test
    void aTimeOnABoundBelongsToTheNextStep() {
        assertThat(OF_2012.weight(0)).isEqualTo(1);
        assertThat(OF_2012.weight(4.999)).isEqualTo(1);
        assertThat(OF_2012.weight(5)).isEqualTo(0.3);
        assertThat(OF_2012.weight(10)).isEqualTo(0.1);
        assertThat(OF_2012.weight(15)).isZero();
    }

    @Test
    void oneMayGoWhereOneCannotComeBackFrom() {
        // A road one way: the people of A reach B in 8 minutes, those of B do not reach A.
        var oneWay = RoadTimes.of(2, new int[] {0}, new int[] {1}, new double[] {8});
        var found = Accessibility.compute(new double[] {10, 30}, new double[] {100, 200}, oneWay.under(REVISED));
        // R(A) = 10 ÷ 100 = 0,1 ; R(B) = 30 ÷ (200 + 100) = 0,1 ; A(A) = 0,2 ; A(B) = 0,1
        assertThat(found.of(0)).isCloseTo(0.2, EXACT);
        assertThat(found.of(1)).isCloseTo(0.1, EXACT);
    }

    @Test
    void aSupplyThatNobodyReachesIsTold() {
        // B is a place without people, far from everybody.
        var apart = RoadTimes.of(2, new int[] {}, new int[] {}, new double[] {});
        var found = Accessibility.compute(new double[] {4, 6}, new double[] {10, 0}, apart.under(REVISED));
        assertThat(found.reached()).isEqualTo(4);
        assertThat(found.unreached()).isEqualTo(6);
        assertThat(found.of(0)).isCloseTo(0.4, EXACT);
        assertThat(found.of(1)).isZero();
    }

    @Test
    void anIsolatedCommuneWithoutPractitionersHasNoAccess() {
        var apart = RoadTimes.of(2, new int[] {}, new int[] {}, new double[] {});
        var found = Accessibility.compute(new double[] {4, 0}, new double[] {10, 50}, apart.under(REVISED));
        assertThat(found.of(1)).isZero();
    }

    @Test
    void knownRoadTimesReplaceDistancesForTheirPlaceAlone() {
        // Three communes on the equator, 0,1° apart: 11,1195 km, 17,35 minutes at 50 km/h with a detour of 1,3.
        double[] latitudes = {0, 0, 0};
        double[] longitudes = {0, 0.1, 0.2};
        var roads = RoadTimes.of(3, new int[] {0}, new int[] {2}, new double[] {4});
        var catchments = Catchments.byDistance(latitudes, longitudes, new Travel(1.3, 50), roads, REVISED);
        var found = Accessibility.compute(new double[] {0, 0, 3000}, PEOPLE, catchments);
        // From A only C is known, at 4 min: w = 1. B keeps its distance: w(BC) = 0,1.
        double ratio = 3000 / (2000 + 1000 + 500 * 0.1);
        assertThat(found.of(0)).isCloseTo(ratio, EXACT);
        assertThat(found.of(1)).isCloseTo(ratio * 0.1, EXACT);
        assertThat(found.of(2)).isCloseTo(ratio, EXACT);
    }

    @Test
    void agesCountByTheirNeed() {
        // 100 young at 0,5 and 100 old at 2; 300 young: 250 and 150 before the scale, 500 people ÷ 400
        double[] standardised = AgeWeights.standardise(new double[][] {{100, 100}, {300, 0}}, new double[] {0.5, 2});
        assertThat(standardised[0]).isCloseTo(312.5, EXACT);
        assertThat(standardised[1]).isCloseTo(187.5, EXACT);
    }
}
