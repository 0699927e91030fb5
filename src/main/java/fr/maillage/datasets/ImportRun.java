package fr.maillage.datasets;

import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.Target;
import fr.maillage.datasets.spi.Vintage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one file by one job: keeps rows by thousands, then writes them with the position, in one transaction.
 * While PostgreSQL takes a batch the next one is read: the connection belongs to the writing thread until {@link #close}.
 */
final class ImportRun implements Reading, AutoCloseable {

    private static final int RECORDS_AT_ONCE = 20_000;
    private static final int BYTES_AT_ONCE = 8 << 20;

    /** Refused lines that the report copies: what a spreadsheet opens, whatever somebody sends. */
    static final int MOST_REPORTED = 100_000;

    private final Connection connection;
    private final ImportStore store;
    private final SourceFile file;
    private final Descriptor descriptor;
    private final Vintage vintage;
    private final RefusalReport report;
    private final Consumer<ImportJob> listener;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("import-writer").factory());
    private final Map<String, Long> counts = new TreeMap<>();
    private final long bytesAtStart;
    private final long linesAtStart;
    private final long recordsAtStart;
    private Map<Target, CopyBuffer> buffers = new LinkedHashMap<>();
    private Map<Target, CopyBuffer> others = new LinkedHashMap<>();
    private @Nullable Future<?> writing;
    private volatile ImportJob job;
    private long bytes;
    private long line;
    private long read;
    private long imported;
    private long rejected;
    private int unwritten;
    private boolean rowGiven;
    private volatile boolean stopped;

    ImportRun(
            Connection connection,
            ImportStore store,
            SourceFile file,
            Descriptor descriptor,
            Vintage vintage,
            ImportJob job,
            RefusalReport report,
            Consumer<ImportJob> listener) {
        this.connection = connection;
        this.store = store;
        this.file = file;
        this.descriptor = descriptor;
        this.vintage = vintage;
        this.job = job;
        this.report = report;
        this.listener = listener;
        this.bytesAtStart = job.bytesRead();
        this.linesAtStart = job.linesRead();
        this.recordsAtStart = job.read();
        this.bytes = bytesAtStart;
        this.line = linesAtStart;
        this.read = recordsAtStart;
        this.imported = job.imported();
        this.rejected = job.rejected();
        this.counts.putAll(job.counts());
    }

    @Override
    public SourceFile file() {
        return file;
    }

    @Override
    public Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public Vintage vintage() {
        return vintage;
    }

    @Override
    public long bytesRead() {
        return bytesAtStart;
    }

    @Override
    public long recordsRead() {
        return recordsAtStart;
    }

    @Override
    public long linesRead() {
        return linesAtStart;
    }

    @Override
    public void row(Target target, @Nullable Object... values) {
        buffers.computeIfAbsent(target, CopyBuffer::new).add(values);
        rowGiven = true;
    }

    @Override
    public void refuse(long refusedLine, String content, String reason) {
        if (rejected < MOST_REPORTED) {
            report.add(refusedLine, content, reason);
        } else if (rejected == MOST_REPORTED) {
            report.add(refusedLine, "", "Les lignes refusées à partir d’ici sont comptées sans être recopiées.");
        }
        rejected++;
    }

    @Override
    public void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    @Override
    public boolean endRecord(long position, long lastLine) {
        bytes = position;
        line = lastLine;
        read++;
        unwritten++;
        if (rowGiven) {
            imported++;
            rowGiven = false;
        }
        if (unwritten >= RECORDS_AT_ONCE || report.waiting() > BYTES_AT_ONCE || size() > BYTES_AT_ONCE) {
            handOver();
        }
        return !stopped;
    }

    boolean stopped() {
        return stopped;
    }

    ImportJob job() {
        return job;
    }

    /**
     * Writes what waits and the position, and is back when all of it is on the disk. When somebody has asked to stop, what
     * was read since the last batch is left: it will be read again.
     */
    void flush() {
        handOver();
        await();
    }

    private void handOver() {
        await();
        if (stopped) {
            return;
        }
        var batch = new Batch(buffers, report.take(), bytes, line, read, imported, rejected, Map.copyOf(counts));
        buffers = others;
        others = batch.rows();
        unwritten = 0;
        writing = writer.submit(() -> write(batch));
    }

    private record Batch(
            Map<Target, CopyBuffer> rows,
            byte[] refusals,
            long bytes,
            long line,
            long read,
            long imported,
            long rejected,
            Map<String, Long> counts) {}

    private void write(Batch batch) {
        try {
            for (var buffer : batch.rows().values()) {
                buffer.flush(connection);
            }
            var now = store.progress(
                    job,
                    batch.bytes(),
                    batch.line(),
                    batch.read(),
                    batch.imported(),
                    batch.rejected(),
                    report.write(batch.refusals()),
                    batch.counts());
            connection.commit();
            job = now;
            listener.accept(now);
            stopped = store.stopAsked(now.id());
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new ImportBroken(e);
        }
    }

    /** Until the batch that is being written is on the disk. */
    private void await() {
        if (writing == null) {
            return;
        }
        try {
            writing.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportBroken(e);
        } finally {
            writing = null;
        }
    }

    /** Gives the connection back: whatever happened, nobody writes any more. */
    @Override
    public void close() {
        writer.close();
    }

    private int size() {
        return buffers.values().stream().mapToInt(CopyBuffer::size).sum();
    }

    /** The disk or the database failed: the position is kept, the reading can be resumed. */
    static final class ImportBroken extends UncheckedIOException {
        ImportBroken(Exception cause) {
            super(cause.getMessage(), cause instanceof IOException io ? io : new IOException(cause));
        }
    }
}
