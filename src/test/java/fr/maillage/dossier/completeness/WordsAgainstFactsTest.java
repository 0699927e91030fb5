package fr.maillage.dossier.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A territory of 13 communes and 41 690 inhabitants, and what texts say of it. */
class WordsAgainstFactsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Le territoire regroupe 12 communes.                  | 12 communes",
                "Nos 12 communes ont une histoire.                    | 12 communes",
                "Il couvre 1 013 communes !                           | 1 013 communes",
                "La CPTS compte 38 000 habitants.                     | 38 000 habitants",
                "Les 45 000 habitants vieillissent.                   | 45 000 habitants",
                "Le territoire regroupe 13 communes.                  | ",
                "La CPTS compte près de 12 communes rurales.          | ",
                "12 communes ont une pharmacie.                       | ",
                "Les 5 communes les plus peuplées font la moitié.     | ",
                "Les 4 communes sans médecin attendent.               | ",
                "La CPTS compte 42 000 habitants.                     | ",
                "La commune de Millau compte 2 communes déléguées…    | ",
                "En 2012 communes et EPCI ont signé.                  | ",
                "Ses 99999999999999999999 communes                    | ",
            })
    void saysOnlyWhatContradicts(String text, String said) {
        var found = WordsAgainstFacts.in(text, 13, 41_690);

        if (said == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .singleElement()
                    .asString()
                    .satisfies(sentence -> assertThat(sentence.replaceAll("[\\u00A0\\u202F]", " "))
                            .startsWith("Le texte dit " + said));
        }
    }
}
