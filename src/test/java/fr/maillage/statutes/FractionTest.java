package fr.maillage.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

    /** A quorum is « au moins », a majority is « plus de ». */
    @ParameterizedTest
    @CsvSource({
        "1/3, 10, 4, 4",
        "1/3,  9, 3, 4",
        "1/2, 10, 5, 6",
        "1/2, 11, 6, 6",
        "2/3, 10, 7, 7",
        "2/3,  9, 6, 7",
        "3/4,  0, 0, 1",
        "1/4, 41, 11, 11",
    })
    void countsMembersExactly(String share, long total, long atLeast, long moreThan) {
        var fraction = Fraction.of(share).orElseThrow();

        assertThat(fraction.atLeast(total)).isEqualTo(atLeast);
        assertThat(fraction.moreThan(total)).isEqualTo(moreThan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0/2", "3/2", "1", "1/0", "un tiers", "-1/2", "1/100"})
    void refusesWhatIsNoShare(String written) {
        assertThat(Fraction.of(written)).isEmpty();
    }
}
