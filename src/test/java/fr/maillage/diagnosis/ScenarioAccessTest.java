package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves or comes to a city of several arrondissements is counted once. */
class ScenarioAccessTest {

    @ParameterizedTest
    @CsvSource({
        // what the three places offer, amount, what remains in each, what could not leave
        "10 20 30, -12, 8 16 24, 0",
        "10 0 30, -40, 0 0 0, 0",
        "1 2 3, -9, 0 0 0, 3",
        "0 0 0, -2, 0 0 0, 2",
        "1 2 3, 6, 3 4 5, 0"
    })
    void theSumMovesByTheAmount(String before, double amount, String after, double unmoved) {
        double[] offered = numbers(before);
        double sum = Arrays.stream(offered).sum();
        assertThat(ScenarioAccess.spread(amount, List.of(0, 1, 2), offered)).isCloseTo(unmoved, within(1e-9));
        assertThat(offered).containsExactly(numbers(after), within(1e-9));
        assertThat(Arrays.stream(offered).sum()).isCloseTo(sum + amount + unmoved, within(1e-9));
    }

    private static double[] numbers(String words) {
        return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
