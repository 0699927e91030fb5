package fr.maillage.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.Application;
import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.TestHome;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The real command, in a process of its own, killed with SIGKILL in the middle of a directory: nothing of the edition
 * shows, and the same command again ends with exactly what an uninterrupted reading gives, report included.
 */
@MaillageTest
@Timeout(240)
class KilledImportTest {

    private static final int LINES = 300_000;
    private static final int BATCHES_BEFORE_DEATH = 4;

    private static final String DIGEST = """
            select count(*) || ' ' || md5(string_agg(concat_ws('|', person, name, given_name, profession, category, skill,
                       mode, commune, departement, finess, siret, site, sector), '/'
                       order by person collate "C", site collate "C", profession collate "C"))
            from professionals.activity
            """;

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    JdbcClient uninterrupted;

    @TempDir
    Path folder;

    @Nullable
    Process program;

    @AfterEach
    void leaveNoProcess() {
        if (program != null) {
            program.destroyForcibly();
        }
    }

    @Test
    void killedAndResumedIsAsIfNothingHadHappened() throws Exception {
        var home = folder.resolve("donnees");
        FreshHome.copyTo(home);
        var file = directory();
        var expected = imports.run(descriptors.of("rpps").orElseThrow(), SourceFile.of(file), "test", _ -> {});
        assertThat(expected.state()).isEqualTo(State.DONE);

        var killed = start(home, file);
        try (var out = output(killed)) {
            for (int batches = 0; batches < BATCHES_BEFORE_DEATH; ) {
                var line = Objects.requireNonNull(out.readLine(), "the command ended before it could be killed");
                batches += line.contains("lues") ? 1 : 0;
            }
            killed.destroyForcibly();
            killed.onExit().join();
        }
        long before;
        try (var postgres = EmbeddedPostgres.start(home, TestHome.PROGRAMS)) {
            var jdbc = jdbc(home);
            assertThat(jdbc.sql("select string_agg(state, ',') from datasets.vintage")
                            .query(String.class)
                            .single())
                    .isEqualTo("LOADING");
            var job = jdbc.sql("select state || ' ' || (imported = (select count(*) from professionals.activity))"
                            + " from datasets.job")
                    .query(String.class)
                    .single();
            assertThat(job).as("rows and position go together").isEqualTo("RUNNING true");
            before = jdbc.sql("select read from datasets.job").query(Long.class).single();
            assertThat(before).isBetween(1L, LINES - 1L);
        }

        var resumed = start(home, file);
        String last = "";
        long first = -1;
        try (var out = output(resumed)) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
                if (first < 0 && line.contains("lues")) {
                    first = Long.parseLong(line.replaceAll("\\(.*", "").replaceAll("\\D", ""));
                }
            }
        }
        assertThat(resumed.waitFor()).as(last).isZero();
        assertThat(first)
                .as("lines read at the first progress of the second command")
                .isGreaterThan(before);
        assertThat(last).contains("\"lus\":" + LINES).contains("\"rejetes\":" + expected.rejected());
        try (var postgres = EmbeddedPostgres.start(home, TestHome.PROGRAMS)) {
            var jdbc = jdbc(home);
            assertThat(jdbc.sql(DIGEST).query(String.class).single())
                    .isEqualTo(uninterrupted.sql(DIGEST).query(String.class).single());
            assertThat(jdbc.sql("select string_agg(state, ',') from datasets.vintage")
                            .query(String.class)
                            .single())
                    .isEqualTo("CURRENT");
            var report = home.resolve("fichiers/rapports")
                    .resolve("import-"
                            + jdbc.sql("select id::text from datasets.job")
                                    .query(String.class)
                                    .single() + ".csv");
            assertThat(report).hasSameBinaryContentAs(expected.report());
        }
    }

    /** Fictional people; one line in a thousand has no profession, some have no commune. */
    private Path directory() throws IOException {
        var file = folder.resolve("PS_LibreAcces_Personne_activite_202605120812.txt");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("Identifiant PP|Nom d'exercice|Prénom d'exercice|Code profession|Code catégorie professionnelle"
                    + "|Code mode exercice|Code commune (coord. structure)|Code postal (coord. structure)"
                    + "|Bureau cedex (coord. structure)|Raison sociale site|\n");
            for (int i = 0; i < LINES; i++) {
                var profession = i % 1000 == 7 ? "" : i % 3 == 0 ? "60" : "70";
                var commune = i % 50 == 3 ? "" : i % 2 == 0 ? "12145" : "12202";
                out.write("99" + (i / 2) + "|EXEMPLE|Alix-é" + i % 17 + "|" + profession + "|C|L|" + commune
                        + "|12100|12100 MILLAU|Cabinet " + i + "|\n");
            }
        }
        return file;
    }

    private Process start(Path home, Path file) throws IOException {
        var classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx224m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes,
                        Application.class.getName(),
                        "importer",
                        "rpps",
                        file.toString()))
                .redirectError(folder.resolve("erreurs.log").toFile());
        builder.environment().put("MAILLAGE_HOME", home.toString());
        builder.environment().put("MAILLAGE_POSTGRES_PROGRAMS", TestHome.PROGRAMS.toString());
        builder.environment().remove("MAILLAGE_DATABASE_URL");
        program = builder.start();
        return program;
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static JdbcClient jdbc(Path home) {
        var access = EmbeddedPostgres.running(home);
        return JdbcClient.create(new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password()));
    }
}
