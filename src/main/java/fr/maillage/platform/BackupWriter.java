package fr.maillage.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything into one zip: each table as PostgreSQL's own COPY text, all read under one snapshot, then the files
 * of the data folder, then the manifest that tells what must be found.
 */
final class BackupWriter {

    private final Database database;
    private final Clock clock;

    BackupWriter(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes the backup aside and gives it its name once it is whole.
     *
     * @param home data folder whose files are taken along
     * @param target a file that does not exist yet, readable by its owner only
     */
    BackupManifest write(Path home, Path target) throws IOException, SQLException {
        var aside = target.resolveSibling(target.getFileName() + ".en-cours");
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var connection = database.direct().getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var manifest = write(connection, home, aside);
            connection.rollback();
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private BackupManifest write(Connection connection, Path home, Path file) throws IOException, SQLException {
        try (var bytes = Files.newOutputStream(file, StandardOpenOption.WRITE);
                var zip = new ZipOutputStream(bytes)) {
            var catalog = new SchemaCatalog(connection);
            var migrations = catalog.migrations();
            var tables = new ArrayList<BackupManifest.Table>();
            for (var table : catalog.tables()) {
                tables.add(copy(connection, table, zip));
            }
            var sequences = catalog.sequences();
            var manifest = new BackupManifest(
                    BackupManifest.FORMAT,
                    clock.instant(),
                    migrations,
                    tables,
                    sequences,
                    copyFiles(home, zip, Set.of(file.toAbsolutePath())));
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(JsonMapper.builder().build().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private static BackupManifest.Table copy(Connection connection, SchemaCatalog.Table table, ZipOutputStream zip)
            throws IOException, SQLException {
        var manifest = new BackupManifest.Table(table.schema(), table.name(), table.columns(), 0, "");
        zip.putNextEntry(new ZipEntry(manifest.entry()));
        var digest = sha256();
        var sql = "copy (select " + table.sqlColumns() + " from " + table.sqlName() + ") to stdout";
        var rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(sql, new DigestOutputStream(unclosable(zip), digest));
        zip.closeEntry();
        return new BackupManifest.Table(table.schema(), table.name(), table.columns(), rows, hex(digest));
    }

    private static List<BackupManifest.File> copyFiles(Path home, ZipOutputStream zip, Set<Path> except)
            throws IOException {
        var copied = new ArrayList<BackupManifest.File>();
        for (var file : HomeFiles.list(home)) {
            if (except.contains(file.toAbsolutePath())) {
                continue;
            }
            var path = home.relativize(file).toString();
            var digest = sha256();
            zip.putNextEntry(new ZipEntry(new BackupManifest.File(path, 0, "").entry()));
            var size = Files.copy(file, new DigestOutputStream(unclosable(zip), digest));
            zip.closeEntry();
            copied.add(new BackupManifest.File(path, size, hex(digest)));
        }
        return copied;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static OutputStream unclosable(OutputStream out) {
        return new java.io.FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {}
        };
    }
}
