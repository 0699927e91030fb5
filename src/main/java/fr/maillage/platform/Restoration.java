package fr.maillage.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.util.FileSystemUtils;

/**
 * Puts a backup back: tables made by the program's own migrations up to the versions of the file, filled in one
 * transaction, every constraint checked again; then the files of the data folder.
 *
 * <p>What was there before is first saved aside, and a marker refuses the start of the server until the end is reached.
 */
final class Restoration {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Database database;
    private final Clock clock;

    Restoration(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    sealed interface Outcome {

        /**
         * Everything is back and was counted.
         *
         * @param previous where the replaced data were saved, null when there were none
         */
        record Restored(BackupManifest manifest, @Nullable Path previous) implements Outcome {}

        /**
         * Nothing was touched.
         *
         * @param sentence why, in French
         */
        record Refused(String sentence) implements Outcome {}
    }

    /** @param replace whether data that are there may be replaced */
    Outcome restore(Path file, Path home, boolean replace) throws IOException, SQLException {
        if (database.joined() || isServing()) {
            return new Outcome.Refused("Maillage est en marche : arrêtez-le avant de restaurer.");
        }
        try (var backup = BackupFile.open(file)) {
            backup.requireKnown(ModuleMigrations.known(database.direct()));
            var empty = isEmpty(home);
            if (!empty && !replace) {
                return new Outcome.Refused("Il y a déjà des données ici. Pour les remplacer par la sauvegarde, ajoutez"
                        + " --remplacer : elles seront d’abord sauvegardées dans " + home.resolve(HomeFiles.BACKUPS)
                        + ".");
            }
            var previous = empty ? null : saveAside(home);
            var marker = Database.unfinishedRestoration(home);
            Files.writeString(marker, file.toString());
            restoreTables(backup);
            restoreFiles(backup, home);
            Files.delete(marker);
            return new Outcome.Restored(backup.manifest(), previous);
        } catch (BackupFile.Unreadable e) {
            return new Outcome.Refused(e.sentence());
        }
    }

    /** A server on an external database may run with another data folder. */
    private boolean isServing() throws SQLException {
        try (var connection = database.direct().getConnection()) {
            return new SchemaCatalog(connection).otherSessions() > 0;
        }
    }

    private boolean isEmpty(Path home) throws IOException, SQLException {
        try (var connection = database.direct().getConnection()) {
            return new SchemaCatalog(connection).isEmpty()
                    && HomeFiles.list(home).isEmpty();
        }
    }

    private Path saveAside(Path home) throws IOException, SQLException {
        var name = "avant-restauration-"
                + fr.maillage.shared.Today.timeOf(clock.instant()).format(STAMP) + ".zip";
        var file = home.resolve(HomeFiles.BACKUPS).resolve(name);
        new BackupWriter(database, clock).write(home, file);
        return file;
    }

    private void restoreTables(BackupFile backup) throws IOException, SQLException {
        try (var connection = database.direct().getConnection()) {
            connection.setAutoCommit(false);
            var catalog = new SchemaCatalog(connection);
            catalog.schemas()
                    .forEach(schema -> catalog.run("drop schema " + SchemaCatalog.quoted(schema) + " cascade"));
            connection.commit();
        }
        ModuleMigrations.migrateTo(database.direct(), backup.manifest().versions());
        try (var connection = database.direct().getConnection()) {
            connection.setAutoCommit(false);
            fill(connection, backup);
            connection.commit();
        }
    }

    /** Without foreign keys and triggers the order does not matter; the keys are checked when they come back. */
    private static void fill(Connection connection, BackupFile backup) throws IOException, SQLException {
        var catalog = new SchemaCatalog(connection);
        var tables =
                catalog.tables().stream().collect(Collectors.toMap(SchemaCatalog.Table::sqlName, Function.identity()));
        var keys = catalog.foreignKeys();
        keys.forEach(key -> catalog.run(key.drop()));
        for (var table : tables.values()) {
            catalog.run("alter table " + table.sqlName() + " disable trigger user");
            catalog.run("delete from " + table.sqlName());
        }
        for (var saved : backup.manifest().tables()) {
            var table = new SchemaCatalog.Table(saved.schema(), saved.name(), saved.columns());
            copy(connection, backup, saved, table);
        }
        for (var sequence : backup.manifest().sequences()) {
            catalog.set(sequence);
        }
        for (var table : tables.values()) {
            catalog.run("alter table " + table.sqlName() + " enable trigger user");
        }
        keys.forEach(key -> catalog.run(key.add()));
        catalog.materializedViews().forEach(view -> catalog.run("refresh materialized view " + view));
    }

    private static void copy(
            Connection connection, BackupFile backup, BackupManifest.Table saved, SchemaCatalog.Table table)
            throws IOException, SQLException {
        var sql = "copy " + table.sqlName() + " (" + table.sqlColumns() + ") from stdin";
        try (var in = backup.read(saved.entry())) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
        }
        var found = new SchemaCatalog(connection).count(table);
        if (found != saved.rows()) {
            throw new IOException(table.sqlName() + " holds " + found + " rows, the backup announces " + saved.rows());
        }
    }

    /** Unpacked aside, then moved: an interruption leaves no half file. */
    private static void restoreFiles(BackupFile backup, Path home) throws IOException {
        var aside = home.resolve("fichiers-restaures.en-cours");
        FileSystemUtils.deleteRecursively(aside);
        for (var saved : backup.manifest().files()) {
            var file = aside.resolve(saved.path());
            Files.createDirectories(file.getParent());
            try (var in = backup.read(saved.entry())) {
                Files.copy(in, file);
            }
        }
        for (var replaced : HomeFiles.list(home)) {
            Files.delete(replaced);
        }
        for (var saved : backup.manifest().files()) {
            var file = home.resolve(saved.path());
            Files.createDirectories(file.getParent());
            Files.move(aside.resolve(saved.path()), file);
        }
        FileSystemUtils.deleteRecursively(aside);
    }
}
