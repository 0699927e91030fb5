package fr.maillage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Starts the real program on a database of its own and measures what docs/performance.md tells. One client, one request
 * after the other, over HTTP on this machine; each figure beside a reference taken in the same loop.
 */
final class Bench {

    private static final Path FOLDER = Path.of("target/bench").toAbsolutePath();
    private static final Path FIGURES = FOLDER.resolve("figures.md");

    private Bench() {}

    /**
     * @param args optionally {@code rpps} for the reading of the directory alone, {@code diagnostic} for the diagnosis alone,
     *     {@code documents} for the search of documents alone, {@code versions} for what changed between two versions,
     *     {@code portefeuille} for what an institution follows, {@code portrait} and a folder of data for the portrait alone, or a folder of contours (TopoJSON or GeoJSON): the preview then also looks at the borders
     */
    public static void main(String[] args) throws IOException {
        var files = FOLDER.resolve("documents");
        Files.createDirectories(files);
        Files.deleteIfExists(FIGURES);
        tell(List.of("Load of the machine before: " + load()));
        try (var program = Program.start(FOLDER.resolve("home"))) {
            var memory = new Memory();
            tell(List.of(memory.line("Just started")));
            if (args.length > 0 && args[0].equals("rpps")) {
                tell(ImportBench.run(program, FOLDER.resolve("home"), FOLDER));
                return;
            }
            if (args.length > 0 && args[0].equals("versions")) {
                tell(Measure.HEADINGS);
                tell(VersionsBench.run(program, World.with(program)));
                return;
            }
            if (args.length > 0 && args[0].equals("portefeuille")) {
                tell(Measure.HEADINGS);
                tell(PortfolioBench.run(program, World.with(program)));
                tell(List.of("", memory.line("After the load")));
                return;
            }
            if (args.length > 0 && args[0].equals("documents")) {
                tell(Measure.HEADINGS);
                tell(LibraryBench.run(program, World.with(program), FOLDER));
                return;
            }
            if (args.length > 0 && args[0].equals("diagnostic")) {
                tell(Measure.HEADINGS);
                tell(DiagnosisBench.run(program, World.with(program), FOLDER));
                return;
            }
            if (args.length > 1 && args[0].equals("portrait")) {
                tell(Measure.HEADINGS);
                tell(PortraitBench.run(program, World.with(program), Path.of(args[1]), files));
                return;
            }
            boolean contours = args.length > 0 && program.loadContours(Path.of(args[0]));
            tell(List.of("Contours of communes: " + (contours ? "loaded" : "none")));
            tell(Measure.HEADINGS);
            var world = World.with(program);
            tell(PreviewBench.run(program, world));
            tell(HomeBench.run(program, world));
            tell(DocumentsBench.run(program, world, files));
            tell(AplBench.run(program, world, FOLDER));
            tell(DiagnosisBench.run(program, world, FOLDER));
            tell(LibraryBench.run(program, world, FOLDER));
            tell(VersionsBench.run(program, world));
            tell(PortfolioBench.run(program, world));
            tell(List.of("", memory.line("After the load")));
            tell(ImportBench.run(program, FOLDER.resolve("home"), FOLDER));
        }
        tell(List.of("Load of the machine after: " + load()));
        System.out.println("Also in " + FIGURES);
    }

    private static void tell(List<String> lines) throws IOException {
        lines.forEach(System.out::println);
        Files.write(FIGURES, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip();
    }
}
