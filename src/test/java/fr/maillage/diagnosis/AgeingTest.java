package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgeingTest {

    private static final double[] NEED = {0.5, 0.5, 1, 1, 1.5, 2, 2};

    @Test
    void somePassFromUnder60To75AndMore() {
        double[] people = {100, 100, 100, 100, 50, 40, 10};
        // need: 50 + 50 + 100 + 100 + 75 + 80 + 20 = 475; 10 % of 500 pass: 12,5 from each of four classes (−37,5)
        // to 75-89 (40) and 90+ (10), twice each (+100): 537,5
        assertThat(Ageing.ratio(people, NEED, 0.1)).isCloseTo(537.5 / 475, within(1e-12));
    }

    @Test
    void noMorePassThanThereAreUnder60() {
        double[] people = {10, 0, 0, 0, 0, 90, 0};
        // 5 + 180 = 185; the ten all pass: 200
        assertThat(Ageing.ratio(people, NEED, 0.2)).isCloseTo(200. / 185, within(1e-12));
    }

    @Test
    void nothingChangesWhereNobodyIsYoungOrNobodyLives() {
        assertThat(Ageing.ratio(new double[] {0, 0, 0, 0, 5, 5, 5}, NEED, 0.1)).isEqualTo(1);
        assertThat(Ageing.ratio(new double[7], NEED, 0.1)).isEqualTo(1);
    }
}
