package fr.maillage.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of open data become editions, or are refused with a reason and change nothing. */
@MaillageTest
class ImportsTest {

    private static final String KEY = "patients-sans-medecin-traitant";
    private static final String HEADER = "code;commune;patients_16_plus;sans_mt;sans_mt_ald;sans_mt_70_plus;date\n";

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    Vintages vintages;

    @Autowired
    Observations observations;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void aFileBecomesTheCurrentEdition() {
        var job = read("12145;Millau;18000;1700;<11;s;2026\n12208;Saint-Affrique;6500;;120;40;2026\n");

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.read()).isEqualTo(2);
        assertThat(job.imported()).isEqualTo(2);
        assertThat(vintages.current(KEY).orElseThrow().label()).isEqualTo("2026");
        assertThat(value("cpam.sans-medecin-traitant", "12145")).isEqualByComparingTo("1700");
        assertThat(missing("cpam.sans-medecin-traitant-ald", "12145")).isEqualTo(Missing.SECRET);
        assertThat(missing("cpam.sans-medecin-traitant", "12208")).isEqualTo(Missing.EMPTY);
    }

    /** Records are written by twenty thousands: nothing of what follows the first ones may be lost. */
    @Test
    void aTableLongerThanOneWritingIsReadToItsEnd() {
        var codes = jdbc.sql("select code from territory.commune order by code limit 25000")
                .query(String.class)
                .list();
        var job = read(codes.stream()
                .map(code -> code + ";x;18000;1700;50;20;2026\n")
                .collect(java.util.stream.Collectors.joining()));

        assertThat(job.imported()).isEqualTo(25_000);
        assertThat(value("cpam.sans-medecin-traitant", codes.getLast())).isEqualByComparingTo("1700");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var first = read("12145;Millau;18000;1700;50;20;2026\n");
        var edition = vintages.current(KEY);

        var second = read("12145;Millau;18000;1700;50;20;2026\n");

        assertThat(second.state()).isEqualTo(State.UNCHANGED);
        assertThat(second.imported()).isEqualTo(first.imported());
        assertThat(vintages.current(KEY)).isEqualTo(edition);
        assertThat(count("datasets.observation")).isEqualTo(4);
    }

    @Test
    void aNewEditionReplacesTheCurrentOneWhichCanStillBeRead() {
        read("12145;Millau;18000;1700;50;20;2025\n");
        read("12145;Millau;18000;1500;50;20;2026\n");
        read("12145;Millau;18000;1400;50;20;2027\n");

        assertThat(value("cpam.sans-medecin-traitant", "12145")).isEqualByComparingTo("1400");
        assertThat(vintages.former(KEY).orElseThrow().label()).isEqualTo("2026");
        assertThat(count("datasets.vintage")).isEqualTo(2);
    }

    @Test
    void aFormerCodeIsTodaysAndTheNewCommuneItselfWins() {
        var job = read(
                "12076;Conques;300;30;1;1;2026\n12218;Conques-en-Rouergue;1400;90;1;1;2026\n99999;Nulle part;1;1;1;1;2026\n");

        assertThat(job.rejected()).isEqualTo(1);
        assertThat(report(job)).contains("99999").contains("Code de commune inconnu");
        assertThat(value("cpam.sans-medecin-traitant", "12218")).isEqualByComparingTo("90");
    }

    @Test
    void aFormulaIsNoFigureAndIsNotRunByTheReport() {
        var job = read("12145;Millau;18000;=1+1;50;20;2026\n12208;=HYPERLINK(\"x\");6500;10;1;1;2026\n");

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.rejected()).isEqualTo(1);
        assertThat(report(job)).contains("« =1+1 » n’est ni un nombre");
        assertThat(observations.latest("cpam.sans-medecin-traitant", Level.COMMUNE, "12145"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nom;valeur                                  | ligne des noms de colonnes
                    code;commune;population;date                | Aucune des colonnes attendues
                    code;commune;patients_16_plus;sans_mt       | La colonne « date » manque
                    """)
    void aFileOfAnotherShapeIsRefused(String header, String reason) {
        read("12145;Millau;18000;1700;50;20;2026\n");

        var job = run(file("autre.csv", header + "\n12145;Millau;1\n", StandardCharsets.UTF_8));

        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.reason()).contains(reason);
        assertThat(value("cpam.sans-medecin-traitant", "12145")).isEqualByComparingTo("1700");
    }

    @Test
    void moreRefusedThanReadIsAnotherFile() {
        var job = read("1;a;1;1;1;1;2026\n2;b;1;1;1;1;2026\n12145;Millau;1;1;1;1;2026\n");

        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.rejected()).isEqualTo(2);
        assertThat(report(job)).contains("Code de commune inconnu : 1");
        assertThat(vintages.current(KEY)).isEmpty();
        assertThat(count("datasets.observation")).isZero();
    }

    @Test
    void twoFiguresForOneThingAreRefused() {
        var job = read("12145;Millau;18000;1700;50;20;2026\n12145;Millau;18000;1800;50;20;2026\n");

        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.reason()).contains("deux valeurs différentes").contains("12145");
    }

    @Test
    void windowsFilesAreRead() {
        var job = run(file("w.csv", HEADER + "12145;Forêt;18000;1700;50;20;2026\n", Charset.forName("windows-1252")));

        assertThat(job.state()).isEqualTo(State.DONE);
    }

    @Test
    void aBinaryFileIsRefused() throws IOException {
        var png = Files.write(folder.resolve("x.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13});

        assertThat(run(png).reason()).contains("pas un fichier texte");
    }

    @Test
    void aFileReplacedWhileItIsReadIsRefused() {
        var path = file("r.csv", HEADER + "12145;Millau;18000;1700;50;20;2026\n", StandardCharsets.UTF_8);

        var job = run(path, _ -> write(path, HEADER + "12145;Millau;18000;1;50;20;2026\n"));

        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.reason()).contains("a changé pendant la lecture");
        assertThat(vintages.current(KEY)).isEmpty();
    }

    @Test
    void aStoppedReadingResumesWithoutDoublesNorHoles() {
        var communes = jdbc.sql("select code from territory.commune order by code")
                .query(String.class)
                .list();
        var lines = new StringBuilder(HEADER);
        communes.forEach(code -> lines.append(code).append(";x;1000;100;10;5;2026\n"));
        var path = file("grand.csv", lines.toString(), StandardCharsets.UTF_8);

        var stopped = run(path, job -> imports.askToStop(job.id()));
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.read()).isBetween(1L, communes.size() - 1L);
        assertThat(vintages.current(KEY)).isEmpty();

        var done = run(path);
        assertThat(done.id()).isEqualTo(stopped.id());
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.read()).isEqualTo(communes.size());
        assertThat(count("datasets.observation")).isEqualTo(4L * communes.size());
    }

    private ImportJob read(String lines) {
        return run(file("patients.csv", HEADER + lines, StandardCharsets.UTF_8));
    }

    private ImportJob run(Path path) {
        return run(path, _ -> {});
    }

    private ImportJob run(Path path, Consumer<ImportJob> progress) {
        return imports.run(descriptors.of(KEY).orElseThrow(), SourceFile.of(path), "test", progress);
    }

    private Path file(String name, String text, Charset charset) {
        try {
            return Files.writeString(folder.resolve(name), text, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String report(ImportJob job) {
        try {
            return Files.readString(job.report());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BigDecimal value(String series, String commune) {
        return Objects.requireNonNull(observations
                .latest(series, Level.COMMUNE, List.of(commune))
                .get(commune)
                .value());
    }

    private Missing missing(String series, String commune) {
        return Objects.requireNonNull(observations
                .latest(series, Level.COMMUNE, List.of(commune))
                .get(commune)
                .missing());
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
