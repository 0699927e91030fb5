package fr.maillage.bench;

import fr.maillage.testing.TestHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The national directory read by the real command, in a process of its own that joins the running database, beside COPY
 * of the very same file into a table of texts without an index, in the same database and in turn.
 */
final class ImportBench {

    private static final int TURNS = Integer.getInteger("maillage.bench.turns", 2);
    private static final int COLUMNS = 57;

    /** Those that the launcher gives when MAILLAGE_JAVA_OPTS says nothing. */
    private static final String OPTIONS =
            "-Xms64m -Xmx224m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=30000";

    /** « GC(12) Pause Young (Allocation Failure) 80M->31M(96M) 4.1ms ». */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private static final Pattern HIGHEST = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private ImportBench() {}

    private record Run(double seconds, long heapBefore, long heapAfter, long firstAfter, long rss, String told) {}

    static List<String> run(Program program, Path home, Path folder) throws IOException {
        var jdbc = program.bean(JdbcTemplate.class);
        var file = folder.resolve("PS_LibreAcces_Personne_activite_202605120812.txt");
        var small = folder.resolve("PS_LibreAcces_Personne_activite_202605110812.txt");
        var places = jdbc.query(
                "select c.code, c.name, p.postal_code, c.departement_code from territory.commune c join lateral"
                        + " (select min(postal_code) as postal_code from territory.postal_code where commune_code = c.code) p"
                        + " on p.postal_code is not null order by c.code",
                (row, _) -> new RppsFile.Place(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        RppsFile.write(file, RppsFile.LINES, places);
        RppsFile.write(small, 1_000, places);
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "RPPS of %d lines, %.2f GB, %d bytes a line",
                RppsFile.LINES,
                Files.size(file) / 1e9,
                Files.size(file) / RppsFile.LINES));
        lines.add("");
        lines.add("| what | turn | s | |");
        lines.add("|---|--:|--:|---|");
        double copied = 0;
        double imported = 0;
        for (int turn = 1; turn <= TURNS; turn++) {
            tidy(jdbc);
            double one = copy(
                    program,
                    file,
                    "copy bench_lines (line) from stdin (format csv, delimiter E'\\x01', quote E'\\x02')",
                    "line text");
            lines.add(row("COPY, one text a line", turn, one, ""));
            tidy(jdbc);
            double all = copy(program, file, "copy bench_lines from stdin (delimiter '|')", columns());
            lines.add(row("COPY, 57 columns of text", turn, all, ""));
            tidy(jdbc);
            lines.add(row(
                    "./maillage importer, 1 000 lines",
                    turn,
                    command(home, small).seconds(),
                    "the start of the command"));
            tidy(jdbc);
            var run = command(home, file);
            lines.add(row(
                    "**./maillage importer, all**",
                    turn,
                    run.seconds(),
                    String.format(
                            Locale.ROOT,
                            "heap at most %d MiB before a collection, %d MiB after one (%d MiB after those of the first third);"
                                    + " RSS at most %d MiB; %s",
                            run.heapBefore(),
                            run.heapAfter(),
                            run.firstAfter(),
                            run.rss(),
                            run.told())));
            copied += all;
            imported += run.seconds();
        }
        lines.add(
                String.format(Locale.ROOT, "| **importer ÷ COPY of 57 columns** | | **%.2f** | |", imported / copied));
        tidy(jdbc);
        Files.delete(file);
        Files.delete(small);
        return lines;
    }

    /** Nothing of an earlier turn is left to clean up while the next one is measured. */
    private static void tidy(JdbcTemplate jdbc) {
        jdbc.execute("drop table if exists bench_lines");
        jdbc.execute("delete from datasets.vintage where dataset = 'rpps'");
        for (int slot = 1; slot <= 3; slot++) {
            jdbc.execute("truncate professionals.activity_" + slot);
        }
        jdbc.execute("vacuum");
        jdbc.execute("checkpoint");
    }

    /** What « psql \copy » does: the bytes of the file as they are, through the connection. */
    private static double copy(Program program, Path file, String sql, String columns) throws IOException {
        program.bean(JdbcTemplate.class).execute("create table bench_lines (" + columns + ")");
        long start = System.nanoTime();
        try (var connection = program.bean(DataSource.class).getConnection();
                var bytes = Files.newInputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, bytes, 1 << 16);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String columns() {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= COLUMNS; i++) {
            columns.add("c" + i + " text");
        }
        return String.join(", ", columns);
    }

    private static Run command(Path home, Path file) throws IOException {
        var log = file.resolveSibling("gc.log");
        var builder = new ProcessBuilder(
                        "./maillage", "importer", "rpps", file.toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put(
                        "MAILLAGE_JAVA_OPTS",
                        String.join(
                                " ",
                                OPTIONS,
                                "-Xlog:gc:file=" + log.toAbsolutePath() + ":uptime:filecount=0",
                                System.getProperty("maillage.bench.options", "")));
        builder.environment().put("MAILLAGE_HOME", home.toAbsolutePath().toString());
        builder.environment().put("MAILLAGE_POSTGRES_PROGRAMS", TestHome.PROGRAMS.toString());
        long start = System.nanoTime();
        var process = builder.start();
        var last = "";
        long rss = 0;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
                rss = Math.max(rss, highest(process.pid()));
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException(last);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long before = 0;
        var after = new ArrayList<Long>();
        for (var line : Files.readAllLines(log)) {
            var collection = COLLECTION.matcher(line);
            if (collection.find()) {
                before = Math.max(before, Long.parseLong(collection.group(1)));
                after.add(Long.parseLong(collection.group(2)));
            }
        }
        return new Run(
                seconds,
                before,
                after.stream().mapToLong(Long::longValue).max().orElse(0),
                after.stream()
                        .limit(after.size() / 3 + 1)
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0),
                rss,
                "`" + last.replaceAll(",\"rapport.*", "}") + "`");
    }

    private static long highest(long pid) {
        try {
            var match = HIGHEST.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return match.find() ? Long.parseLong(match.group(1)) / 1024 : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static String row(String what, int turn, double seconds, String note) {
        return String.format(Locale.ROOT, "| %s | %d | %.1f | %s |", what, turn, seconds, note);
    }
}
