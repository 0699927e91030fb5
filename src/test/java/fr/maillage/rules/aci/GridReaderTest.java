package fr.maillage.rules.aci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.maillage.rules.data.BrokenDataFile;
import fr.maillage.rules.data.DataFile;
import fr.maillage.shared.Euros;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A grid file is believed whole or refused with sentences its author understands. */
class GridReaderTest {

    /** The smallest grid: the example of docs/rules.md itself, so that the guide cannot drift. */
    static final String MINIMAL = exampleOfTheGuide();

    private static String exampleOfTheGuide() {
        try {
            var guide = Files.readString(Path.of("docs/rules.md"));
            var start = guide.indexOf("```yaml\n") + "```yaml\n".length();
            return guide.substring(start, guide.indexOf("```", start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Grid read(String yaml) {
        return DataFile.read("aci-2030.yaml", yaml, new GridReader("aci-2030.yaml")::read);
    }

    private static List<String> faults(String from, String to) {
        assertThat(MINIMAL).contains(from);
        return catchThrowableOfType(BrokenDataFile.class, () -> read(MINIMAL.replace(from, to)))
                .faults();
    }

    @Test
    void aNewMissionIsDataToo() {
        var grid = read(MINIMAL);
        var day = LocalDate.of(2030, 1, 1);
        var schedule = Scheduler.schedule(grid, Plans.full(grid, 2, day, day));
        assertThat(schedule.total()).contains(Euros.of(400_000));
    }

    @Test
    void amountsAreWholeEurosWithoutSpaces() {
        assertThat(faults("T2: 20000", "T2: 20 000"))
                .containsExactly("missions › EXEMPLE › parts › FIXE › amounts › T2 : « 20 000 » n’est pas un nombre"
                        + " entier écrit sans espace, comme 17500");
        assertThat(faults("T2: 20000", "T2: -5")).singleElement().asString().contains("« -5 »");
    }

    @Test
    void aForgottenSizeIsNotTakenForZero() {
        assertThat(faults(", T4: 40000", ""))
                .containsExactly("missions › EXEMPLE › parts › FIXE › amounts : il manque « T4 »");
    }

    @Test
    void anUnknownAmountIsWrittenInconnu() {
        var grid = read(MINIMAL.replace("T4: 40000", "T4: inconnu"));
        assertThat(grid.part("EXEMPLE", "FIXE").orElseThrow().rate(4).status()).isEqualTo(AmountStatus.UNKNOWN);
    }

    @Test
    void aMisspeltKeyIsNotSilentlyLost() {
        assertThat(faults("in-force-from", "in-force-form"))
                .anySatisfy(f -> assertThat(f).startsWith("clé inconnue « in-force-form »"))
                .contains("il manque « in-force-from »");
    }

    @Test
    void statusPaymentAndSourceAreAmongTheKnownOnes() {
        assertThat(faults(
                        "status: verifie\n        source: accord\n        amounts: {T1: 10000",
                        "status: sur\n        source: acord\n        amounts: {T1: 10000"))
                .anySatisfy(f -> assertThat(f)
                        .endsWith("status : « sur » inconnu ; valeurs possibles : verifie, secondaire, deduit"))
                .anySatisfy(f ->
                        assertThat(f).endsWith("FIXE : source « acord » absente de la liste « sources » : accord"));
        assertThat(faults("paid: avance-et-solde      # or", "paid: mensuel      # or"))
                .singleElement()
                .asString()
                .contains("avance-et-solde, selon-resultats");
    }

    @Test
    void theSumMustBeThePublishedTotal() {
        assertThat(faults("T1: 10000", "T1: 1000"))
                .containsExactly("taille T1 : les montants font 51000.00 €, mais le total publié est 60000.00 €");
    }

    @Test
    void aWrongDateAShareAboveOneAndAnotherNameAreAllToldAtOnce() {
        var broken = MINIMAL.replace("2030-01-01", "01/01/2030")
                .replace("advance-rate: 0.75", "advance-rate: 75")
                .replace("code: aci-2030", "code: aci-autre");
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(BrokenDataFile.class)
                .hasMessageContaining("Le fichier aci-2030.yaml n’est pas utilisable")
                .hasMessageContaining("in-force-from : « 01/01/2030 » n’est pas une date comme 2019-06-20")
                .hasMessageContaining("terms › advance-rate : « 75 » n’est pas une part entre 0 et 1")
                .hasMessageContaining("le code « aci-autre » doit être le nom du fichier");
    }

    @Test
    void aKeyGivenTwiceOrUnreadableYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> read(MINIMAL.replace("T2: 20000", "T1: 20000")))
                .isInstanceOf(BrokenDataFile.class)
                .hasMessageContaining("T1");
        assertThatThrownBy(() -> read("code: [aci"))
                .isInstanceOf(BrokenDataFile.class)
                .hasMessageContaining("ligne 1");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(BrokenDataFile.class).hasMessageContaining("il manque");
    }
}
