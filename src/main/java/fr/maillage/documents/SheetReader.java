package fr.maillage.documents;

import fr.maillage.documents.SheetReading.Refused;
import fr.maillage.documents.SheetReading.Row;
import fr.maillage.documents.SheetReading.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a spreadsheet that somebody sends. The file is hostile until checked: its nature is read from its bytes, never
 * from its name, its size is bounded before and after inflating, and no entity of its XML is resolved.
 */
public final class SheetReader {

    /** Largest file accepted, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    static final int MAX_ROWS = 100_000;
    static final int MAX_COLUMNS = 200;
    static final int MAX_CELLS = 1_000_000;

    private SheetReader() {}

    /** Reads an XLSX or a CSV file to its end; the stream is left open. */
    public static SheetReading read(InputStream upload) throws IOException {
        byte[] bytes = upload.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return new Refused("Ce fichier dépasse 10 Mo. Gardez seulement la feuille et les colonnes utiles.");
        }
        return read(bytes);
    }

    public static SheetReading read(byte[] bytes) {
        return switch (FileKind.of(bytes)) {
            case FileKind.Archive _ -> XlsxRows.read(bytes);
            case FileKind.Text(var text) -> CsvRows.read(text);
            case FileKind.Other(var sentence) -> new Refused(sentence);
        };
    }

    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /** Gathers the lines of either format under the same bounds. */
    static final class Collector {

        private final List<Row> rows = new ArrayList<>();
        private List<String> header = List.of();
        private int cells;

        /** @throws TooLarge beyond the bounds */
        void add(int line, List<String> raw) {
            var texts = new ArrayList<>(raw.stream().map(Collector::clean).toList());
            while (!texts.isEmpty() && texts.getLast().isEmpty()) {
                texts.removeLast();
            }
            if (texts.isEmpty()) {
                return;
            }
            cells += texts.size();
            if (texts.size() > MAX_COLUMNS || rows.size() >= MAX_ROWS || cells > MAX_CELLS) {
                throw new TooLarge();
            }
            if (header.isEmpty()) {
                header = List.copyOf(texts);
            } else {
                rows.add(new Row(line, texts));
            }
        }

        SheetReading reading() {
            return header.isEmpty() ? new Refused("Ce fichier ne contient aucune ligne.") : new Rows(header, rows);
        }

        /** Without surrounding spaces of any kind, nor the apostrophe that our own CSV puts before a formula. */
        private static String clean(String raw) {
            var text = Plain.of(raw)
                    .replaceAll("[\\n\\u00A0\\u2028\\u2029\\u0085]", " ")
                    .strip();
            return text.startsWith("'") && looksLikeFormula(text.substring(1)) ? text.substring(1) : text;
        }
    }

    /** More rows, columns or bytes than any list of ours has. */
    static final class TooLarge extends RuntimeException {
        static final String SENTENCE =
                "Ce fichier contient trop de données. Gardez seulement la feuille, les lignes et les colonnes utiles.";
    }
}
