package fr.maillage.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.review.Unspent.Layer;
import fr.maillage.review.Unspent.Year;
import fr.maillage.shared.Euros;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnspentTest {

    private static Year year(int number, long received, long spent) {
        return new Year(number, Euros.of(received), Euros.of(spent));
    }

    @Test
    void theOldestMoneyIsSpentFirst() {
        var left =
                Unspent.of("ACCES", "Accès aux soins", List.of(year(1, 100, 40), year(2, 100, 50), year(3, 100, 30)));

        assertThat(left.layers()).containsExactly(new Layer(2, Euros.of(80)), new Layer(3, Euros.of(100)));
        assertThat(left.left()).isEqualTo(Euros.of(180));
        assertThat(left.beyond()).isEqualTo(Euros.ZERO);
        assertThat(left.origins(3))
                .isEqualTo("80,00\u00A0€ de l’année 2, depuis 1\u00A0an\u202F; 100,00\u00A0€ de l’année 3");
    }

    @Test
    void whatIsSpentBeforeAnythingIsReceivedIsToldApart() {
        var left = Unspent.of("PREVENTION", "Prévention", List.of(year(1, 10, 40), year(2, 100, 100)));

        assertThat(left.layers()).isEmpty();
        assertThat(left.beyond()).isEqualTo(Euros.of(30));
    }

    @Test
    void aTransferMayTakeTheMoneyOfAPastYear() {
        var left = Unspent.of("CRISE", "Crise", List.of(year(1, 100, 0), year(2, -60, 10)));

        assertThat(left.layers()).containsExactly(new Layer(1, Euros.of(30)));
        assertThat(left.beyond()).isEqualTo(Euros.ZERO);
    }

    /** Received = spent + left − beyond, to the cent, and nothing is older than its year. */
    @Test
    void nothingIsLostOrMade() {
        var random = new Random(20_261_123);
        for (int drawn = 0; drawn < 2_000; drawn++) {
            var years = new ArrayList<Year>();
            var received = Euros.ZERO;
            var spent = Euros.ZERO;
            for (int number = 1; number <= 1 + random.nextInt(6); number++) {
                var year = new Year(
                        number,
                        Euros.of(random.nextInt(40_000) - 2_000 + "." + (10 + random.nextInt(90))),
                        Euros.of(random.nextInt(30_000) + "." + (10 + random.nextInt(90))));
                years.add(year);
                received = received.plus(year.received());
                spent = spent.plus(year.spent());
            }
            var left = Unspent.of("X", "x", years);
            assertThat(left.left().minus(left.beyond())).isEqualByComparingTo(received.minus(spent));
            assertThat(left.layers()).allSatisfy(layer -> {
                assertThat(layer.left().value()).isPositive();
                assertThat(layer.left())
                        .isLessThanOrEqualTo(years.get(layer.year() - 1).received());
            });
        }
    }
}
