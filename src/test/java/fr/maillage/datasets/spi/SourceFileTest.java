package fr.maillage.datasets.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small archive may hold a sea of zeros. */
class SourceFileTest {

    @TempDir
    Path folder;

    @Test
    void anArchiveIsReadUpToItsBound() throws IOException {
        var path = folder.resolve("zeros.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(path))) {
            gzip.write(new byte[100_000]);
        }
        var file = SourceFile.of(path);

        try (var whole = file.open(10, 100_000)) {
            assertThat(whole.readAllBytes()).hasSize(99_990);
        }
        assertThatThrownBy(() -> {
                    try (var cut = file.open(0, 99_999)) {
                        cut.readAllBytes();
                    }
                })
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("Cette archive contient plus de");
        assertThatThrownBy(() -> file.open(60_000, 50_000)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void aPartOfAnArchiveIsReadUpToItsBound() throws IOException {
        var path = folder.resolve("zeros.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("zeros.csv"));
            zip.write(new byte[100_000]);
        }
        var part = new SourceFile(path, "zeros.csv", "zeros.csv");

        try (var whole = part.open(10, 100_000)) {
            assertThat(whole.readAllBytes()).hasSize(99_990);
        }
        assertThatThrownBy(() -> part.open(60_000, 50_000)).isInstanceOf(UnreadableFile.class);
    }
}
