package fr.maillage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A data folder under {@code target} for this test run; those of earlier runs are wiped first. */
public final class TestHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Unpacked once for all runs. */
    public static final Path PROGRAMS = Path.of("target/postgresql-programs").toAbsolutePath();

    private static final Path HOMES = Path.of("target/test-homes").toAbsolutePath();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        wipeEarlierRuns();
        TestPropertyValues.of("maillage.home=" + ofThisRun(), "maillage.postgres-programs=" + PROGRAMS)
                .applyTo(context);
    }

    public static Path ofThisRun() {
        return HOMES.resolve(String.valueOf(ProcessHandle.current().pid()));
    }

    /** The tests run in two processes, which may both find what an earlier run left: who renames it first wipes it. */
    private static void wipeEarlierRuns() {
        if (Files.notExists(HOMES)) {
            return;
        }
        try (var homes = Files.list(HOMES)) {
            for (var home : homes.toList()) {
                var owner = home.getFileName().toString().replaceFirst("\\D.*", "");
                if (ProcessHandle.of(Long.parseLong(owner)).isEmpty()) {
                    wipe(home);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void wipe(Path home) throws IOException {
        Path mine;
        try {
            mine = Files.move(
                    home,
                    HOMES.resolve(ProcessHandle.current().pid() + "-efface-" + home.getFileName()),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return;
        }
        FileSystemUtils.deleteRecursively(mine);
    }
}
