package fr.maillage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The peer of our documents: the same Word file made into a PDF, in a process of its own. */
final class LibreOffice {

    private LibreOffice() {}

    static boolean isThere() {
        return run("--version") == 0;
    }

    static void toPdf(Path docx, Path folder) {
        if (run("--convert-to", "pdf", "--outdir", folder.toString(), docx.toString()) != 0) {
            throw new IllegalStateException("LibreOffice did not convert " + docx);
        }
    }

    /** @return its exit code, 127 when it is not installed */
    private static int run(String... args) {
        var command = new ArrayList<String>();
        command.add("soffice");
        command.add("--headless");
        command.add(
                "-env:UserInstallation=" + Path.of("target/bench/libreoffice").toUri());
        command.addAll(List.of(args));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            if (args[0].equals("--version")) {
                return 127;
            }
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
