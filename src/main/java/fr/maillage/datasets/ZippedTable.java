package fr.maillage.datasets;

import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.shared.French;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds the table in a ZIP archive as producers publish it: the part that is named as the files of its dataset are, else
 * the only table there is. Nothing is written to the disk, so that the names of parts lead nowhere; what they inflate to
 * is bounded where it is read.
 */
final class ZippedTable {

    /** Producers pack a few files together. */
    private static final int MOST_PARTS = 2_000;

    /** The list of parts is held in memory: names of a hundred bytes, and what is told of each. */
    private static final int LONGEST_DIRECTORY = MOST_PARTS * 512;

    private static final int MOST_NAMED = 5;

    private static final int FIRST_PART = 0x04034b50;
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    private ZippedTable() {}

    /**
     * The table inside an archive; the file itself when it is no archive, or a workbook, which is one of another kind.
     *
     * @throws UnreadableFile when there is no way to tell which part to read, or none can be
     */
    static SourceFile of(SourceFile file, Descriptor descriptor) throws IOException {
        if (!isArchive(file)) {
            return file;
        }
        try (var archive = new ZipFile(file.path().toFile())) {
            if (archive.getEntry("[Content_Types].xml") != null || archive.getEntry("xl/workbook.xml") != null) {
                return file;
            }
            var part = chosen(archive.stream().filter(ZippedTable::isFile).toList(), descriptor);
            var table = new SourceFile(file.path(), nameOf(part), part.getName());
            refuseNested(table);
            return table;
        } catch (ZipException | IllegalArgumentException _) {
            throw new UnreadableFile(
                    "Cette archive est abîmée, protégée par un mot de passe ou comprimée d’une façon que"
                            + " le programme ne lit pas. Téléchargez-la de nouveau, ou sortez-en le fichier.");
        }
    }

    /** Whether it begins as an archive does and its list of parts is of a reasonable length. */
    private static boolean isArchive(SourceFile file) throws IOException {
        try (var bytes = new RandomAccessFile(file.path().toFile(), "r")) {
            if (bytes.length() < END_LENGTH || Integer.reverseBytes(bytes.readInt()) != FIRST_PART) {
                return false;
            }
            var tail = new byte[(int) Math.min(bytes.length(), END_LENGTH + LONGEST_COMMENT)];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            return isReasonable(ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN), file);
        }
    }

    /** The last record tells how long the list is, before the whole of it is read. */
    private static boolean isReasonable(ByteBuffer tail, SourceFile file) {
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END_OF_DIRECTORY) {
                int parts = Short.toUnsignedInt(tail.getShort(at + 10));
                long length = Integer.toUnsignedLong(tail.getInt(at + 12));
                int comment = Short.toUnsignedInt(tail.getShort(at + 20));
                if (at + END_LENGTH + comment == tail.limit() && parts <= MOST_PARTS && length <= LONGEST_DIRECTORY) {
                    return true;
                }
                throw new UnreadableFile("Cette archive contient trop de fichiers, ou est abîmée. Sortez-en celui de ce"
                        + " jeu, puis chargez-le.");
            }
        }
        if (isWorkbook(file)) {
            return false;
        }
        throw new UnreadableFile("Cette archive est tronquée. Téléchargez-la de nouveau.");
    }

    /** A workbook that is cut is refused by its reader, as a workbook. */
    private static boolean isWorkbook(SourceFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private static ZipEntry chosen(List<? extends ZipEntry> parts, Descriptor descriptor) {
        var named = parts.stream()
                .filter(part -> Descriptors.isNamed(descriptor, nameOf(part)))
                .toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        if (named.size() > 1) {
            throw new UnreadableFile("Cette archive contient plusieurs fichiers de ce jeu" + French.NBSP + ": "
                    + names(named) + ". Sortez-en celui que vous voulez, puis chargez-le.");
        }
        var tables = parts.stream().filter(part -> isTable(nameOf(part))).toList();
        if (tables.size() == 1) {
            return tables.getFirst();
        }
        throw new UnreadableFile(
                tables.isEmpty()
                        ? "Cette archive ne contient aucune table. Vérifiez que c’est bien celle de ce jeu."
                        : "Cette archive contient plusieurs tables, dont aucune ne porte un nom de ce jeu" + French.NBSP
                                + ": " + names(tables) + ". Sortez-en la bonne, puis chargez-la.");
    }

    private static String names(List<? extends ZipEntry> parts) {
        return parts.stream().limit(MOST_NAMED).map(ZippedTable::nameOf).collect(Collectors.joining(", "))
                + (parts.size() > MOST_NAMED ? "…" : "");
    }

    /** What macOS adds, and hidden files, are no data. */
    private static boolean isFile(ZipEntry part) {
        return !part.isDirectory()
                && !part.getName().startsWith("__MACOSX/")
                && !nameOf(part).startsWith(".");
    }

    private static boolean isTable(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|txt|tsv|json)");
    }

    private static String nameOf(ZipEntry part) {
        return DropFolder.displayName(part.getName());
    }

    private static void refuseNested(SourceFile table) throws IOException {
        var head = table.head(2);
        if (head.length == 2 && (head[0] == 'P' && head[1] == 'K' || head[0] == 0x1f && head[1] == (byte) 0x8b)) {
            throw new UnreadableFile("Cette archive contient une autre archive ou un classeur (« " + table.name()
                    + " »). Sortez-le, puis chargez-le.");
        }
    }
}
