package fr.maillage.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.Application;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.shared.Today;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.TestHome;
import fr.maillage.testing.WebClient;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The real program, in a process of its own, killed with SIGKILL in the middle of a deposit, then right after one was
 * acknowledged: nothing half done, nothing lost, nothing twice.
 */
@MaillageTest
@Timeout(180)
class KilledDepositTest {

    private static final String STATE = """
            select (select count(*) from dossier.deposit) as deposits,
                   (select count(*) from dossier.file) as files,
                   (select count(*) from dossier.move) as moves,
                   (select count(*) from mail.message) as mails,
                   (select count(*) from audit.line) as journal,
                   (select step from dossier.dossier where kind = 'HEALTH_PROJECT') as step,
                   (select md5(string_agg(n::text, '|' order by n::text)) from dossier.narrative n) as texts
            """;

    /** Whether somebody who has written everything of a deposit waits to write the mails. */
    private static final String WAITS_FOR_THE_MAILS = """
            select exists (
              select 1 from pg_locks waiting
              where waiting.relation = 'mail.message'::regclass and not waiting.granted
                and 3 = (select count(distinct held.relation) from pg_locks held
                         where held.pid = waiting.pid and held.granted and held.mode = 'RowExclusiveLock'
                           and held.relation in
                               ('dossier.deposit'::regclass, 'dossier.file'::regclass, 'dossier.move'::regclass)))
            """;

    @Autowired
    TestDossiers world;

    @Autowired
    Database running;

    @Autowired
    Settings settings;

    @Autowired
    MutableClock clock;

    @TempDir
    Path folder;

    Path home;
    CommunityView cpts;

    @Nullable
    Process program;

    record State(long deposits, long files, long moves, long mails, long journal, String step, String texts) {}

    @AfterEach
    void leaveNoProcess() {
        if (program != null) {
            program.destroyForcibly();
        }
    }

    @Test
    void aDepositIsWholeOrWasNever() throws Exception {
        home = folder.resolve("donnees");
        aFolderWhereAProjectIsReadyToDeposit();
        var browser = signedIn(start());
        var deposit = "/cpts/" + cpts.slug() + "/projet-de-sante/depot";
        State before;
        try (var connection = connection()) {
            before = state();
            assertThat(before.step()).isEqualTo("DRAFT");
            assertThat(before.deposits() + before.files() + before.moves()).isZero();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table mail.message in exclusive mode");
            }
            var answer = CompletableFuture.supplyAsync(
                    () -> browser.post(deposit, Map.of()).statusCode());
            await(() -> jdbc().sql(WAITS_FOR_THE_MAILS).query(Boolean.class).single());
            assertThat(answer).isNotDone();
            kill(program.toHandle());
            assertThat(answer).failsWithin(Duration.ofSeconds(10));
        }

        var again = WebClient.visitor(start());
        again.cookies().putAll(browser.cookies());
        assertThat(state()).isEqualTo(before);
        assertThat(again.get(deposit).body()).contains("Déposer le projet");
        assertThat(again.post(deposit, Map.of()).statusCode()).isEqualTo(302);
        var server = PidFile.read(PostgresFolder.of(home).pidFile()).pid();
        // Its guard notices once the program is gone too: only then is it waited for.
        ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
        kill(program.toHandle());

        try (var postgres = EmbeddedPostgres.start(home, TestHome.PROGRAMS)) {
            var after = state();
            assertThat(after.deposits()).isEqualTo(1);
            assertThat(after.moves()).isEqualTo(1);
            assertThat(after.files()).isEqualTo(6);
            assertThat(after.step()).isEqualTo("SUBMITTED");
            assertThat(after.mails()).isGreaterThan(before.mails());
            assertThat(after.texts()).isEqualTo(before.texts());
        }
    }

    /** Made by the running program of the tests, carried by a backup, with the hour that the other program will read. */
    private void aFolderWhereAProjectIsReadyToDeposit() throws Exception {
        clock.set(LocalDateTime.ofInstant(Clock.systemUTC().instant(), Today.PARIS)
                .minusMinutes(5));
        world.arsOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        var file = folder.resolve("sauvegarde.zip");
        new BackupWriter(running, clock).write(settings.home(), file);
        var there = new Settings(home, "", false, URI.create("http://localhost"), TestHome.PROGRAMS, true);
        FreshHome.copyTo(home);
        try (var database = Database.open(there)) {
            assertThat(new Restoration(database, clock).restore(file, home, true))
                    .isInstanceOf(Restoration.Outcome.Restored.class);
        }
    }

    /** Starts the program as it is shipped, without the classes of the tests, and waits until it serves. */
    private int start() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var log = folder.resolve("programme-" + port + ".log").toFile();
        program = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes,
                        Application.class.getName(),
                        "--maillage.home=" + home,
                        "--maillage.database-url=",
                        "--maillage.demo=false",
                        "--maillage.postgres-programs=" + TestHome.PROGRAMS,
                        "--server.port=" + port))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        await(() -> {
            assertThat(program.isAlive()).as("the program, see " + log).isTrue();
            return serves(port);
        });
        return port;
    }

    private static boolean serves(int port) {
        try {
            return WebClient.visitor(port).get("/actuator/health").statusCode() == 200;
        } catch (IllegalStateException e) {
            // not yet
            return false;
        }
    }

    private WebClient signedIn(int port) {
        var browser = WebClient.visitor(port);
        var answer = browser.post(
                "/connexion", Map.of("courriel", cpts.actor().email(), "motdepasse", TestAccounts.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(302);
        return browser;
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(condition);
    }

    private State state() {
        return jdbc().sql(STATE).query(State.class).single();
    }

    private JdbcClient jdbc() {
        var access = EmbeddedPostgres.running(home);
        return JdbcClient.create(new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password()));
    }

    private Connection connection() throws SQLException {
        var access = EmbeddedPostgres.running(home);
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }
}
