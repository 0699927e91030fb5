package fr.maillage.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table in an archive as producers publish it; what is hostile or unclear is refused with its reason. */
class ZippedTableTest {

    private static final Descriptor DATASET = new Descriptor(
            "essai", "Essai", "", "", "", null, "tableau", List.of("activites_*.txt", "activites_*.zip"), null, null);
    private static final String TABLE = "code|nom|\n1|un|\n2|deux|\n";

    @TempDir
    Path folder;

    @Test
    void theFileNamedAsThoseOfItsDatasetIsReadAmongOthers() throws IOException {
        var table = inside(zip(
                part("diplomes_2026.txt", "autre"), part("activites_2026.txt", TABLE), part("lisez-moi.txt", "autre")));

        assertThat(table.name()).isEqualTo("activites_2026.txt");
        assertThat(text(table, 0)).isEqualTo(TABLE);
    }

    @Test
    void theOnlyTableIsReadWhateverItsName() throws IOException {
        var table = inside(zip(
                part("__MACOSX/._extraction.csv", "x"),
                part(".cache.csv", "x"),
                part("notice.pdf", "x"),
                part("extraction.csv", TABLE)));

        assertThat(table.name()).isEqualTo("extraction.csv");
    }

    @Test
    void aReadingResumesInsideThePart() throws IOException {
        var table = inside(zip(part("activites_2026.txt", TABLE)));

        assertThat(text(table, 10)).isEqualTo(TABLE.substring(10));
        assertThat(table.head(4)).isEqualTo("code".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theNameOfAPartLeadsNowhere() throws IOException {
        var table = inside(zip(part("../../etc/activites_\u0007passwd.txt", TABLE)));

        assertThat(table.name()).isEqualTo("activites_passwd.txt");
        assertThat(text(table, 0)).isEqualTo(TABLE);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNoArchiveAndAWorkbookAreLeftToTheirReader() throws IOException {
        var text = Files.writeString(folder.resolve("activites_2026.txt"), TABLE);
        var workbook = zip(part("[Content_Types].xml", "<Types/>"), part("xl/workbook.xml", "<workbook/>"));

        assertThat(inside(text)).isEqualTo(SourceFile.of(text));
        assertThat(inside(workbook)).isEqualTo(SourceFile.of(workbook));
    }

    @Test
    void severalFilesOfTheDatasetAreNotGuessedBetween() throws IOException {
        refused(
                zip(part("activites_2025.txt", TABLE), part("activites_2026.txt", TABLE)),
                "plusieurs fichiers de ce jeu\u00A0: activites_2025.txt, activites_2026.txt");
        refused(zip(part("un.csv", TABLE), part("deux.csv", TABLE)), "aucune ne porte un nom de ce jeu");
        refused(zip(part("notice.pdf", "x")), "aucune table");
    }

    @Test
    void anArchiveInAnArchiveIsRefused() throws IOException {
        var inner = Files.readAllBytes(zip(part("activites_2026.txt", TABLE)));

        refused(zip(new Part("activites_2026.zip", inner)), "une autre archive");
        refused(zip(new Part("activites_2026.txt", inner)), "une autre archive");
        refused(zip(new Part("activites_2026.txt", new byte[] {0x1f, (byte) 0x8b, 8})), "une autre archive");
    }

    @Test
    void aPasswordIsTold() throws IOException {
        var file = zip(part("activites_2026.txt", TABLE));
        var bytes = Files.readAllBytes(file);
        // The mark of an encrypted part, in its own head and in the list of parts.
        bytes[6] |= 1;
        bytes[indexOf(bytes, "PK\1\2") + 8] |= 1;
        Files.write(file, bytes);

        refused(file, "protégée par un mot de passe");
    }

    @Test
    void anArchiveCutShortIsRefused() throws IOException {
        var file = zip(part("activites_2026.txt", TABLE.repeat(50)));
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 30));

        refused(file, "tronquée");
    }

    @Test
    void aChangedByteIsNotedAtTheEndOfThePart() throws IOException {
        var file = stored("activites_2026.txt", TABLE);
        var bytes = Files.readAllBytes(file);
        bytes[indexOf(bytes, "deux")] = 'D';
        Files.write(file, bytes);
        var table = inside(file);

        assertThatThrownBy(() -> text(table, 0)).isInstanceOf(ZipException.class);
    }

    @Test
    void aListOfThousandsOfPartsIsNotEvenRead() throws IOException {
        var many = IntStream.range(0, 2_001).mapToObj(i -> part(i + ".pdf", "")).toArray(Part[]::new);

        refused(zip(many), "trop de fichiers");
        var longNames = IntStream.range(0, 30)
                .mapToObj(i -> part(i + "x".repeat(60_000), ""))
                .toArray(Part[]::new);
        refused(zip(longNames), "trop de fichiers");
    }

    private record Part(String name, byte[] content) {}

    private static Part part(String name, String content) {
        return new Part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Path zip(Part... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(part.content());
            }
        }
        return Files.write(folder.resolve("activites_2026.zip"), bytes.toByteArray());
    }

    /** Not deflated: a changed byte is then noted by the checksum alone. */
    private Path stored(String name, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        var file = folder.resolve("activites_2026.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(entry);
            zip.write(bytes);
        }
        return file;
    }

    private static SourceFile inside(Path file) throws IOException {
        return ZippedTable.of(SourceFile.of(file), DATASET);
    }

    private static String text(SourceFile table, long from) throws IOException {
        try (var bytes = table.open(from)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void refused(Path file, String reason) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> inside(file))
                .withMessageContaining(reason);
    }

    private static int indexOf(byte[] bytes, String sign) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(sign);
    }
}
