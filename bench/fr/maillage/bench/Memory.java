package fr.maillage.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The memory of this Java machine, client included; PostgreSQL is another process. */
final class Memory {

    /** Heap after a collection, and what the system gives to the process now (VmRSS) and gave at most (VmHWM). */
    String line(String when) throws IOException {
        System.gc();
        var machine = ManagementFactory.getMemoryMXBean();
        return String.format(
                Locale.ROOT,
                "%s: heap %d MiB used after collection, %d MiB committed, %d MiB at most allowed; other areas of Java"
                        + " %d MiB; RSS %d MiB, highest %d MiB",
                when,
                mebibytes(machine.getHeapMemoryUsage().getUsed()),
                mebibytes(machine.getHeapMemoryUsage().getCommitted()),
                mebibytes(machine.getHeapMemoryUsage().getMax()),
                mebibytes(machine.getNonHeapMemoryUsage().getUsed()),
                mebibytes(status("VmRSS:")),
                mebibytes(status("VmHWM:")));
    }

    /** « VmRSS:   412345 kB ». */
    private static long status(String name) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long mebibytes(long bytes) {
        return bytes / (1024 * 1024);
    }
}
