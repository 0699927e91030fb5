package fr.maillage.datasets;

import fr.maillage.audit.Audience;
import fr.maillage.audit.Author;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.spi.DatasetReader;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.datasets.spi.Vintage;
import fr.maillage.platform.Settings;
import fr.maillage.shared.French;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads files into new editions of datasets. A reading holds a connection and the advisory lock of its dataset; it writes
 * its rows and its position together, so that it stops, is killed and resumes without doubles nor holes. Nothing of an
 * edition is seen before its last line: then it replaces the current one at once.
 */
@Service
public class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Descriptors descriptors;
    private final Map<String, DatasetReader> readers;
    private final DataSource dataSource;
    private final Clock clock;
    private final Path reports;
    private final ImportStore store;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Imports(
            Descriptors descriptors,
            List<DatasetReader> readers,
            DataSource dataSource,
            JdbcClient jdbc,
            Clock clock,
            Settings settings,
            Journal journal,
            PlatformTransactionManager transactions) {
        this.descriptors = descriptors;
        this.readers =
                readers.stream().collect(Collectors.toUnmodifiableMap(DatasetReader::shape, Function.identity()));
        this.dataSource = dataSource;
        this.clock = clock;
        this.reports = reports(settings);
        this.store = new ImportStore(jdbc, reports);
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Where the refused lines of each job are written. */
    static Path reports(Settings settings) {
        return settings.files().resolve("rapports");
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
        return holding(descriptor, (connection, own) -> {
            var identity = identityOf(file);
            var job = own.resumable(descriptor.key(), identity.sha256())
                    .map(earlier -> own.resume(earlier, file, State.RUNNING))
                    .orElseGet(() -> own.begin(
                            UUID.randomUUID(), descriptor.key(), file, identity, State.RUNNING, by, clock.instant()));
            return read(connection, own, descriptor, file, job, progress);
        });
    }

    /**
     * Reads the file of a job that waits for its turn.
     *
     * @throws AlreadyReading when somebody reads a file of this dataset at this moment
     */
    ImportJob run(UUID waiting, Consumer<ImportJob> progress) {
        var asked = store.job(waiting).orElseThrow();
        var descriptor = descriptors.of(asked.dataset()).orElseThrow();
        var file = new SourceFile(asked.file(), asked.fileName());
        return holding(
                descriptor, (connection, own) -> read(connection, own, descriptor, file, own.start(waiting), progress));
    }

    public void askToStop(UUID job) {
        store.askToStop(job);
    }

    /** What is done on the connection of a reading, while nobody else reads this dataset. */
    private interface Held {
        ImportJob read(Connection connection, ImportStore own) throws SQLException;
    }

    private ImportJob holding(Descriptor descriptor, Held work) {
        ImportJob ended;
        try (var connection = dataSource.getConnection()) {
            var own = new ImportStore(client(connection), reports);
            if (!own.hold(descriptor.key())) {
                throw new AlreadyReading();
            }
            connection.setAutoCommit(false);
            try {
                ended = work.read(connection, own);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                own.release(descriptor.key());
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        note(descriptor, ended);
        return ended;
    }

    private ImportJob read(
            Connection connection,
            ImportStore own,
            Descriptor descriptor,
            SourceFile file,
            ImportJob job,
            Consumer<ImportJob> progress)
            throws SQLException {
        var reader = readerOf(descriptor);
        var done = own.importOf(descriptor.key(), job.sha256());
        if (done.isPresent()) {
            var earlier = done.get();
            var same = own.progress(
                    job, 0, 0, earlier.read(), earlier.imported(), earlier.rejected(), 0, earlier.counts());
            var ended = own.end(same, State.UNCHANGED, null, clock.instant());
            connection.commit();
            return ended;
        }
        connection.commit();
        try {
            var table = ZippedTable.of(file, descriptor);
            var vintage = vintage(connection, own, reader, descriptor, table, job);
            return take(
                    connection,
                    own,
                    reader,
                    descriptor,
                    table,
                    own.job(job.id()).orElseThrow(),
                    vintage,
                    progress);
        } catch (UnreadableFile e) {
            connection.rollback();
            return refuse(connection, own, job, e.sentence());
        } catch (EOFException | ZipException e) {
            connection.rollback();
            return refuse(connection, own, job, "Ce fichier est tronqué ou abîmé : téléchargez-le de nouveau.");
        } catch (IOException | RuntimeException e) {
            connection.rollback();
            if (isRefusedByDatabase(e)) {
                LOG.warn("The database refused a row of {}", file.name(), e);
                return refuse(connection, own, job, refusedRow(own.job(job.id()).orElseThrow()));
            }
            own.end(
                    job,
                    State.STOPPED,
                    "La lecture s’est interrompue. Relancez-la : elle reprendra au même point.",
                    clock.instant());
            connection.commit();
            throw e instanceof RuntimeException runtime ? runtime : new UncheckedIOException((IOException) e);
        }
    }

    /** Whether a value is wrong (class 22) or against a constraint (class 23): reading again would fail again. */
    private static boolean isRefusedByDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }

    private static String refusedRow(ImportJob job) {
        return "Une valeur de ce fichier"
                + (job.linesRead() > 0 ? ", après la ligne " + French.number(job.linesRead()) + "," : "")
                + " est hors des limites de ce jeu. Rien n’a été remplacé" + French.NBSP
                + ": vérifiez le fichier, ou téléchargez-le de nouveau.";
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
        try (var report = new RefusalReport(job.report(), job.reportLength());
                var run = new ImportRun(connection, own, file, descriptor, vintage, job, report, progress)) {
            reader.read(run);
            run.flush();
            if (run.stopped()) {
                var stopped = own.end(run.job(), State.STOPPED, null, clock.instant());
                connection.commit();
                return stopped;
            }
            var read = run.job();
            if (read.imported() == 0) {
                throw new UnreadableFile("Aucune ligne de ce fichier n’est utilisable. Rien n’a été remplacé.");
            }
            if (read.rejected() > read.imported()) {
                throw new UnreadableFile("Plus de lignes refusées que de lignes lues : ce fichier n’est sans doute pas"
                        + " celui de ce jeu. Rien n’a été remplacé.");
            }
            // Read once more while the database builds its indexes.
            var unchanged = CompletableFuture.supplyAsync(() -> isStill(file, job), Thread::startVirtualThread);
            var told = reader.complete(vintage, client(connection));
            if (!unchanged.join()) {
                throw new UnreadableFile(
                        "Le fichier a changé pendant la lecture. Rien n’a été remplacé : relancez l’import.");
            }
            own.show(vintage, read, clock.instant());
            var ended = own.end(own.told(read, told), State.DONE, null, clock.instant());
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

    /** The journal tells what a reading changed, and what it refused; a stop is told by whoever asked for it. */
    private void note(Descriptor descriptor, ImportJob job) {
        if (job.state() == State.DONE) {
            note(
                    descriptor,
                    job,
                    "dataset.edition-replaced",
                    "« " + descriptor.title() + " », édition " + job.edition() + " : "
                            + French.count(job.imported(), "ligne gardée.", "lignes gardées."));
        } else if (job.state() == State.REFUSED) {
            note(
                    descriptor,
                    job,
                    "dataset.file-refused",
                    "« " + descriptor.title() + " », fichier refusé. " + job.reason());
        }
    }

    private void note(Descriptor descriptor, ImportJob job, String action, String sentence) {
        var entry = Entry.of(
                        new Author(null, job.startedBy(), null),
                        new Subject("dataset", descriptor.key()),
                        action,
                        sentence)
                .with("job", job.id().toString())
                .readableBy(Audience.ADMINISTRATION);
        transaction.executeWithoutResult(_ -> journal.record(entry));
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

    /** Whether the file has the bytes that the job began with. */
    private static boolean isStill(SourceFile file, ImportJob job) {
        try {
            return FileIdentity.of(file.path()).sha256().equals(job.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    private static FileIdentity identityOf(SourceFile file) {
        try {
            return FileIdentity.of(file.path());
        } catch (IOException e) {
            throw new UnreadableFile("Ce fichier n’est pas lisible : " + file.name());
        }
    }

    /** One reading at a time by dataset. */
    public static final class AlreadyReading extends RuntimeException {
        AlreadyReading() {
            super("Un fichier de ce jeu est déjà en cours de lecture.");
        }
    }
}
