package fr.maillage.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProperNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARS Occitanie, siège | l’ARS Occitanie, siège | de l’ARS Occitanie, siège",
                "CPAM de l’Aveyron | la CPAM de l’Aveyron | de la CPAM de l’Aveyron",
                "MSA Midi-Pyrénées Nord | la MSA Midi-Pyrénées Nord | de la MSA Midi-Pyrénées Nord",
                "Délégation de l’Aveyron | la délégation de l’Aveyron | de la délégation de l’Aveyron",
                "CPTS Lévézou | la CPTS Lévézou | de la CPTS Lévézou",
                "Émeraude | Émeraude | d’Émeraude"
            })
    void aNameTakesItsArticle(String name, String the, String of) {
        assertThat(ProperName.the(name)).isEqualTo(the);
        assertThat(ProperName.of(name)).isEqualTo(of);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Lévézou | la CPTS Lévézou", "CPTS Lévézou | la CPTS Lévézou"})
    void aCptsIsNamedAsOne(String name, String the) {
        assertThat(ProperName.theCommunity(name)).isEqualTo(the);
    }
}
