package fr.maillage.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.MaillageTest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The descriptors that are shipped can be read, printed and found by the names of the files. */
@MaillageTest
class DescriptorsTest {

    @Autowired
    Descriptors descriptors;

    @Test
    void eachSaysWhoItIsFromAndHowItIsLaidOut() {
        Set<String> keys = new HashSet<>();
        assertThat(descriptors.all()).isNotEmpty().allSatisfy(descriptor -> {
            assertThat(keys.add(descriptor.key())).isTrue();
            assertThat(descriptor.attribution()).isNotBlank();
            assertThat(descriptor.licence()).isNotBlank();
            assertThat(descriptor.fileNames()).isNotEmpty();
            if (descriptor.shape().equals("tableau")) {
                assertThat(TableLayout.of(descriptor).series()).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "cartosante_bassins_de_vie_2024.csv, cartosante",
        "PS_LibreAcces_Personne_activite_202605120812.txt, rpps",
        "insee_statlocales_departements_2024.csv, insee-departements",
        "cepidc_mortalite_toutes_causes_2010_2023_departements.csv, cepidc-evolution"
    })
    void aFileIsKnownByItsName(String file, String key) {
        assertThat(descriptors.named("/ailleurs/" + file).orElseThrow().key()).isEqualTo(key);
    }

    @Test
    void anotherFileIsLeftAlone() {
        assertThat(descriptors.named("/ailleurs/photo.png")).isEmpty();
    }
}
