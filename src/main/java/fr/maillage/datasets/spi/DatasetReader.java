package fr.maillage.datasets.spi;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the files of one shape. A bean of this type is found by {@link #shape()}; the descriptors of {@code datasets/}
 * name it. A reader holds nothing between two calls: the job keeps the position, so that a reading can stop and resume.
 */
public interface DatasetReader {

    /** The word that descriptors give: {@code rpps}, {@code finess}, {@code tableau}. */
    String shape();

    /**
     * Looks at the beginning of a file, or through it when it is small.
     *
     * @return its vintage, as printed beside the figures; null when the file does not tell
     * @throws UnreadableFile when it is not what the descriptor describes
     */
    @Nullable
    String recognise(SourceFile file, Descriptor descriptor) throws IOException;

    /**
     * Called once before the first record, in a transaction of its own: empties what an earlier reading may have left
     * in this slot and drops its indexes.
     *
     * @param jdbc on the connection of the job
     */
    default void prepare(Vintage vintage, JdbcClient jdbc) {}

    /**
     * Hands every record on, from where an earlier reading stopped.
     *
     * @throws UnreadableFile when what follows is no longer what the descriptor describes: nothing of the vintage shows
     */
    void read(Reading reading) throws IOException;

    /**
     * Called after the last record and before the vintage becomes the current one, in the same transaction as that.
     *
     * @return what is worth telling beside what {@link Reading#count} told, added to it; by key
     */
    default Map<String, Long> complete(Vintage vintage, JdbcClient jdbc) {
        return Map.of();
    }
}
