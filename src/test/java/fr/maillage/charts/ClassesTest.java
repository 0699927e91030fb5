package fr.maillage.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.charts.Classes.Counted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Bounds are round, few, in order and never make an empty class. */
class ClassesTest {

    private static final Unit KM = Unit.of("km", 1);

    @Test
    void evenValuesGiveEvenRoundBounds() {
        assertThat(Classes.of(values(IntStream.rangeClosed(0, 100).toArray())).bounds())
                .extracting(BigDecimal::toPlainString)
                .containsExactly("20", "40", "60", "80");
    }

    @Test
    void nothingToTellApartIsOneClass() {
        assertThat(Classes.of(List.of()).bounds()).isEmpty();
        assertThat(Classes.of(values(7)).bounds()).isEmpty();
        assertThat(Classes.of(values(7, 7, 7, 7)).bounds()).isEmpty();
        assertThat(Classes.of(values(0, 0, 0)).labels(KM)).containsExactly("toutes les communes");
    }

    @Test
    void twoValuesAreTwoClasses() {
        var classes = Classes.of(values(0, 0, 0, 8));
        assertThat(classes.count()).isEqualTo(2);
        assertThat(classes.of(BigDecimal.ZERO)).isZero();
        assertThat(classes.of(BigDecimal.valueOf(8))).isEqualTo(1);
    }

    @RepeatedTest(200)
    void lawsHoldForAnyValues(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<BigDecimal> values = new ArrayList<>();
        int n = 1 + random.nextInt(300);
        double scale = Math.pow(10, random.nextInt(9) - 4);
        for (int i = 0; i < n; i++) {
            values.add(BigDecimal.valueOf(Math.round((random.nextGaussian() + 1) * 1000) / 1000.0 * scale));
        }
        var classes = Classes.of(values);
        assertThat(classes.count()).isBetween(1, 5);
        for (int i = 0; i < classes.count(); i++) {
            int index = i;
            assertThat(values).anyMatch(value -> classes.of(value) == index);
        }
        var shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        assertThat(Classes.of(shuffled)).isEqualTo(classes);
        assertThat(classes.bounds())
                .allMatch(bound -> bound.stripTrailingZeros().precision() <= 3);
        assertThat(classes.labels(KM)).hasSize(classes.count()).doesNotHaveDuplicates();
    }

    @Test
    void aValueOnABoundIsInTheClassAbove() {
        var classes = new Classes(values(8, 12));
        assertThat(classes.of(new BigDecimal("7.99"))).isZero();
        assertThat(classes.of(new BigDecimal("8.0"))).isEqualTo(1);
        assertThat(classes.of(new BigDecimal("12"))).isEqualTo(2);
        assertThat(classes.labels(KM)).containsExactly("moins de 8\u00A0km", "de 8 à 12\u00A0km", "12\u00A0km et plus");
    }

    @Test
    void eachClassIsCountedAndSoIsWhatIsMissing() {
        var shares = new Classes(values(8))
                .shares(
                        KM,
                        List.of(
                                new Counted(600, Datum.of(3)),
                                new Counted(300, Datum.of(9)),
                                new Counted(100, new Datum.Missing("secret statistique"))));
        assertThat(shares)
                .extracting(ClassBars.Share::label)
                .containsExactly("moins de 8\u00A0km", "8\u00A0km et plus", "secret statistique");
        assertThat(shares).extracting(share -> share.percent().intValue()).containsExactly(60, 30, 10);
        assertThat(shares).extracting(ClassBars.Share::known).containsExactly(true, true, false);
    }

    @Test
    void boundsMustRise() {
        assertThatThrownBy(() -> new Classes(values(3, 3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Classes(values(1, 2, 3, 4, 5))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<BigDecimal> values(int... values) {
        return IntStream.of(values).mapToObj(BigDecimal::valueOf).toList();
    }
}
