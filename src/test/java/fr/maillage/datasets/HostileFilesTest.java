package fr.maillage.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that are broken, cut or meant to harm: a reason in French, and the edition that serves stays. */
@MaillageTest
@Timeout(120)
class HostileFilesTest {

    private static final String KEY = "patients-sans-medecin-traitant";
    private static final String HEADER = "code;commune;patients_16_plus;sans_mt;sans_mt_ald;sans_mt_70_plus;date\n";
    private static final String GOOD = "12145;Millau;18000;1700;50;20;2025\n";
    private static final int MILLION = 1_000_000;

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    Vintages vintages;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void anEditionServes() throws IOException {
        assertThat(run(text(HEADER + GOOD)).state()).isEqualTo(State.DONE);
    }

    @Test
    void anArchiveCutShortIsRefused() throws IOException {
        var whole = folder.resolve("patients.csv.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(whole))) {
            gzip.write(manyCommunes().getBytes(StandardCharsets.UTF_8));
        }
        var bytes = Files.readAllBytes(whole);
        var cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));

        refused(run(cut), "tronqué");
        assertThat(run(whole).state()).isEqualTo(State.DONE);
    }

    /** A hundred megabytes of zeros, a hundred kilobytes as they were sent. */
    @Test
    void aBombIsRefusedWithoutBeingInflated() throws IOException {
        var bomb = folder.resolve("patients.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("patients.csv"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[1 << 20]);
            }
        }

        refused(run(bomb), "n’est pas un fichier texte");
    }

    @Test
    void aPartDamagedAfterItsFirstLinesIsRefused() throws IOException {
        var csv = Files.writeString(folder.resolve("patients_sans_mt.csv"), manyCommunes());
        var archive = ZipFiles.of(folder.resolve("patients.zip"), csv);
        var bytes = Files.readAllBytes(archive);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 64, (byte) 0);
        Files.write(archive, bytes);

        refused(run(archive), "");
    }

    @Test
    void aDirectoryCutShortIsRefusedToo() throws IOException {
        var header = "Identifiant PP|Code profession|Code mode exercice|Code commune (coord. structure)"
                + "|Code postal (coord. structure)|\n";
        var bytes = new java.io.ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(header.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50_000; i++) {
                gzip.write(("99" + i + "|60|L|12145|12100|\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        var cut = Files.write(
                folder.resolve("PS_LibreAcces_Personne_activite.txt.gz"),
                Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));

        var job = imports.run(descriptors.of("rpps").orElseThrow(), SourceFile.of(cut), "test", _ -> {});

        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.reason()).contains("tronqué");
        assertThat(vintages.current("rpps")).isEmpty();
    }

    @Test
    void aLineCutShortIsRefusedAndTold() throws IOException {
        var job = run(text(HEADER + GOOD.replace("2025", "2026") + "12208;Saint-Affrique;65"));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.rejected()).isEqualTo(1);
        assertThat(Files.readString(job.report()))
                .contains("La ligne est coupée")
                .contains("Saint-Affrique");
    }

    @Test
    void twoEncodingsInOneFileAreRefused() throws IOException {
        var utf8 = (HEADER + ("12145;Forêt;18000;1700;50;20;2026\n").repeat(40_000)).getBytes(StandardCharsets.UTF_8);
        var windows = "12208;Forêt;1;1;1;1;2026\n".getBytes(Charset.forName("windows-1252"));
        var both = Arrays.copyOf(utf8, utf8.length + windows.length);
        System.arraycopy(windows, 0, both, utf8.length, windows.length);

        refused(run(Files.write(folder.resolve("deux.csv"), both)), "encodage");
        refused(
                run(Files.writeString(folder.resolve("seize.csv"), HEADER + GOOD, StandardCharsets.UTF_16)),
                "pas un fichier texte");
    }

    @Test
    void anOpenQuoteIsRefused() throws IOException {
        refused(run(text(HEADER + "12145;\"Millau;18000;1700;50;20;2026\n" + GOOD.repeat(10))), "");
    }

    @Test
    void aMillionRefusedLinesAreCountedAndReportedWithinBounds() throws IOException {
        var file = folder.resolve("million.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int i = 0; i < MILLION; i++) {
                out.write("99999;Nulle part;1;1;1;1;2026\n");
            }
        }
        var highest = new long[1];

        var job = imports.run(descriptors.of(KEY).orElseThrow(), SourceFile.of(file), "test", progress -> {
            System.gc();
            var memory = Runtime.getRuntime();
            highest[0] = Math.max(highest[0], memory.totalMemory() - memory.freeMemory());
        });

        refused(job, "utilisable");
        assertThat(job.rejected()).isEqualTo(MILLION);
        try (var lines = Files.lines(job.report())) {
            assertThat(lines.count()).isEqualTo(ImportRun.MOST_REPORTED + 2L);
        }
        assertThat(highest[0]).as("heap in use while it is read").isLessThan(300_000_000);
    }

    private void refused(ImportJob job, String reason) {
        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.reason()).contains(reason);
        assertThat(vintages.current(KEY).orElseThrow().label()).isEqualTo("2025");
        assertThat(jdbc.sql("select count(*) from datasets.observation")
                        .query(Long.class)
                        .single())
                .as("figures, those of the edition that serves")
                .isEqualTo(4);
    }

    private String manyCommunes() {
        var lines = new StringBuilder(HEADER);
        jdbc.sql("select code from territory.commune order by code")
                .query(String.class)
                .list()
                .forEach(code -> lines.append(code).append(";x;1000;100;10;5;2026\n"));
        return lines.toString();
    }

    private Path text(String text) throws IOException {
        return Files.writeString(folder.resolve("patients-" + text.hashCode() + ".csv"), text);
    }

    private ImportJob run(Path path) {
        return imports.run(descriptors.of(KEY).orElseThrow(), SourceFile.of(path), "test", _ -> {});
    }
}
