package fr.maillage.documents;

import fr.maillage.documents.SheetReading.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;

/** Inflates every part of an archive once against a bound, before anything is believed of it. */
final class ArchiveCheck {

    /** Parts looked at before giving up; a workbook has a few dozens. */
    private static final int MAX_ENTRIES = 2_000;

    /** Bytes that the whole archive may inflate to: 50 000 rows of ten columns take about 30 MB. */
    private static final long MAX_INFLATED = 200L * 1024 * 1024;

    /** Bytes of the parts that are held whole in memory, several times larger there. */
    private static final long MAX_STYLES = 5L * 1024 * 1024;

    private static final long MAX_STRINGS = 40L * 1024 * 1024;

    /** Bytes read of what an archive declares itself to be. */
    private static final int MAX_TYPES = 1024 * 1024;

    /** Bytes of any part. */
    private static final long MAX_PART = 150L * 1024 * 1024;

    /** Null when the archive is whole, bounded and holds an Excel workbook. */
    private final @Nullable Refused refusal;

    /** Inflated bytes, by name of the part in small letters, as parts are compared. */
    private final Map<String, Long> sizes;

    private ArchiveCheck(@Nullable Refused refusal, Map<String, Long> sizes) {
        this.refusal = refusal;
        this.sizes = sizes;
    }

    @Nullable
    Refused refusal() {
        return refusal;
    }

    /** Whether the parts that are read whole are small enough; by their content type, since their names are free. */
    boolean holds(OPCPackage workbook) {
        return within(workbook, XSSFRelation.STYLES, MAX_STYLES)
                && within(workbook, XSSFRelation.SHARED_STRINGS, MAX_STRINGS);
    }

    private boolean within(OPCPackage workbook, XSSFRelation kind, long most) {
        return workbook.getPartsByContentType(kind.getContentType()).stream().allMatch(part -> {
            var name = part.getPartName().getName().substring(1).toLowerCase(Locale.ROOT);
            return sizes.getOrDefault(name, Long.MAX_VALUE) <= most;
        });
    }

    static ArchiveCheck of(Path file) {
        Set<String> names = new HashSet<>();
        Map<String, Long> sizes = new HashMap<>();
        long inflated = 0;
        var buffer = new byte[64 * 1024];
        // by its directory: a truncated file has none, and POI would take half a file for a whole one
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                return refused(SheetReader.TooLarge.SENTENCE);
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                names.add(entry.getName());
                long before = inflated;
                try (var part = zip.getInputStream(entry)) {
                    for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
                        inflated += n;
                        if (inflated > MAX_INFLATED || inflated - before > MAX_PART) {
                            return refused(SheetReader.TooLarge.SENTENCE);
                        }
                    }
                }
                sizes.merge(entry.getName().toLowerCase(Locale.ROOT), inflated - before, Math::max);
            }
        } catch (IOException | IllegalArgumentException broken) {
            return refused(FileKind.DAMAGED);
        }
        return names.contains("xl/workbook.xml") ? new ArchiveCheck(null, sizes) : refused(otherThanWorkbook(names));
    }

    /** Whether a workbook carries macros, by the names of its parts and by what it declares itself to be. */
    static boolean macros(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var types = zip.getEntry("[Content_Types].xml");
            return zip.stream()
                            .anyMatch(part ->
                                    part.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))
                    || types != null
                            && new String(zip.getInputStream(types).readNBytes(MAX_TYPES), StandardCharsets.UTF_8)
                                    .contains("macroEnabled");
        } catch (ZipException broken) {
            return false;
        }
    }

    private static ArchiveCheck refused(String sentence) {
        return new ArchiveCheck(new Refused(sentence), Map.of());
    }

    private static String otherThanWorkbook(Set<String> names) {
        if (names.contains("xl/workbook.bin")) {
            return "Ce fichier est un classeur binaire .xlsb. Enregistrez-le au format .xlsx.";
        }
        if (names.contains("word/document.xml")) {
            return "Ce fichier est un document Word. Déposez un classeur .xlsx ou un fichier .csv.";
        }
        if (names.contains("content.xml") && names.contains("mimetype")) {
            return "Ce fichier est un classeur LibreOffice. Enregistrez-le au format .xlsx ou .csv.";
        }
        return FileKind.COMPRESSED;
    }
}
