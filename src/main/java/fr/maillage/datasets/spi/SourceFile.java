package fr.maillage.datasets.spi;

import fr.maillage.shared.French;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file of a dataset as somebody downloaded it. A gzip file and the one part of a ZIP archive that holds the table are
 * read through; positions are those of the inflated bytes.
 *
 * @param name as the person sees it; of the part, in an archive
 * @param part which part of a ZIP archive is read, as the archive names it; null when the file itself is
 */
public record SourceFile(Path path, String name, @Nullable String part) {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** The largest file of the catalogue, the RPPS, takes about 1 GiB. */
    private static final long MOST_INFLATED = 8L << 30;

    public SourceFile(Path path, String name) {
        this(path, name, null);
    }

    public static SourceFile of(Path path) {
        return new SourceFile(path, String.valueOf(path.getFileName()));
    }

    /**
     * The inflated bytes from a position, 8 GiB at most.
     *
     * @throws UnreadableFile by the stream when a gzip file or a part holds more
     */
    public InputStream open(long from) throws IOException {
        return open(from, MOST_INFLATED);
    }

    InputStream open(long from, long most) throws IOException {
        var raw = part == null ? Files.newInputStream(path) : ArchivePart.open(path, part);
        try {
            var bytes = part != null
                    ? bounded(raw, most)
                    : isGzip() ? bounded(new GZIPInputStream(raw, BUFFER), most) : new BufferedInputStream(raw, BUFFER);
            bytes.skipNBytes(from);
            return bytes;
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** The first inflated bytes, fewer when the file is shorter. */
    public byte[] head(int length) throws IOException {
        try (var bytes = open(0)) {
            return bytes.readNBytes(length);
        }
    }

    private static InputStream bounded(InputStream inflated, long most) {
        return new BoundedStream(
                inflated,
                most,
                "Cette archive contient plus de " + French.bytes(most) + French.NBSP
                        + ": ce n’est pas un fichier de ce catalogue.");
    }

    private boolean isGzip() throws IOException {
        try (var raw = Files.newInputStream(path)) {
            return raw.read() == GZIP_MAGIC >> 8 && raw.read() == (GZIP_MAGIC & 0xff);
        }
    }
}
