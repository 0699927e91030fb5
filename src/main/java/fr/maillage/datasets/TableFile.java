package fr.maillage.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.TextEncoding;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.documents.WorkbookRows;
import fr.maillage.documents.WorkbookRows.Next;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A table as text or as a workbook: finds the line of its column names, then hands on the lines that follow. */
final class TableFile {

    private static final int LINES_BEFORE_HEADER = 30;

    /**
     * What one table is: a text file, or one sheet of a workbook.
     *
     * @param width cells that every line of a text file has; 0 in a workbook, which leaves empty ones out
     */
    record Heading(
            TableColumns columns,
            @Nullable Level level,
            @Nullable String period,
            int width) {}

    /** @param number in the file or sheet, from 1 */
    record Line(long number, List<String> cells) {

        /** The text of a column without the spaces around it; empty when there is none. */
        String cell(int index) {
            return index >= 0 && index < cells.size()
                    ? cells.get(index).replace('\u00A0', ' ').strip()
                    : "";
        }
    }

    /** Takes the lines after a header. */
    interface Visitor {
        Next line(Heading heading, Line line);
    }

    private final TableLayout layout;
    private final Visitor visitor;
    private final @Nullable String periodOfFile;
    private final @Nullable Pattern rows;
    private boolean workbook;
    private @Nullable Heading heading;
    private @Nullable Level level;
    private int linesBefore;

    private TableFile(SourceFile file, TableLayout layout, Visitor visitor) {
        this.layout = layout;
        this.visitor = visitor;
        this.periodOfFile = layout.periodInName() == null ? null : group(layout.periodInName(), file.name());
        this.rows = layout.rows() == null ? null : Pattern.compile(layout.rows());
    }

    /**
     * Reads a file until its end, or until the visitor stops.
     *
     * @throws UnreadableFile when it is not what the layout describes, or is broken
     */
    static void read(SourceFile file, TableLayout layout, Visitor visitor) throws IOException {
        var table = new TableFile(file, layout, visitor);
        if (isArchive(file)) {
            table.workbook = true;
            table.readWorkbook(file);
        } else {
            table.readText(file);
        }
    }

    private static boolean isArchive(SourceFile file) throws IOException {
        var head = file.head(2);
        return head.length == 2 && head[0] == 'P' && head[1] == 'K';
    }

    private void readWorkbook(SourceFile file) throws IOException {
        var seen = new ArrayList<String>();
        Predicate<String> wanted = name -> layout.sheet() == null
                ? seen.isEmpty()
                : Pattern.compile(layout.sheet()).matcher(name).matches();
        var refusal = WorkbookRows.read(
                file.path(),
                name -> {
                    var chosen = wanted.test(name);
                    if (chosen) {
                        missingHeader();
                        seen.add(name);
                        heading = null;
                        level = null;
                        linesBefore = 0;
                    }
                    return chosen;
                },
                (sheet, line, cells) ->
                        take(new Line(line, cells), layout.sheet() == null ? null : group(layout.sheet(), sheet)));
        if (refusal != null) {
            throw new UnreadableFile(refusal);
        }
        if (seen.isEmpty()) {
            throw new UnreadableFile("Aucune feuille de ce classeur ne porte le nom attendu : ce fichier n’est pas"
                    + " celui de ce jeu.");
        }
        if (heading == null) {
            throw noHeader();
        }
    }

    private void readText(SourceFile file) throws IOException {
        var decoder = TextEncoding.of(file).newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(file))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(false)
                .ofCsvRecord(new InputStreamReader(file.open(0), decoder))) {
            for (CsvRecord line : csv) {
                if (take(new Line(line.getStartingLineNumber(), line.getFields()), null) != Next.GO_ON) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw broken(e);
        } catch (UncheckedIOException e) {
            throw e instanceof ImportRun.ImportBroken ? e : broken(e);
        }
        if (heading == null) {
            throw noHeader();
        }
    }

    private Next take(Line line, @Nullable String periodOfSheet) {
        if (heading != null) {
            return rows == null || rows.matcher(line.cell(0)).matches() ? visitor.line(heading, line) : Next.GO_ON;
        }
        var first =
                line.cells().isEmpty() ? "" : line.cell(0).replace("\uFEFF", "").strip();
        if (layout.header() == null || first.equals(layout.header())) {
            var names = new ArrayList<>(line.cells());
            names.set(0, first);
            if (level == null && layout.zones().stream().anyMatch(rule -> rule.level() == null)) {
                throw new UnreadableFile("Les premières lignes ne disent pas le niveau géographique du fichier.");
            }
            heading = new Heading(
                    new TableColumns(List.copyOf(names), layout),
                    level,
                    periodOfSheet == null ? periodOfFile : periodOfSheet,
                    workbook ? 0 : names.size());
            return Next.GO_ON;
        }
        level = level == null ? level(first) : level;
        if (++linesBefore == LINES_BEFORE_HEADER) {
            throw noHeader();
        }
        return Next.GO_ON;
    }

    private @Nullable Level level(String text) {
        return layout.levels() == null
                ? null
                : layout.levels().entrySet().stream()
                        .filter(entry -> text.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private char separator(SourceFile file) throws IOException {
        if (layout.separator() != null) {
            return layout.separator().charAt(0);
        }
        var head = new String(file.head(1 << 14), StandardCharsets.ISO_8859_1);
        return head.chars().filter(sign -> sign == ';').count()
                        >= head.chars().filter(sign -> sign == ',').count()
                ? ';'
                : ',';
    }

    /** A sheet without its header, when another sheet begins. */
    private void missingHeader() {
        if (linesBefore > 0 && heading == null) {
            throw noHeader();
        }
    }

    private UnreadableFile noHeader() {
        return new UnreadableFile(
                layout.header() == null
                        ? "Ce fichier est vide."
                        : "La ligne des noms de colonnes (« " + layout.header() + " ») est introuvable.");
    }

    /** The first group of a pattern, or null. */
    private static @Nullable String group(String pattern, String text) {
        var match = Pattern.compile(pattern).matcher(text);
        return match.find() && match.groupCount() > 0 ? match.group(1) : null;
    }

    private static UnreadableFile broken(RuntimeException e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case EOFException cut -> throw cut;
                case ZipException damaged -> throw damaged;
                case CharacterCodingException _ -> {
                    return new UnreadableFile("L’encodage de ce fichier change en route : il est abîmé, ou fait de deux"
                            + " fichiers mis bout à bout.");
                }
                default -> {}
            }
        }
        return new UnreadableFile("Ce fichier est mal formé : un guillemet n’est pas refermé.");
    }
}
