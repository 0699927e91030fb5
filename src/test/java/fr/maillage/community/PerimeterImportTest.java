package fr.maillage.community;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.PerimeterUpload.Line;
import fr.maillage.community.PerimeterUpload.Refused;
import fr.maillage.community.PerimeterUpload.Understood;
import fr.maillage.territory.Grouping;
import fr.maillage.territory.Part;
import fr.maillage.testing.MaillageTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of communes are understood line by line; what is not understood is told with its reason. */
@MaillageTest
class PerimeterImportTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    @Autowired
    PerimeterImport imports;

    @Autowired
    TestCommunities made;

    @Test
    void understandsCodes() {
        var read = read("Code Insee;Commune\n12145;Millau\n 12084 ;\n2a004;Ajaccio\n");
        assertThat(read.communes()).containsExactly("12145", "12084", "2A004");
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void givesBackTheZeroThatASpreadsheetDropped() {
        assertThat(read("code\n1001\n").communes()).containsExactly("01001");
        assertThat(read("commune;cp\nL'Abergement-Clémenciat;1400\n").communes())
                .containsExactly("01001");
    }

    @Test
    void understandsNamesWithTheirPostalCode() {
        var read = read("""
                Nom de la commune,Code postal
                MILLAU,12100
                St Affrique,12400
                la cavalerie,12230
                Saint-Denis,93200
                Conques,12320
                """);
        assertThat(read.communes()).containsExactly("12145", "12208", "12063", "93066", "12218");
        assertThat(read.faults()).isEmpty();
    }

    /** One line under « Code Insee;Commune;Code postal ». */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "99999;;            | Aucune commune n’a le code « 99999 ». Vérifiez le code Insee (cinq signes).",
                ";Saint-Denis;      | Plusieurs communes s’appellent « Saint-Denis ». Ajoutez le code postal ou le code Insee.",
                ";Millau;34000      | « Millau » n’a pas le code postal 34000, mais 12100 (Aveyron).",
                ";Milau;12100       | Aucune commune ne s’appelle « Milau ». Peut-être Millau (12145).",
                ";;12100            | Ni code ni nom de commune.",
                ";Zzyzx;            | Aucune commune ne s’appelle « Zzyzx ».",
                "55273;;            | Aucune commune n’a le code « 55273 ». Vérifiez le code Insee (cinq signes).",
            })
    void tellsWhyALineIsNotUnderstood(String line, String reason) {
        var read = read("Code Insee;Commune;Code postal\n12084;Creissels;12100\n" + line + "\n");
        assertThat(read.communes()).containsExactly("12084");
        assertThat(read.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.number()).isEqualTo(3);
            assertThat(fault.reason().replace('\u00A0', ' ')).isEqualTo(reason);
        });
    }

    @Test
    void aCodeAndANameThatDisagreeAreRefusedWithTheirReason() {
        var read =
                read("Code Insee;Commune\n12145;Nant\n2145;Millau\n1001;L'Abergement Clemenciat\n12145;Millau (12)\n");
        assertThat(read.communes()).containsExactly("01001", "12145");
        assertThat(read.faults()).extracting(Line::number).containsExactly(2, 3);
        assertThat(read.faults().getFirst().reason())
                .contains("est celui de Millau (Aveyron)", "la ligne dit « Nant »");
        assertThat(read.faults().getLast().reason()).contains("« 2145 » est celui de Caumont (Aisne)");
    }

    @Test
    void whatWasUnderstoodIsListedAndWhatSurprisesIsTold() {
        var read = read("code\n12145\n1001\n75056\n");
        assertThat(read.taken())
                .extracting(taken -> taken.name() + ", " + taken.departement())
                .containsExactly("Millau, Aveyron", "L’Abergement-Clémenciat, Ain", "Paris, Paris");
        assertThat(read.taken().getFirst().population()).isPositive();
        assertThat(read.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.reason()).contains("01001"));
        assertThat(read.warnings())
                .satisfiesExactly(
                        far -> assertThat(far).contains("3 départements de 3 régions"),
                        city -> assertThat(city).contains("Paris est comptée tout entière"));
        assertThat(read("code\n12145\n12084\n").warnings()).isEmpty();
    }

    @Test
    void aCommuneTwiceIsToldWithItsFirstLine() {
        var read = read("code\n12145\n12084\n12145\n");
        assertThat(read.communes()).hasSize(2);
        assertThat(read.faults()).containsExactly(new Line(4, "12145", "Millau est déjà à la ligne 2."));
    }

    @Test
    void aFormerCommuneIsReplacedAndTold() {
        var read = read("code\n12076\n");
        assertThat(read.communes()).containsExactly("12218");
        assertThat(read.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.reason()).contains("Conques-en-Rouergue (12218)"));
    }

    @Test
    void understandsPartsWithTheirPopulation() {
        var read = read("""
                Code Insee;Partie;Population
                31555;Le Mirail;31 000
                31555;Minimes;beaucoup
                31555;le mirail;12
                """);
        assertThat(read.parts()).containsExactly(new Part("31555", "Le Mirail", 31_000));
        assertThat(read.faults()).extracting(Line::number).containsExactly(3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void readsTheEncodingsOfFrenchSpreadsheets(String encoding) {
        var bytes = "Commune;Code postal\nSévérac d'Aveyron;12150\nRivière-sur-Tarn;12640\n"
                .getBytes(Charset.forName(encoding));
        assertThat(imports.read(bytes))
                .isInstanceOfSatisfying(
                        Understood.class, read -> assertThat(read.communes()).hasSize(2));
    }

    @Test
    void readsAListWithoutHeads() {
        assertThat(read("12145\n12084\n").communes()).containsExactly("12145", "12084");
        assertThat(read("Millau;12100\nCreissels;12100\n").communes()).containsExactly("12145", "12084");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(imports.read(PNG)).isInstanceOf(Refused.class);
        assertThat(imports.read(new byte[0])).isInstanceOf(Refused.class);
        assertThat(imports.read("code\n".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Refused.class);
        assertThat(imports.read("PK\u0003\u0004 not a workbook".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void fiftyThousandLinesAreReadInAMoment() {
        var names = IntStream.range(0, 50_000)
                .mapToObj(i -> i % 2 == 0 ? ";Commune inconnue " + i + ";12100" : "%05d;;".formatted(1000 + i))
                .collect(Collectors.joining("\n"));
        var start = System.nanoTime();
        var read = read("code;commune;code postal\n" + names);
        assertThat(read.lines()).isEqualTo(50_000);
        assertThat(read.faults()).hasSizeGreaterThan(25_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsItsOwnExportBack(boolean xlsx) throws Exception {
        var view = made.create("CPTS Grands Causses et Raspes");
        var rows = List.of(
                row("01001", "L'Abergement-Clémenciat", null, 860),
                row("12145", "Millau", null, 22_044),
                row("31555", "Toulouse", "Le Mirail", 31_000));
        var out = new ByteArrayOutputStream();
        var sheet = PerimeterExport.sheet(view, rows);
        if (xlsx) {
            sheet.xlsx(out);
        } else {
            sheet.csv(out);
        }
        assertThat(imports.read(out.toByteArray())).isInstanceOfSatisfying(Understood.class, read -> {
            assertThat(read.communes()).containsExactly("01001", "12145");
            assertThat(read.parts()).containsExactly(new Part("31555", "Le Mirail", 31_000));
            assertThat(read.faults()).isEmpty();
        });
    }

    private static PerimeterRow row(
            String code, String name, @org.jspecify.annotations.Nullable String part, int people) {
        var vintage = part == null ? Integer.valueOf(2023) : null;
        return new PerimeterRow(
                code, name, part, List.of("12100"), new Grouping("241200567", "CC"), 1, people, vintage, null, false);
    }

    private Understood read(String csv) {
        return (Understood) imports.read(csv.getBytes(StandardCharsets.UTF_8));
    }
}
