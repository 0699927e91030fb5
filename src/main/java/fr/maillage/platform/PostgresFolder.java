package fr.maillage.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where the embedded server keeps its things in the data folder.
 *
 * @param path the folder {@code postgresql} of the data folder
 */
record PostgresFolder(Path path) {

    /** Name of the sub-folder; the data of another major version would be another one. */
    private static final String DATA = "donnees-18";

    static PostgresFolder of(Path home) {
        return new PostgresFolder(home.resolve("postgresql"));
    }

    Path data() {
        return path.resolve(DATA);
    }

    /** Where the data are made on the first start, before they take their name. */
    Path unfinishedData() {
        return path.resolve(DATA + ".en-cours");
    }

    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    Path log() {
        return path.resolve("postgresql.log");
    }

    Path passwordFile() {
        return path.resolve("motdepasse");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** Makes the folder, and a random password that only its owner can read, unless they are there. */
    void prepare() throws IOException {
        Files.createDirectories(path);
        if (Files.exists(passwordFile())) {
            return;
        }
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        var aside = path.resolve("motdepasse.en-cours");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, HexFormat.of().formatHex(secret));
        Files.move(aside, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A log that has grown is set aside once; called before the server starts. */
    void rotateLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > 10_000_000) {
            Files.move(log(), path.resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines of the log, to explain a failed start. */
    String lastWords() throws IOException {
        if (Files.notExists(log())) {
            return "";
        }
        var lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }
}
