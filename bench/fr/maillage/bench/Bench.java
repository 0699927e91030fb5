package fr.maillage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the real program on a database of its own and measures what docs/performance.md tells. One client, one request
 * after the other, over HTTP on this machine; each figure beside a reference taken in the same loop.
 */
final class Bench {

    private static final Path FOLDER = Path.of("target/bench").toAbsolutePath();

    private Bench() {}

    /** @param args optionally a folder of contours (TopoJSON or GeoJSON): the preview then also looks at the borders */
    public static void main(String[] args) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("Load average before: " + load());
        var files = FOLDER.resolve("documents");
        Files.createDirectories(files);
        try (var program = Program.start(FOLDER.resolve("home"))) {
            var memory = new Memory();
            lines.add(memory.line("At rest, just started"));
            boolean contours = args.length > 0 && program.loadContours(Path.of(args[0]));
            lines.add("Contours of communes: " + (contours ? "loaded" : "none"));
            lines.addAll(Measure.HEADINGS);
            var world = World.with(program);
            lines.addAll(PreviewBench.run(program, world));
            lines.addAll(HomeBench.run(program, world));
            lines.addAll(DocumentsBench.run(program, world, files));
            lines.add("");
            lines.add(memory.line("After the load"));
        }
        lines.add("Load average after: " + load());
        tell(lines);
    }

    private static void tell(List<String> lines) throws IOException {
        var result = FOLDER.resolve("figures.md");
        Files.write(result, lines);
        lines.forEach(System.out::println);
        System.out.println();
        System.out.println("Also in " + result);
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip();
    }
}
