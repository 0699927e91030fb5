package fr.maillage.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What PostgreSQL writes in {@code postmaster.pid}: process number (line 1), port (line 4), state (line 8).
 *
 * @param pid 0 when there is no file, or none yet complete
 */
record PidFile(long pid, int port, boolean ready) {

    private static final PidFile NONE = new PidFile(0, 0, false);

    static PidFile read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var pid = Long.parseLong(lines.getFirst().strip());
            return new PidFile(
                    pid,
                    port(lines),
                    lines.size() > 7 && "ready".equals(lines.get(7).strip()));
        } catch (IOException | NumberFormatException | java.util.NoSuchElementException e) {
            return NONE;
        }
    }

    /** Whether the process works in the folder, as a PostgreSQL does in its data; true when it cannot be known. */
    static boolean worksIn(long pid, Path folder) {
        try {
            return Path.of("/proc/" + pid + "/cwd").toRealPath().equals(folder.toRealPath());
        } catch (IOException e) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .map(command -> command.endsWith("/postgres"))
                    .orElse(true);
        }
    }

    private static int port(List<String> lines) {
        return lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
    }
}
