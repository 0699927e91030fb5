package fr.maillage.datasets;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a file, as its page and the command line show it.
 *
 * @param edition the vintage it made or makes, as printed; null before the file was recognised
 * @param file where the file was
 * @param bytesRead position in the inflated file, 0 for formats without
 * @param linesRead number of the last line read
 * @param read records read
 * @param imported records that gave a row
 * @param rejected records of the report
 * @param counts what is worth telling and is not a refusal, by key: {@code anciennes-communes}
 * @param reason why it was refused or broke, in French; null otherwise
 * @param replaced the edition that was current before this one; null when there was none
 */
public record ImportJob(
        UUID id,
        String dataset,
        @Nullable Long vintage,
        @Nullable String edition,
        Path file,
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
        Map<String, Long> counts,
        @Nullable String reason,
        @Nullable String replaced,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        Path report) {

    public ImportJob {
        counts = Map.copyOf(counts);
    }

    /** Whether the share that is read can be told: positions are those of inflated bytes, sizes those of the file. */
    boolean isMeasured() {
        return bytesRead > 0
                && fileSize > 0
                && !fileName.toLowerCase(Locale.ROOT).matches(".*\\.(gz|zip)");
    }

    /** Whether it can never go on: it ended, or a later reading took its place. */
    boolean isOver() {
        return switch (state) {
            case DONE, UNCHANGED, REFUSED -> true;
            case WAITING -> false;
            // What it had read was forgotten.
            case RUNNING, STOPPED -> vintage == null && read > 0;
        };
    }

    /** Where a reading is. */
    public enum State {
        /** Asked for on a page; others are read first. */
        WAITING,
        /** Being read, or broken off by the death of the program when nobody holds the lock of its dataset. */
        RUNNING,
        /** Can be resumed. */
        STOPPED,
        DONE,
        /** The same bytes are the current edition already. */
        UNCHANGED,
        REFUSED
    }
}
