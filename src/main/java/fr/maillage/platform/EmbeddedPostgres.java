package fr.maillage.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
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
    private final Path data;
    private final Path log;
    private final Path bin;
    private final List<String> asUser;
    private final String password;
    private @Nullable Process guard;
    private int port;

    private EmbeddedPostgres(HomeLock lock, Path folder, Path binaries) throws IOException {
        this.lock = lock;
        Files.createDirectories(folder);
        this.data = folder.resolve("donnees-18");
        this.log = folder.resolve("postgresql.log");
        this.bin = PostgresBinaries.unpack(binaries).resolve("bin");
        this.asUser = UnprivilegedUser.prefix(folder);
        this.password = password(folder.resolve("motdepasse"));
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
    public static EmbeddedPostgres start(Path home, Path binaries) {
        var lock = HomeLock.take(home);
        try {
            var postgres = new EmbeddedPostgres(lock, home.resolve("postgresql"), binaries);
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

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
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
        if (Files.exists(data)) {
            return;
        }
        var aside = data.resolveSibling("donnees-18.en-cours");
        FileSystemUtils.deleteRecursively(aside);
        call(
                bin.resolve("initdb").toString(),
                "--pgdata=" + aside,
                "--username=" + USER,
                "--pwfile=" + data.resolveSibling("motdepasse"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=fr-FR",
                "--data-checksums");
        Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A server that survived its JVM is still stopping, or was made an orphan: nobody else may hold this folder. */
    private void stopLeftover() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        var pid = PidFile.read(pidFile).pid();
        if (pid <= 0 || ProcessHandle.of(pid).isEmpty()) {
            return;
        }
        if (PidFile.worksIn(pid, data)) {
            LOG.info("Stopping a PostgreSQL left over on {}", data);
            call(bin.resolve("pg_ctl").toString(), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
        } else {
            // The number now belongs to a stranger (a restarted container): PostgreSQL would refuse to start.
            Files.deleteIfExists(pidFile);
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
                        "Le journal en donne la raison : " + log + "\n" + tail(log));
            }
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "postgres-guard"));
        command.addAll(asUser);
        command.add(bin.resolve("postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", String.valueOf(port)));
        for (var setting : PostgresOptions.ALL) {
            command.addAll(List.of("-c", setting));
        }
        if (Files.exists(log) && Files.size(log) > 10_000_000) {
            Files.move(log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private boolean awaitReady(Process process) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        var started = false;
        try {
            while (System.nanoTime() < deadline) {
                var file = PidFile.read(data.resolve("postmaster.pid"));
                var alive = process.descendants().anyMatch(child -> child.pid() == file.pid());
                if (alive && file.port() == port && file.ready()) {
                    return true;
                }
                var server = process.descendants().findAny().isPresent();
                if (started && !server || !process.isAlive()) {
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
        var command = new ArrayList<>(asUser);
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

    private static String password(Path file) throws IOException {
        if (Files.notExists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            var readableByOwner = PosixFilePermissions.asFileAttribute(
                    EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            var aside = file.resolveSibling("motdepasse.en-cours");
            Files.deleteIfExists(aside);
            Files.createFile(aside, readableByOwner);
            Files.writeString(aside, HexFormat.of().formatHex(secret));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String tail(Path log) throws IOException {
        if (Files.notExists(log)) {
            return "";
        }
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }
}
