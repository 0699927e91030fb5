package fr.maillage.project.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as teams write them in tables of actions. */
class WrittenDayTest {

    @ParameterizedTest
    @CsvSource({
        "2027-03-12, 2027-03-12, 2027-03-12",
        "12/03/2027, 2027-03-12, 2027-03-12",
        "03/2027, 2027-03-01, 2027-03-31",
        "Février 2028, 2028-02-01, 2028-02-29",
        "févr. 2027, 2027-02-01, 2027-02-28",
        "août 2027, 2027-08-01, 2027-08-31",
        "T2 2027, 2027-04-01, 2027-06-30",
        "1er trimestre 2027, 2027-01-01, 2027-03-31",
        "2ème semestre 2027, 2027-07-01, 2027-12-31",
        "2027, 2027-01-01, 2027-12-31",
        "S3 2027, , ",
        "31/02/2027, , ",
        "13/2027, , ",
        "bientôt, , ",
        "mardi 2027, , ",
    })
    void meansADay(String written, @Nullable LocalDate first, @Nullable LocalDate last) {
        assertThat(WrittenDay.of(written, false).orElse(null)).isEqualTo(first);
        assertThat(WrittenDay.of(written, true).orElse(null)).isEqualTo(last);
    }
}
