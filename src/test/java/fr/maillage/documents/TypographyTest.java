package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In these tables {@code _} stands for the no-break space and {@code ~} for the narrow one. */
class TypographyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    l'équipe              | l’équipe
                    Qui fait quoi ?       | Qui fait quoi~?
                    un ; deux !           | un~; deux~!
                    voici : 15 %          | voici_: 15_%
                    41 690 habitants      | 41_690_habitants
                    1 200 000 €           | 1_200_000_€
                    en 2026 100 personnes | en 2026_100 personnes
                    « mot »               | «_mot_»
                    «mot»                 | «_mot_»
                    n° 2                  | n°_2
                    à 14:30               | à 14:30
                    https://a.example/?b  | https://a.example/?b
                    et puis...            | et puis…
                    20 h                  | 20_h
                    """)
    void spacesThatMustNotBreak(String typed, String expected) {
        var fixed = Typography.french(typed);
        assertThat(fixed.replace('\u00A0', '_').replace('\u202F', '~')).isEqualTo(expected);
        assertThat(Typography.french(fixed)).isEqualTo(fixed);
    }
}
