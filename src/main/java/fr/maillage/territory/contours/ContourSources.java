package fr.maillage.territory.contours;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The files of a folder, in the order of their names. */
final class ContourSources {

    /** No file of contours that we know of is larger. */
    private static final long MOST_BYTES = 600L * 1024 * 1024;

    private static final List<String> ENDS =
            List.of(".topojson", ".geojson", ".json", ".topojson.gz", ".geojson.gz", ".json.gz");

    /** Opens the bytes of a source, once. */
    interface Opener {
        InputStream open() throws IOException;
    }

    /** @param name as told to the person who waits */
    record NamedSource(String name, Opener opener) {}

    private ContourSources() {}

    static List<NamedSource> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(file(path));
        }
        try (var files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> ENDS.stream().anyMatch(lower(file)::endsWith))
                    .sorted()
                    .map(ContourSources::file)
                    .toList();
        }
    }

    private static NamedSource file(Path file) {
        return new NamedSource(file.getFileName().toString(), () -> {
            var bytes = Files.newInputStream(file);
            return new Bounded(lower(file).endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, MOST_BYTES);
        });
    }

    private static String lower(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** Stops a stream that never ends, or that a small compressed file unfolds into. */
    static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new UnusableFile("ce fichier est trop gros");
            }
        }
    }
}
