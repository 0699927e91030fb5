package fr.maillage.rules.aci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.rules.aci.ResultLine.Direction;
import fr.maillage.rules.aci.ResultLine.Slope;
import fr.maillage.rules.aci.ResultLine.Tier;
import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The variable part by lines and by weighted rates: the examples of rules.md 3.4 with both sides of each threshold. */
class ResultLineTest {

    /** Breast screening from 66.26 %: 69.70 % → 1 000, 72.40 % → 2 500, 75 % → 3 500. */
    static final ResultLine SCREENING = new ResultLine(
            "PREVENTION",
            "SEIN",
            Euros.of(3500),
            List.of(tier("75", 3500), tier("69.70", 1000), tier("72.40", 2500)),
            Direction.RISE);

    /** ALD patients without médecin traitant from 219: down to 101 → 3 000, 100 to 51 → 6 000, 50 or less → 9 000. */
    static final ResultLine ALD = new ResultLine(
            "ACCES",
            "ALD_SANS_MT",
            Euros.of(9000),
            List.of(tier("219", 3000), tier("100", 6000), tier("50", 9000)),
            Direction.FALL);

    private static Tier tier(String threshold, long amount) {
        return new Tier(new BigDecimal(threshold), Euros.of(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "66.26, 0",
        "69.69, 0",
        "69.70, 1000",
        "69.7, 1000",
        "72.39, 1000",
        "72.40, 2500",
        "74.999, 2500",
        "75, 3500",
        "99, 3500"
    })
    void aRisingLinePaysTheHighestThresholdReached(BigDecimal value, long amount) {
        assertThat(SCREENING.earned(value, true).amount()).isEqualTo(Euros.of(amount));
    }

    @ParameterizedTest
    @CsvSource({"220, 0", "219, 3000", "101, 3000", "100, 6000", "51, 6000", "50, 9000", "0, 9000"})
    void aFallingLinePaysTheLowestThresholdReached(BigDecimal value, long amount) {
        assertThat(ALD.earned(value, true).amount()).isEqualTo(Euros.of(amount));
    }

    @Test
    void nothingWithoutProofOrValueAndEachSaysWhy() {
        assertThat(ALD.earned(BigDecimal.ZERO, false).amount()).isEqualTo(Euros.ZERO);
        assertThat(ALD.earned(BigDecimal.ZERO, false).why()).contains("n’a pas de preuve");
        assertThat(ALD.earned(null, true).amount()).isEqualTo(Euros.ZERO);
        assertThat(ALD.earned(null, true).why()).contains("aucune valeur");
        assertThat(ALD.earned(new BigDecimal("80"), true).why().replace('\u00A0', ' '))
                .isEqualTo(
                        "Ligne ALD_SANS_MT : 6 000,00 € sur 9 000,00 €, car la valeur 80 atteint le palier « au plus 100 ».");
    }

    @Test
    void theLowestTierPayingWithoutProgressIsTold() {
        assertThat(ALD.paysWithoutProgress(new BigDecimal("219"))).isTrue();
        assertThat(SCREENING.paysWithoutProgress(new BigDecimal("66.26"))).isFalse();
    }

    @Test
    void tiersAreInOrderAndTheBestIsTheMaximum() {
        assertThat(SCREENING.faults()).isEmpty();
        var less = new ResultLine("ACCES", "X", Euros.of(5), List.of(tier("1", 9), tier("2", 5)), Direction.RISE);
        assertThat(less.faults()).singleElement().asString().contains("paie moins pour un meilleur résultat");
        var other = new ResultLine("ACCES", "X", Euros.of(6), List.of(tier("1", 5)), Direction.RISE);
        assertThat(other.faults()).singleElement().asString().contains("son maximum");
        var twice = new ResultLine("ACCES", "X", Euros.of(5), List.of(tier("1", 5), tier("1.0", 5)), Direction.FALL);
        assertThat(twice.faults()).singleElement().asString().contains("deux paliers");
        assertThat(new ResultLine("ACCES", "X", Euros.of(5), List.of(), Direction.FALL).faults())
                .hasSize(1);
    }

    @Test
    void theLinesAddUpToTheEnvelope() {
        assertThat(ResultLine.difference("ACCES", List.of(ALD), Euros.of(9000))).isEmpty();
        assertThat(ResultLine.difference("ACCES", List.of(ALD), Euros.of("9000.01")))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence.replace('\u00A0', ' ')).contains("9 000,00 €", "9 000,01 €"));
    }

    @Test
    void aBetterValueNeverEarnsLess() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var direction = random.nextBoolean() ? Direction.RISE : Direction.FALL;
            var amounts = random.longs(4, 0, 9000).sorted().boxed().toList();
            var thresholds = random.ints(4, 0, 1000).distinct().sorted().boxed().toList();
            var count = thresholds.size();
            var tiers = IntStream.range(0, count)
                    .mapToObj(t -> tier(
                            String.valueOf(thresholds.get(direction == Direction.RISE ? t : count - 1 - t)),
                            amounts.get(t)))
                    .toList();
            var line = new ResultLine("ACCES", "L", Euros.of(amounts.get(count - 1)), tiers, direction);
            assertThat(line.faults()).isEmpty();
            var one = new BigDecimal(random.nextInt(1100));
            var better = direction == Direction.RISE
                    ? one.add(new BigDecimal(random.nextInt(50)))
                    : one.subtract(new BigDecimal(random.nextInt(50)));
            assertThat(line.earned(better, true).amount())
                    .isGreaterThanOrEqualTo(line.earned(one, true).amount())
                    .isBetween(Euros.ZERO, line.maximum());
        }
    }

    /** From 50 to 75, worth 20 000 €; and its mirror, which has to fall from 219 to 100. */
    @ParameterizedTest
    @CsvSource({
        "50, 75, 49.99, 0.00",
        "50, 75, 50, 0.00",
        "50, 75, 50.01, 8.00",
        "50, 75, 62.5, 10000.00",
        "50, 75, 74.99, 19992.00",
        "50, 75, 75, 20000.00",
        "50, 75, 90, 20000.00",
        "219, 100, 230, 0.00",
        "219, 100, 219, 0.00",
        "219, 100, 159.5, 10000.00",
        "219, 100, 101, 19831.93",
        "219, 100, 100, 20000.00",
        "219, 100, 0, 20000.00"
    })
    void aWeightedLinePaysTheShareOfTheWayMade(
            BigDecimal baseline, BigDecimal target, BigDecimal value, String amount) {
        var line = new ResultLine("ACCES", "TAUX", Euros.of(20_000), new Slope(baseline, target));
        assertThat(line.earned(value, true).amount()).hasToString(amount);
        assertThat(line.earned(value, false).amount()).isEqualTo(Euros.ZERO);
        assertThat(line.faults()).isEmpty();
        assertThat(line.paysWithoutProgress(baseline)).isFalse();
    }

    @Test
    void aWeightedLineSaysHowMuchOfTheWayWasMade() {
        var line = new ResultLine(
                "ACCES", "TAUX", Euros.of(20_000), new Slope(new BigDecimal("50"), new BigDecimal("75")));
        assertThat(spaced(line.earned(new BigDecimal("65"), true)))
                .isEqualTo("Ligne TAUX : 12 000,00 € sur 20 000,00 €, car la valeur 65 a fait 60,0 % du chemin entre le"
                        + " départ, 50, et la cible, 75.");
        assertThat(spaced(line.earned(new BigDecimal("75"), true))).endsWith("atteint la cible, 75.");
        assertThat(spaced(line.earned(new BigDecimal("40"), true))).endsWith("ne fait pas mieux que le départ, 50.");
    }

    private static String spaced(ResultLine.Earned earned) {
        return earned.why().replaceAll("[\u00A0\u202F]", " ");
    }

    @Test
    void aTargetIsNotItsBaseline() {
        assertThatThrownBy(() -> new Slope(BigDecimal.TEN, new BigDecimal("10.0")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
