package fr.maillage.datasets;

import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.spi.DatasetReader;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.datasets.spi.Vintage;
import fr.maillage.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Service;

/**
 * Reads files into new editions of datasets. A reading holds a connection and the advisory lock of its dataset; it writes
 * its rows and its position together, so that it stops, is killed and resumes without doubles nor holes. Nothing of an
 * edition is seen before its last line: then it replaces the current one at once.
 */
@Service
public class Imports {

    private final Descriptors descriptors;
    private final java.util.Map<String, DatasetReader> readers;
    private final DataSource dataSource;
    private final Clock clock;
    private final Path reports;
    private final ImportStore store;

    Imports(
            Descriptors descriptors,
            List<DatasetReader> readers,
            DataSource dataSource,
            JdbcClient jdbc,
            Clock clock,
            Settings settings) {
        this.descriptors = descriptors;
        this.readers =
                readers.stream().collect(Collectors.toUnmodifiableMap(DatasetReader::shape, Function.identity()));
        this.dataSource = dataSource;
        this.clock = clock;
        this.reports = settings.files().resolve("rapports");
        this.store = new ImportStore(jdbc, reports);
    }

    /**
     * Reads a file to its end, or until somebody asks to stop; resumes where an earlier reading of the same bytes ended.
     *
     * @param by who asks, as printed in the list of jobs
     * @param progress told after every few thousand records
     * @return the job as it ended; {@link State#REFUSED} tells why the file was not taken
     * @throws AlreadyReading when somebody reads a file of this dataset at this moment
     */
    public ImportJob run(Descriptor descriptor, SourceFile file, String by, Consumer<ImportJob> progress) {
        try (var connection = dataSource.getConnection()) {
            var own = new ImportStore(client(connection), reports);
            if (!own.hold(descriptor.key())) {
                throw new AlreadyReading();
            }
            connection.setAutoCommit(false);
            try {
                return read(connection, own, descriptor, file, by, progress);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                own.release(descriptor.key());
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    public void askToStop(UUID job) {
        store.askToStop(job);
    }

    private ImportJob read(
            Connection connection,
            ImportStore own,
            Descriptor descriptor,
            SourceFile file,
            String by,
            Consumer<ImportJob> progress)
            throws SQLException {
        var reader = readerOf(descriptor);
        String sha256;
        long size;
        try {
            sha256 = sha256(file.path());
            size = Files.size(file.path());
        } catch (IOException e) {
            throw new UnreadableFile("Ce fichier n’est pas lisible : " + file.name());
        }
        var done = own.importOf(descriptor.key(), sha256);
        if (done.isPresent()) {
            var job = own.begin(UUID.randomUUID(), descriptor.key(), file, size, sha256, by, clock.instant());
            job = own.progress(
                    job,
                    0,
                    0,
                    done.get().read(),
                    done.get().imported(),
                    done.get().rejected(),
                    0,
                    own.counts(done.get().id()));
            own.end(job, State.UNCHANGED, null, clock.instant());
            connection.commit();
            return own.job(job.id()).orElseThrow();
        }
        var job = own.resumable(descriptor.key(), sha256)
                .map(earlier -> own.resume(earlier, file))
                .orElseGet(
                        () -> own.begin(UUID.randomUUID(), descriptor.key(), file, size, sha256, by, clock.instant()));
        connection.commit();
        try {
            var vintage = vintage(connection, own, reader, descriptor, file, job);
            return take(
                    connection, own, reader, descriptor, file, own.job(job.id()).orElseThrow(), vintage, progress);
        } catch (UnreadableFile e) {
            connection.rollback();
            return refuse(connection, own, job, e.sentence());
        } catch (IOException | RuntimeException e) {
            connection.rollback();
            own.end(
                    job,
                    State.STOPPED,
                    "La lecture s’est interrompue. Relancez-la : elle reprendra au même point.",
                    clock.instant());
            connection.commit();
            throw e instanceof RuntimeException runtime ? runtime : new UncheckedIOException((IOException) e);
        }
    }

    private Vintage vintage(
            Connection connection,
            ImportStore own,
            DatasetReader reader,
            Descriptor descriptor,
            SourceFile file,
            ImportJob job)
            throws IOException, SQLException {
        if (job.vintage() != null) {
            return own.vintage(job.vintage());
        }
        var label = reader.recognise(file, descriptor);
        var vintage = own.place(descriptor, label == null ? "sans date" : label, file, job.sha256());
        own.attach(job.id(), vintage);
        reader.prepare(vintage, client(connection));
        connection.commit();
        return vintage;
    }

    private ImportJob take(
            Connection connection,
            ImportStore own,
            DatasetReader reader,
            Descriptor descriptor,
            SourceFile file,
            ImportJob job,
            Vintage vintage,
            Consumer<ImportJob> progress)
            throws IOException, SQLException {
        try (var report = new RefusalReport(job.report(), job.reportLength())) {
            var run = new ImportRun(connection, own, file, descriptor, vintage, job, report, progress);
            reader.read(run);
            run.flush();
            if (run.stopped()) {
                var stopped = own.end(run.job(), State.STOPPED, null, clock.instant());
                connection.commit();
                return stopped;
            }
            var read = run.job();
            if (!sha256(file.path()).equals(job.sha256())) {
                throw new UnreadableFile(
                        "Le fichier a changé pendant la lecture. Rien n’a été remplacé : relancez l’import.");
            }
            if (read.imported() == 0) {
                throw new UnreadableFile("Aucune ligne de ce fichier n’est utilisable. Rien n’a été remplacé.");
            }
            if (read.rejected() > read.imported()) {
                throw new UnreadableFile("Plus de lignes refusées que de lignes lues : ce fichier n’est sans doute pas"
                        + " celui de ce jeu. Rien n’a été remplacé.");
            }
            reader.complete(vintage, client(connection));
            own.show(vintage, read, clock.instant());
            var ended = own.end(read, State.DONE, null, clock.instant());
            connection.commit();
            return ended;
        }
    }

    private ImportJob refuse(Connection connection, ImportStore own, ImportJob job, String reason) throws SQLException {
        var now = own.job(job.id()).orElseThrow();
        if (now.vintage() != null) {
            own.forget(own.vintage(now.vintage()));
        }
        var refused = own.end(now, State.REFUSED, reason, clock.instant());
        connection.commit();
        return refused;
    }

    private DatasetReader readerOf(Descriptor descriptor) {
        var reader = readers.get(descriptor.shape());
        if (reader == null) {
            throw new IllegalStateException(
                    "the descriptor " + descriptor.key() + " names an unknown shape: " + descriptor.shape());
        }
        return reader;
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static String sha256(Path path) throws IOException {
        try (var digest =
                new DigestOutputStream(java.io.OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            Files.copy(path, digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One reading at a time by dataset. */
    public static final class AlreadyReading extends RuntimeException {
        AlreadyReading() {
            super("Un fichier de ce jeu est déjà en cours de lecture.");
        }
    }
}
