package fr.maillage.documents;

import fr.maillage.documents.SheetReading.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the first sheet of a workbook as a stream of events, once {@link ArchiveCheck} has found the archive sound. */
final class XlsxRows {

    private XlsxRows() {}

    /** Through a temporary file, so that the inflated parts are streamed and never held whole in memory. */
    static SheetReading read(byte[] bytes) {
        try {
            var file = Files.createTempFile("maillage-", ".xlsx");
            try {
                Files.write(file, bytes);
                var check = ArchiveCheck.of(file);
                return check.refusal() != null ? check.refusal() : read(file, check);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException diskFailure) {
            throw new UncheckedIOException(diskFailure);
        }
    }

    private static SheetReading read(Path file, ArchiveCheck check) {
        var collector = new SheetReader.Collector();
        try (var workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            if (!check.holds(workbook)) {
                return new Refused(SheetReader.TooLarge.SENTENCE);
            }
            var reader = new XSSFReader(workbook);
            var strings = new ReadOnlySharedStringsTable(workbook, false);
            var sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                return new Refused("Ce classeur ne contient aucune feuille.");
            }
            try (var sheet = sheets.next()) {
                // the helper of POI forbids document types and external entities
                var xml = XMLHelper.newXMLReader();
                xml.setContentHandler(new XSSFSheetXMLHandler(
                        reader.getStylesTable(), null, strings, new RowHandler(collector), new RawFormatter(), false));
                xml.parse(new InputSource(sheet));
            }
        } catch (SheetReader.TooLarge _) {
            return new Refused(SheetReader.TooLarge.SENTENCE);
        } catch (IOException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | SAXException
                | ParserConfigurationException
                | RecordFormatException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException broken) {
            return new Refused(FileKind.DAMAGED);
        }
        return collector.reading();
    }

    private static final class RowHandler extends SheetRow {

        private final SheetReader.Collector collector;

        RowHandler(SheetReader.Collector collector) {
            this.collector = collector;
        }

        @Override
        void row(int line, List<String> cells) {
            collector.add(line, cells);
        }
    }

    /** Numbers as they are, not as they look: a code shown « 12 202 » is 12202. */
    static final class RawFormatter extends DataFormatter {

        RawFormatter() {
            super(Locale.ROOT);
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, @Nullable String format) {
            return raw(value, formatIndex, format);
        }

        @Override
        public String formatRawCellContents(
                double value, int formatIndex, @Nullable String format, boolean use1904Windowing) {
            return raw(value, formatIndex, format);
        }

        private static String raw(double value, int formatIndex, @Nullable String format) {
            if (format != null && DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)) {
                var moment = DateUtil.getLocalDateTime(value);
                if (moment != null) {
                    return moment.toLocalTime().toSecondOfDay() == 0
                            ? moment.toLocalDate().toString()
                            : moment.toString();
                }
            }
            return Double.isFinite(value)
                    ? new BigDecimal(Double.toString(value))
                            .stripTrailingZeros()
                            .toPlainString()
                    : "";
        }
    }
}
