package fr.maillage.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.rules.aci.Grids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file from outside is refused for, with its place. */
class GridFileTest {

    @Test
    void takesACompleteFile() {
        assertThat(faults(TestGrids.franceSante())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amounts: {T1: 1000,   | amounts: {            | MAISON_FRANCE_SANTE › parts › FIXE › amounts : il manque « T1 »
            contract-years: 5,    |                       | terms : il manque « contract-years »
            contract-years: 5     | contract-years: 50    | un nombre de 1 à 10
            T1: 50001             | T1: -50001            | n’est pas un nombre entier
            T2: 82001             | T2: 82000             | le total publié est 82000
            50001                 | 12345678              | dépasse
            code: ACCES           | code: accès           | lettres majuscules
            code: france-sante-essai | code: aci-2019     | un barème connu porte déjà le code
            code: france-sante-essai | code: ../essai     | lettres minuscules
            2026-07-01            | 2022-03-31            | entre en vigueur le même jour
            2026-07-01            | 2018-01-01            | une date entre le
            2026-07-01            | 2026-02-30            | n’est pas une date
            https://exemple       | javascript:alert(1)// | l’adresse doit commencer par https
            deployed-within-months: 18 | deployed-within-months: 3 | déployée avant d’avoir démarré
            source: accord        | source: autre         | absente de la liste
            base: true            | bas: true             | clé inconnue « bas »
            """)
    void refusesWithTheFaultAndItsPlace(String good, String bad, String fault) {
        var yaml = TestGrids.franceSante().replace(good, bad == null ? "" : bad);
        assertThat(faults(yaml))
                .anySatisfy(each -> assertThat(each.replace('\u00A0', ' ')).contains(fault));
    }

    @Test
    void refusesWhatIsNoFileOfRules() {
        assertThat(faults("")).containsExactly("Choisissez un fichier de barème (.yaml).");
        assertThat(faults("code: [")).singleElement().asString().contains("ligne", "YAML");
        assertThat(faults("!!javax.script.ScriptEngineManager [x]")).isNotEmpty();
        assertThat(faults("[".repeat(10_000))).isNotEmpty();
        assertThat(faults("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]")).isNotEmpty();
        assertThat(faults("x".repeat(GridFile.LARGEST + 1)))
                .singleElement()
                .asString()
                .contains("dépasse");
        assertThat(faults(GridFile.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0})))
                .containsExactly("Ce fichier n’est pas du texte UTF-8.");
        assertThat(faults(TestGrids.franceSante().replace("Accord d’essai France Santé", "\"Accord\\0\"")))
                .anySatisfy(each -> assertThat(each).contains("invisible"));
    }

    private static List<String> faults(String yaml) {
        return faults(GridFile.read(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> faults(GridFile.Reading reading) {
        return switch (reading) {
            case GridFile.Reading.Refused(var faults) -> faults;
            case GridFile.Reading.Read(var file) -> GridCheck.faults(file.grid(), Grids.shipped());
        };
    }
}
