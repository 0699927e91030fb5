package fr.maillage.datasets;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a file, as its page and the command line show it.
 *
 * @param bytesRead position in the inflated file, 0 for formats without
 * @param linesRead number of the last line read
 * @param read records read
 * @param imported records that gave a row
 * @param rejected records of the report
 * @param reason why it was refused, in French; null otherwise
 */
public record ImportJob(
        UUID id,
        String dataset,
        @Nullable Long vintage,
        String fileName,
        long fileSize,
        String sha256,
        State state,
        long bytesRead,
        long linesRead,
        long read,
        long imported,
        long rejected,
        long reportLength,
        @Nullable String reason,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        Path report) {

    /** Where a reading is. */
    public enum State {
        RUNNING,
        /** Can be resumed. */
        STOPPED,
        DONE,
        /** The same bytes are the current edition already. */
        UNCHANGED,
        REFUSED
    }
}
