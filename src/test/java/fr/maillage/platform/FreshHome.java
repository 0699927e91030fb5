package fr.maillage.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data folder as after the very first start: made once per test run, then copied, which is ten times faster. */
final class FreshHome {

    private static final Path ORIGINAL =
            TestHome.ofThisRun().resolveSibling(TestHome.ofThisRun().getFileName() + "-neuf");

    private FreshHome() {}

    static synchronized void copyTo(Path home) {
        if (Files.notExists(ORIGINAL)) {
            EmbeddedPostgres.start(ORIGINAL, TestHome.PROGRAMS).close();
        }
        try {
            // Keeps the permissions, on which PostgreSQL insists.
            var copy = new ProcessBuilder("cp", "-a", ORIGINAL.toString(), home.toString()).start();
            assertThat(copy.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
