package fr.maillage.documents;

import fr.maillage.documents.SheetReading.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Inflates every part of an archive once against a bound, before anything is believed of it. */
final class ArchiveCheck {

    /** Parts looked at before giving up; a workbook has a few dozens. */
    private static final int MAX_ENTRIES = 2_000;

    /** Bytes that the whole archive may inflate to: 50 000 rows of ten columns take about 30 MB. */
    private static final long MAX_INFLATED = 200L * 1024 * 1024;

    private ArchiveCheck() {}

    /** Null when the archive is whole, bounded and holds an Excel workbook. */
    static @Nullable Refused refusal(Path file) {
        Set<String> names = new HashSet<>();
        long inflated = 0;
        var buffer = new byte[64 * 1024];
        // by its directory: a truncated file has none, and POI would take half a file for a whole one
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                return new Refused(SheetReader.TooLarge.SENTENCE);
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                names.add(entry.getName());
                try (var part = zip.getInputStream(entry)) {
                    for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
                        inflated += n;
                        if (inflated > MAX_INFLATED) {
                            return new Refused(SheetReader.TooLarge.SENTENCE);
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return new Refused(FileKind.DAMAGED);
        }
        return names.contains("xl/workbook.xml") ? null : new Refused(otherThanWorkbook(names));
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
