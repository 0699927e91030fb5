package fr.maillage.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.testing.TestHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Timeout(120)
class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    Path home;

    @BeforeEach
    void takeAFreshDatabase() {
        home = folder.resolve("donnees");
        FreshHome.copyTo(home);
    }

    @Test
    void dataAreKeptFromOneStartToTheNext() throws Exception {
        try (var postgres = start()) {
            var jdbc = jdbc(postgres);
            jdbc.sql("create table kept(n int)").update();
            jdbc.sql("insert into kept values (7)").update();
            assertThat(setting(jdbc, "fsync")).isEqualTo("on");
            assertThat(setting(jdbc, "data_checksums")).isEqualTo("on");
            assertThat(setting(jdbc, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(jdbc, "unix_socket_directories")).isEmpty();
        }
        try (var postgres = start()) {
            assertThat(jdbc(postgres)
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
        }
        assertThat(serversOn(home)).isEmpty();
    }

    @Test
    void onlyThePasswordOpensIt() throws Exception {
        var file = PostgresFolder.of(home).passwordFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var postgres = start()) {
            var access = postgres.access();
            assertThatExceptionOfType(java.sql.SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(access.jdbcUrl(), access.user(), "devine"));
        }
    }

    @Test
    void aSecondInstanceIsRefusedAndTouchesNothing() throws Exception {
        try (var postgres = start()) {
            var jdbc = jdbc(postgres);
            var server = PidFile.read(PostgresFolder.of(home).pidFile());
            assertThatExceptionOfType(DatabaseRefusal.class)
                    .isThrownBy(this::start)
                    .satisfies(refusal -> {
                        assertThat(refusal.reason())
                                .contains("déjà en marche")
                                .contains(String.valueOf(ProcessHandle.current().pid()));
                        assertThat(refusal.whatToDo()).contains("MAILLAGE_HOME");
                    });
            var other = victim();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isNotZero();
            assertThat(jdbc.sql("select 1").query(Integer.class).single()).isEqualTo(1);
            assertThat(PidFile.read(PostgresFolder.of(home).pidFile())).isEqualTo(server);
        }
    }

    @Test
    void aCommandFindsTheRunningServer() {
        assertThat(HomeLock.isTaken(home)).isFalse();
        try (var postgres = start()) {
            assertThat(HomeLock.isTaken(home)).isTrue();
            assertThat(EmbeddedPostgres.running(home)).isEqualTo(postgres.access());
        }
        assertThat(HomeLock.isTaken(home)).isFalse();
    }

    @Test
    void aKilledProgramLeavesNoServerAndLosesNothingItWasTold() throws Exception {
        var victim = victim();
        try (var output = victim.inputReader()) {
            output.readLine();
            readUntil(output, 200);
            kill(victim.pid());
            awaitNoServer();
            assertKept(lastOf(output, 200));
        }
    }

    @Test
    void aServerKilledWithItsProgramRecovers() throws Exception {
        var victim = victim();
        try (var output = victim.inputReader()) {
            var pids = output.readLine().split(" ", -1);
            readUntil(output, 200);
            kill(Long.parseLong(pids[1]));
            kill(victim.pid());
            awaitNoServer();
            assertKept(lastOf(output, 200));
        }
    }

    @Test
    void aServerWithoutGuardNorProgramIsStoppedByTheNextStart() throws Exception {
        var victim = victim();
        try (var output = victim.inputReader()) {
            var pids = output.readLine().split(" ", -1);
            readUntil(output, 50);
            kill(Long.parseLong(pids[0]));
            kill(victim.pid());
            assertThat(serversOn(home)).isNotEmpty();
            assertKept(lastOf(output, 50));
        }
    }

    @Test
    void anInterruptedFirstStartIsBegunAgain() throws Exception {
        home = folder.resolve("interrompu");
        var postgres = PostgresFolder.of(home);
        Files.createDirectories(postgres.unfinishedData().resolve("base"));
        Files.writeString(postgres.unfinishedData().resolve("PG_VERSION"), "18");
        Files.writeString(postgres.path().resolve("motdepasse.en-cours"), "moiti");
        try (var started = start()) {
            assertThat(jdbc(started).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
        assertThat(postgres.unfinishedData()).doesNotExist();
    }

    @Test
    void anInterruptedUnpackingIsBegunAgain() throws Exception {
        var programs = folder.resolve("programmes");
        var whole = PostgresBinaries.unpack(programs);
        Files.delete(whole.resolve("complete"));
        Files.delete(whole.resolve("bin/postgres"));
        assertThat(PostgresBinaries.unpack(programs)).isEqualTo(whole);
        assertThat(whole.resolve("bin/postgres")).isExecutable();
        try (var left = Files.list(programs)) {
            assertThat(left).containsExactly(whole);
        }
    }

    /** As in a container that was killed: the number in the file now belongs to somebody else. */
    @Test
    void aStaleProcessNumberDoesNotHinderTheStart() throws Exception {
        for (var pid : List.of(ProcessHandle.current().pid(), 4_194_000L)) {
            Files.writeString(PostgresFolder.of(home).pidFile(), pid + "\n" + home + "\n1\n5432\n\n\n\nready\n");
            try (var postgres = start()) {
                assertThat(jdbc(postgres).sql("select 1").query(Integer.class).single())
                        .isEqualTo(1);
            }
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, TestHome.PROGRAMS);
    }

    private Process victim() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        home.toString(),
                        TestHome.PROGRAMS.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** With SIGKILL, and without closing the pipe that {@link Process#destroyForcibly} would close. */
    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    private static void readUntil(BufferedReader output, long number) throws IOException {
        for (String line; (line = output.readLine()) != null; ) {
            if (Long.parseLong(line) >= number) {
                return;
            }
        }
        Assertions.fail("the program ended too early");
    }

    /** What the killed program still said before it died; its last line may be cut short. */
    private static long lastOf(BufferedReader output, long known) throws IOException {
        var last = known;
        for (String line; (line = output.readLine()) != null; ) {
            last = Math.max(last, Long.parseLong(line));
        }
        return last;
    }

    private void awaitNoServer() {
        Awaitility.await()
                .alias("no PostgreSQL survives")
                .atMost(Duration.ofSeconds(20))
                .until(() -> serversOn(home).isEmpty());
    }

    private void assertKept(long lastAcknowledged) {
        try (var postgres = start()) {
            assertThat(jdbc(postgres)
                            .sql("select count(*) from acknowledged where n <= ?")
                            .param(lastAcknowledged)
                            .query(Long.class)
                            .single())
                    .isEqualTo(lastAcknowledged + 1);
        }
    }

    /** Processes of any kind that work in the data of this home. */
    private static List<Long> serversOn(Path home) {
        var data = PostgresFolder.of(home).data();
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .filter(pid -> worksIn(pid, data))
                .sorted()
                .toList();
    }

    private static boolean worksIn(long pid, Path data) {
        try {
            return Path.of("/proc/" + pid + "/cwd").toRealPath().equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static JdbcClient jdbc(EmbeddedPostgres postgres) {
        var access = postgres.access();
        return JdbcClient.create(new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password()));
    }

    private static String setting(JdbcClient jdbc, String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
