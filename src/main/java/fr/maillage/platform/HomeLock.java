package fr.maillage.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One Maillage at a time on a data folder: the operating system frees the lock when the program dies. */
final class HomeLock implements AutoCloseable {

    /**
     * The folders held by this very program. Their lock files must not even be opened a second time: closing any
     * descriptor of a file frees every lock that the process has on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /**
     * Takes the folder, made if need be.
     *
     * @throws DatabaseRefusal when it is taken already; nothing in it was touched
     */
    static HomeLock take(Path folder) {
        try {
            var home = make(folder).toRealPath();
            if (!HELD.add(home)) {
                throw taken(home, String.valueOf(ProcessHandle.current().pid()));
            }
            try {
                return new HomeLock(home, lock(home));
            } catch (IOException | RuntimeException e) {
                HELD.remove(home);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a Maillage is running on the folder. */
    static boolean isTaken(Path folder) {
        var file = file(folder);
        if (Files.notExists(file)) {
            return false;
        }
        try {
            if (HELD.contains(folder.toRealPath())) {
                return true;
            }
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                return channel.tryLock() == null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Readable by its owner only when it is made: it will hold what people confide. */
    private static Path make(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return folder;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        return Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel = FileChannel.open(
                file(home), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw taken(home, Files.readString(file(home)).strip());
        }
        channel.truncate(0);
        var pid = String.valueOf(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    private static DatabaseRefusal taken(Path home, String holder) {
        return new DatabaseRefusal(
                "Maillage est déjà en marche avec le dossier " + home
                        + (holder.isEmpty() ? "." : " (processus " + holder + ")."),
                "Arrêtez-le d’abord, ou choisissez un autre dossier avec la variable MAILLAGE_HOME.");
    }

    private static Path file(Path home) {
        return home.resolve("maillage.lock");
    }

    @Override
    public void close() {
        try {
            channel.close();
            HELD.remove(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
