package fr.maillage.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real, durable PostgreSQL 18 in the data folder, which lives exactly as long as this program.
 *
 * <p>It is the child of a small shell that waits on a pipe held by this JVM: when the JVM dies in any way, the pipe
 * closes and the shell asks PostgreSQL for a fast, clean stop. See docs/decisions/0002.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "maillage";
    static final String DATABASE = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long PATIENCE_SECONDS = 300;

    /** Runs its arguments, and stops them when the standard input closes. */
    private static final String GUARD = "\"$@\" </dev/null & child=$!; read -r _; kill -INT $child; wait $child";

    private final HomeLock lock;
    private final PostgresFolder folder;
    private final Path bin;
    private final UnprivilegedUser user;
    private final String password;
    private @Nullable Process guard;
    private int port;

    private EmbeddedPostgres(HomeLock lock, PostgresFolder folder, Path programs) throws IOException {
        this.lock = lock;
        this.folder = folder;
        folder.prepare();
        this.bin = PostgresBinaries.unpack(programs).resolve("bin");
        this.user = UnprivilegedUser.of(Objects.requireNonNull(folder.path().getParent()));
        user.own(folder.path());
        this.password = folder.password();
    }

    /**
     * Starts the database of a data folder, made on the first start.
     *
     * @throws DatabaseRefusal when another Maillage uses the folder, or the machine does not let PostgreSQL run
     */
    public static EmbeddedPostgres start(Path home) {
        return start(home, home.resolve("postgresql/programmes"));
    }

    /** The same, with the unpacked programs in a folder that several data folders may share. */
    public static EmbeddedPostgres start(Path home, Path programs) {
        var lock = HomeLock.take(home);
        try {
            var postgres = new EmbeddedPostgres(lock, PostgresFolder.of(home), programs);
            postgres.initialise();
            postgres.stopLeftover();
            postgres.run();
            return postgres;
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * How to reach a database.
     *
     * @param jdbcUrl address on this machine
     */
    public record Access(String jdbcUrl, String user, String password) {

        private static Access to(int port, String password) {
            return new Access("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, USER, password);
        }
    }

    public Access access() {
        return Access.to(port, password);
    }

    /**
     * The database of another Maillage that is running on the folder.
     *
     * @throws DatabaseRefusal when it does not answer within half a minute
     */
    static Access running(Path home) {
        var folder = PostgresFolder.of(home);
        try {
            for (int i = 0; i < 300; i++) {
                var file = PidFile.read(folder.pidFile());
                if (file.ready() && ProcessHandle.of(file.pid()).isPresent()) {
                    return Access.to(file.port(), folder.password());
                }
                Thread.sleep(100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DatabaseRefusal(
                "Maillage est en train de démarrer ou de s’arrêter dans le dossier " + home + ".",
                "Recommencez dans un instant.");
    }

    /** Stops the database cleanly, then frees the data folder. */
    @Override
    public void close() {
        var running = guard;
        guard = null;
        if (running != null) {
            stop(running);
        }
        lock.close();
    }

    private static void stop(Process running) {
        try {
            running.getOutputStream().close();
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                LOG.warn("PostgreSQL does not stop");
                running.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            LOG.warn("The pipe to PostgreSQL was already closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Made aside, then renamed: an interrupted first start leaves no half database. */
    private void initialise() throws IOException {
        if (Files.exists(folder.data())) {
            return;
        }
        var aside = folder.unfinishedData();
        FileSystemUtils.deleteRecursively(aside);
        call(
                bin.resolve("initdb").toString(),
                "--pgdata=" + aside,
                "--username=" + USER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=fr-FR",
                "--data-checksums");
        Files.move(aside, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A server that survived its JVM is still stopping, or was made an orphan: nobody else may hold this folder. */
    private void stopLeftover() throws IOException {
        var data = folder.data();
        var pid = PidFile.read(folder.pidFile()).pid();
        if (pid <= 0 || ProcessHandle.of(pid).isEmpty()) {
            return;
        }
        if (PidFile.worksIn(pid, data)) {
            LOG.info("Stopping a PostgreSQL left over on {}", data);
            call(bin.resolve("pg_ctl").toString(), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
        } else {
            // The number now belongs to a stranger (a restarted container): PostgreSQL would refuse to start.
            Files.deleteIfExists(folder.pidFile());
        }
    }

    private void run() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            var process = launch();
            if (awaitReady(process)) {
                guard = process;
                return;
            }
            stop(process);
            // Somebody may have taken the port between the choice and the start.
            if (attempt == 3) {
                throw new DatabaseRefusal(
                        "La base de données PostgreSQL n’a pas pu démarrer.",
                        "Le journal en donne la raison : " + folder.log() + "\n" + folder.lastWords());
            }
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "postgres-guard"));
        command.addAll(user.prefix());
        command.add(bin.resolve("postgres").toString());
        command.addAll(List.of("-D", folder.data().toString(), "-p", String.valueOf(port)));
        for (var setting : PostgresOptions.ALL) {
            command.addAll(List.of("-c", setting));
        }
        folder.rotateLog();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
    }

    private boolean awaitReady(Process process) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        var started = false;
        try {
            while (System.nanoTime() < deadline) {
                var file = PidFile.read(folder.pidFile());
                var alive = process.descendants().anyMatch(child -> child.pid() == file.pid());
                if (alive && file.port() == port && file.ready()) {
                    return true;
                }
                var server = process.descendants().findAny().isPresent();
                if ((started && !server) || !process.isAlive()) {
                    return false;
                }
                started |= server;
                Thread.sleep(15);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void call(String... program) throws IOException {
        var command = new ArrayList<>(user.prefix());
        command.addAll(List.of(program));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + said);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
