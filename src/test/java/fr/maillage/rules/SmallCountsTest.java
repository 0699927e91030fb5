package fr.maillage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCountsTest {

    private static final SmallCounts SMALL = SmallCounts.on(LocalDate.of(2026, 11, 23));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // count alone
                "0, -, false",
                "1, -, true",
                "10, -, true",
                "11, -, false",
                // the rest of the total can be found
                "989, 1000, false",
                "990, 1000, true",
                "999, 1000, true",
                "1000, 1000, false",
                // a small total
                "0, 10, true",
                "0, 11, false",
                "11, 22, false",
                "10, 22, true",
                // nothing known
                "-, -, false",
                "-, 5, true",
            })
    void aHandfulOfPeopleIsHidden(@Nullable BigDecimal count, @Nullable BigDecimal total, boolean hidden) {
        assertThat(SMALL.hides(count, total)).isEqualTo(hidden);
    }

    @Test
    void theLeastIsTheDatedRule() {
        assertThat(SMALL.least()).isEqualTo(11);
        assertThat(SMALL.inWords()).contains("moins de 11");
    }
}
