package fr.maillage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcronymsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>L’avis de l’ARS et de la CPAM</p>            | ARS, CPAM
            <p>La CPTS, l’ARS, la CPTS</p>                  | ARS, CPTS
            <p title="ARS">Le projet</p>                    | ''
            <script>var ARS = 1;</script><p>La MSP</p>      | MSP
            <svg><text>FIR</text></svg><p>Aucun</p>         | ''
            <p>Les ARSENAUX et l’INCONNU</p>                | ''
            <p>ARS-CPAM, (MSA)</p>                          | ARS, CPAM, MSA
            """)
    void aPageTellsTheAcronymsThatItsReaderMeets(String html, String expected) {
        assertThat(String.join(
                        ", ",
                        Acronyms.within(html).stream().map(Acronym::acronym).toList()))
                .isEqualTo(expected);
    }

    @Test
    void anAcronymIsFoundByItsLettersByItsMeaningAndWithoutAccents() {
        assertThat(Acronyms.about("cpam")).extracting(Acronym::acronym).contains("CPAM");
        assertThat(Acronyms.about("agence regionale"))
                .extracting(Acronym::acronym)
                .contains("ARS");
        assertThat(Acronyms.about("rien de tel")).isEmpty();
    }

    @Test
    void eachIsThereOnceInCapitalsWithASentence() {
        var all = Acronyms.all();
        assertThat(all)
                .extracting(Acronym::acronym)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("\\p{Lu}{2,}"));
        assertThat(all).allSatisfy(known -> {
            assertThat(known.meaning()).isNotBlank();
            assertThat(known.text()).endsWith(".");
        });
    }
}
