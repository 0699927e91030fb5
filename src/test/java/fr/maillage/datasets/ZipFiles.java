package fr.maillage.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives as producers publish them, for tests. */
public final class ZipFiles {

    private ZipFiles() {}

    /** Packs files under their names, each in a folder of the archive. */
    public static Path of(Path archive, Path... files) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var file : files) {
                zip.putNextEntry(new ZipEntry("extraction/" + file.getFileName()));
                Files.copy(file, zip);
            }
        }
        return archive;
    }
}
