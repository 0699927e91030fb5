package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.MaillageTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Communes are found as people write them. */
@MaillageTest
class CommuneSearchTest {

    @Autowired
    Communes communes;

    @ParameterizedTest(name = "« {0} » → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // name: case, accents, hyphens, apostrophes, articles
                "Millau                  | 12145",
                "millau                  | 12145",
                "SAINT AFFRIQUE          | 12208",
                "St-Affrique             | 12208",
                "st affrique             | 12208",
                "Ste Eulalie d'Olt       | 12219",
                "chateauroux             | 36044",
                "Châteauroux             | 36044",
                "L'Abergement-Clémenciat | 01001",
                "abergement clemenciat   | 01001",
                "la cavalerie            | 12063",
                "Cavalerie               | 12063",
                "Œuilly                  | 51410",
                "chalon s/ saone         | 71076",
                // a piece of it, a slip of the finger
                "saint affri             | 12208",
                "roquefort sur soul      | 12203",
                "milau                   | 12145",
                "toulousse               | 31555",
                // the biggest of several
                "Saint-Denis             | 97411",
                "Paris                   | 75056",
                "Lyon 3e                 | 69383",
                // codes
                "12145                   | 12145",
                "2a004                   | 2A004",
                "01001                   | 01001",
                "12076                   | 12218",
                "12100                   | 12145",
                "1210                    | 12145",
                "Conques                 | 12218",
            })
    void findsFirst(String text, String code) {
        assertThat(communes.search(text, 20)).first().extracting(Commune::code).isEqualTo(code);
    }

    @Test
    void findsEveryCommuneOfAPostalCodeAndOnlyOnce() {
        var found = communes.search("12230", 20).stream().map(Commune::code).toList();
        assertThat(found).contains("12063", "12168").doesNotHaveDuplicates();
    }

    @Test
    void findsNothingForNothing() {
        assertThat(communes.search("", 20)).isEmpty();
        assertThat(communes.search("  - ' ", 20)).isEmpty();
        assertThat(communes.search("x".repeat(101), 20)).isEmpty();
        assertThat(communes.search("\u0000%_\\", 20)).isEmpty();
        assertThat(communes.search("qwzxkj", 20)).isEmpty();
    }

    @Test
    void tellsWhatACommuneIsPartOf() {
        var millau = communes.withCode("12145").orElseThrow();
        assertThat(millau.departement()).isEqualTo(new Grouping("12", "Aveyron"));
        assertThat(millau.region()).isEqualTo(new Grouping("76", "Occitanie"));
        assertThat(millau.epci()).isNotNull();
        assertThat(communes.ofEpci(Objects.requireNonNull(millau.epci()).code()))
                .hasSize(15)
                .contains(millau);
        assertThat(communes.searchEpci("millau grands causses", 5))
                .first()
                .satisfies(found -> assertThat(found.communes()).isEqualTo(15));
    }
}
