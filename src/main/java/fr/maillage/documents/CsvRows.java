package fr.maillage.documents;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import fr.maillage.documents.SheetReading.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV text whose separator nobody told. Lines starting with {@code #} are our own notes. */
final class CsvRows {

    private static final String SEPARATORS = ";\t,|";
    private static final int SAMPLE_LINES = 30;

    private CsvRows() {}

    static SheetReading read(String text) {
        var body = text;
        char separator = separatorOf(text);
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            // Excel's own hint; kept as a comment so that line numbers stay those of the file
            separator = text.charAt(4);
            body = "#" + text;
        }
        var collector = new SheetReader.Collector();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(body)) {
            csv.forEach(line -> collector.add((int) line.getStartingLineNumber(), line.getFields()));
        } catch (SheetReader.TooLarge _) {
            return new Refused(SheetReader.TooLarge.SENTENCE);
        } catch (CsvParseException | IOException | IllegalArgumentException broken) {
            return new Refused(
                    "Ce fichier .csv est mal formé : un guillemet n’est pas refermé, ou une case est trop longue. "
                            + "Exportez-le de nouveau depuis votre tableur.");
        }
        return collector.reading();
    }

    /** The separator found most often and most evenly in the first lines, outside quotes. */
    static char separatorOf(String text) {
        List<int[]> lines = counts(text);
        char best = ';';
        double bestScore = 0;
        for (int s = 0; s < SEPARATORS.length(); s++) {
            int index = s;
            int max = lines.stream().mapToInt(line -> line[index]).max().orElse(0);
            if (max == 0) {
                continue;
            }
            long first = lines.getFirst()[index];
            long asFirst = lines.stream().filter(line -> line[index] == first).count();
            double score = first * (double) asFirst / lines.size();
            if (score > bestScore) {
                bestScore = score;
                best = SEPARATORS.charAt(s);
            }
        }
        return best;
    }

    private static List<int[]> counts(String text) {
        List<int[]> lines = new ArrayList<>();
        var current = new int[SEPARATORS.length()];
        boolean quoted = false;
        int lineStart = 0;
        for (int i = 0; i < text.length() && lines.size() < SAMPLE_LINES; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                if (i > lineStart && text.charAt(lineStart) != '#') {
                    lines.add(current);
                }
                current = new int[SEPARATORS.length()];
                lineStart = i + 1;
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                current[SEPARATORS.indexOf(c)]++;
            }
        }
        if (lines.isEmpty()) {
            lines.add(current);
        }
        return lines;
    }
}
