package fr.maillage.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The rows of some sheets of a workbook on the disk, as a stream: neither the file nor a sheet is held in memory, so that
 * the tables of the whole country pass. The archive is hostile until {@link ArchiveCheck} has found it sound. No formula
 * is computed: a cell is worth what was kept with it, and its formula (« =A1+B1 ») when nothing was.
 */
public final class WorkbookRows {

    /** Largest workbook that a person sends for its formulas to be looked at, in bytes. */
    public static final int MAX_SENT = 2 * 1024 * 1024;

    private static final String MACROS =
            "Ce fichier contient des macros, qui peuvent exécuter du code. Enregistrez-le sans macro, au format .xlsx.";

    private WorkbookRows() {}

    /** What to do after a row. */
    public enum Next {
        GO_ON,
        NEXT_SHEET,
        STOP
    }

    /** Takes the rows one by one. */
    public interface Sink {
        /**
         * @param line as the spreadsheet shows it, from 1
         * @param cells texts; numbers are plain and dates ISO, as {@link SheetReading.Row} has them
         */
        Next row(String sheet, int line, List<String> cells);
    }

    /** As {@link Sink}, for whoever must know which cells are computed. */
    public interface FormulaSink {
        /** @param formulas by column from 0, the formula of each cell that has one; its text may be empty but for « = » */
        Next row(String sheet, int line, List<String> cells, Map<Integer, String> formulas);
    }

    /**
     * Reads every sheet of a workbook that somebody sent, hostile until checked; one with macros is refused.
     *
     * @return null when it was read; else what is wrong with the file, in French
     */
    public static @Nullable String readSent(byte[] bytes, FormulaSink sink) throws IOException {
        if (bytes.length > MAX_SENT) {
            return "Ce fichier dépasse 2 Mo. Gardez seulement les feuilles utiles.";
        }
        switch (FileKind.of(bytes)) {
            case FileKind.Other(var sentence) -> {
                return sentence;
            }
            case FileKind.Text _ -> {
                return "Ce fichier est un texte ou un CSV. Déposez le classeur .xlsx, dont chaque feuille est une année.";
            }
            case FileKind.Archive _ -> {}
        }
        var file = Files.createTempFile("maillage-", ".xlsx");
        try {
            Files.write(file, bytes);
            return ArchiveCheck.macros(file) ? MACROS : readAll(file, _ -> true, sink);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Reads the sheets whose name is wanted, in the order of the workbook.
     *
     * @return null when they were read, or the sink stopped; else what is wrong with the file, in French
     */
    public static @Nullable String read(Path file, Predicate<String> wanted, Sink sink) throws IOException {
        return readAll(file, wanted, (sheet, line, cells, _) -> sink.row(sheet, line, cells));
    }

    private static @Nullable String readAll(Path file, Predicate<String> wanted, FormulaSink sink) throws IOException {
        var check = ArchiveCheck.of(file);
        if (check.refusal() != null) {
            return check.refusal().sentence();
        }
        try (var workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            if (!check.holds(workbook)) {
                return SheetReader.TooLarge.SENTENCE;
            }
            var reader = new XSSFReader(workbook);
            var strings = new ReadOnlySharedStringsTable(workbook, false);
            var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (var sheet = sheets.next()) {
                    var name = sheets.getSheetName();
                    if (!wanted.test(name)) {
                        continue;
                    }
                    var rows = new Rows(name, sink);
                    var xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(new Cells(reader, strings, rows));
                    try {
                        xml.parse(new InputSource(sheet));
                    } catch (Left left) {
                        if (left.next == Next.STOP) {
                            return null;
                        }
                    }
                }
            }
            return null;
        } catch (SinkFailed e) {
            throw e.failure;
        } catch (SheetReader.TooLarge e) {
            return SheetReader.TooLarge.SENTENCE;
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | SAXException
                | ParserConfigurationException
                | RecordFormatException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException broken) {
            return FileKind.DAMAGED;
        }
    }

    /** The sink has seen enough of a sheet, or of the workbook. */
    private static final class Left extends RuntimeException {
        private final Next next;

        Left(Next next) {
            super(null, null, false, false);
            this.next = next;
        }
    }

    /** What the sink throws is its own affair, and says nothing of the file. */
    private static final class SinkFailed extends RuntimeException {
        private final RuntimeException failure;

        SinkFailed(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private static final class Rows extends SheetRow {

        private final String sheet;
        private final FormulaSink sink;
        private final Map<Integer, String> formulas = new HashMap<>();

        Rows(String sheet, FormulaSink sink) {
            this.sheet = sheet;
            this.sink = sink;
        }

        @Override
        void row(int line, List<String> cells) {
            Next next;
            try {
                next = sink.row(sheet, line, List.copyOf(cells), Map.copyOf(formulas));
            } catch (RuntimeException e) {
                throw new SinkFailed(e);
            }
            formulas.clear();
            if (next != Next.GO_ON) {
                throw new Left(next);
            }
        }
    }

    /** Tells the formula of a cell that nobody has computed, which POI passes over. */
    private static final class Cells extends XSSFSheetXMLHandler {

        private static final int LONGEST_FORMULA = 100;

        private final Rows rows;
        private final StringBuilder formula = new StringBuilder();
        private @Nullable String reference;
        private boolean inFormula;
        private boolean inValue;
        private boolean valued;

        Cells(XSSFReader reader, ReadOnlySharedStringsTable strings, Rows rows) throws IOException, OpenXML4JException {
            super(reader.getStylesTable(), null, strings, rows, new XlsxRows.RawFormatter(), false);
            this.rows = rows;
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            switch (local) {
                case "c" -> {
                    reference = attributes.getValue("r");
                    formula.setLength(0);
                    valued = false;
                }
                case "f" -> {
                    inFormula = true;
                    formula.append('=');
                }
                case "v", "is" -> inValue = true;
                default -> {}
            }
            super.startElement(uri, local, name, attributes);
        }

        @Override
        public void characters(char[] signs, int start, int length) throws SAXException {
            if (inFormula && formula.length() < LONGEST_FORMULA) {
                formula.append(signs, start, Math.min(length, LONGEST_FORMULA - formula.length()));
            }
            valued |= inValue && length > 0;
            super.characters(signs, start, length);
        }

        @Override
        public void endElement(String uri, String local, String name) throws SAXException {
            super.endElement(uri, local, name);
            if (local.equals("f")) {
                inFormula = false;
            } else if (local.equals("v") || local.equals("is")) {
                inValue = false;
            } else if (local.equals("c") && !formula.isEmpty()) {
                if (!valued) {
                    rows.cell(reference, formula.toString(), null);
                }
                if (reference != null) {
                    rows.formulas.put((int) new CellReference(reference).getCol(), formula.toString());
                }
            }
        }
    }
}
