package fr.maillage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wilson's interval, against values computed apart (R, {@code prop.test(correct = FALSE)}). */
class ShareIntervalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0, 27.8",
        "8, 10, 49.0, 94.3",
        "10, 10, 72.2, 100.0",
        "50, 100, 40.4, 59.6",
        "1, 1000, 0.0, 0.6",
        "724, 1000, 69.5, 75.1",
        "31690, 35240, 89.6, 90.2"
    })
    void theIntervalIsThatOfTheTables(BigDecimal count, BigDecimal total, BigDecimal low, BigDecimal high) {
        assertThat(ShareInterval.of(count, total)).contains(new ShareInterval(low, high));
    }

    @Test
    void whatIsNoShareHasNone() {
        assertThat(ShareInterval.of(BigDecimal.TEN, BigDecimal.ZERO)).isEmpty();
        assertThat(ShareInterval.of(BigDecimal.TEN, BigDecimal.ONE)).isEmpty();
        assertThat(ShareInterval.of(null, BigDecimal.ONE)).isEmpty();
        assertThat(ShareInterval.of(BigDecimal.TEN, null)).isEmpty();
    }
}
