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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The reading of one file by one job: keeps rows by thousands, then writes them with the position, in one transaction. */
final class ImportRun implements Reading {

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
    private final Map<Target, CopyBuffer> buffers = new LinkedHashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private ImportJob job;
    private long bytes;
    private long line;
    private long read;
    private long imported;
    private long rejected;
    private int unwritten;
    private boolean rowGiven;
    private boolean stopped;

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
        this.bytes = job.bytesRead();
        this.line = job.linesRead();
        this.read = job.read();
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
        return job.bytesRead();
    }

    @Override
    public long recordsRead() {
        return job.read();
    }

    @Override
    public long linesRead() {
        return job.linesRead();
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
            flush();
        }
        return !stopped;
    }

    boolean stopped() {
        return stopped;
    }

    ImportJob job() {
        return job;
    }

    /** Writes what waits and the position, and looks whether somebody asked to stop. */
    void flush() {
        try {
            for (var buffer : buffers.values()) {
                buffer.flush(connection);
            }
            job = store.progress(job, bytes, line, read, imported, rejected, report.flush(), counts);
            connection.commit();
            unwritten = 0;
            listener.accept(job);
            stopped = store.stopAsked(job.id());
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new ImportBroken(e);
        }
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
