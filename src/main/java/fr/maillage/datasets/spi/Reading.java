package fr.maillage.datasets.spi;

import org.jspecify.annotations.Nullable;

/**
 * One reading of a file, from a position to its end. Rows handed on are kept in memory by thousands, then written with
 * the position in one transaction: whatever happens, a resumed reading neither doubles nor skips a record.
 */
public interface Reading {

    SourceFile file();

    Descriptor descriptor();

    Vintage vintage();

    /** Where to begin: bytes of the file already read, 0 the first time. */
    long bytesRead();

    /** Records already taken, so that formats without positions skip as many. */
    long recordsRead();

    /** Number of the last line already read, 0 the first time; for the lines of the report. */
    long linesRead();

    /** Adds a row. Values are written as their {@code toString()}; null is null. */
    void row(Target target, @Nullable Object... values);

    /**
     * Refuses a record.
     *
     * @param line number of the line in the file, from 1
     * @param content the line or what identifies it; cut when it is long
     * @param reason in French, what is wrong
     */
    void refuse(long line, String content, String reason);

    /** Counts something worth telling that is not a refusal: {@code anciennes-communes}, {@code a-geocoder}. */
    void count(String what);

    /**
     * Ends a record, whether it gave rows, was refused or does not count.
     *
     * @param bytes position in the file after it, 0 when the format has none
     * @param line number of its last line
     * @return false when the job is asked to stop: return from {@link DatasetReader#read} at once
     */
    boolean endRecord(long bytes, long line);
}
