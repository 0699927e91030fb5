package fr.maillage.library.intake;

import fr.maillage.library.FileFormat;
import fr.maillage.library.intake.Checked.Accepted;
import fr.maillage.library.intake.Checked.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Office and LibreOffice documents: archives, each part of which is inflated once against a bound before anything is
 * believed of it. Documents with macros, with entities, or behind a password are refused.
 */
final class PackageCheck {

    private static final int MAX_ENTRIES = 5_000;

    /** Bytes that the whole may inflate to. */
    private static final long MAX_INFLATED = 300L * 1024 * 1024;

    /** Bytes of one part of text, which readers hold whole. */
    private static final long MAX_TEXT = 60L * 1024 * 1024;

    /** Where the declarations of a part of text stand. */
    private static final int START = 8 * 1024;

    /** The list of the parts of an Office document, and the mark of a LibreOffice one. */
    private static final int MAX_INDEX = 1024 * 1024;

    private static final Refused BOMB = new Refused(
            "Ce fichier contient beaucoup plus de données que sa taille ne le dit. Par prudence, il n’est pas ouvert."
                    + " Enregistrez le document en PDF.");

    private static final Refused DAMAGED =
            new Refused("Ce fichier est abîmé ou incomplet. Ouvrez-le, enregistrez-le de nouveau, puis choisissez-le.");

    private static final Refused MACROS = new Refused("Ce fichier contient des macros, qui peuvent exécuter du code."
            + " Enregistrez-le sans macro (.docx ou .xlsx), ou en PDF.");

    private static final Refused ENTITIES = new Refused(
            "Ce fichier contient une déclaration d’entités, que les logiciels de bureautique n’écrivent pas. Par prudence,"
                    + " il est refusé. Enregistrez le document en PDF.");

    private static final Refused LOCKED =
            new Refused("Ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe.");

    private PackageCheck() {}

    static Checked of(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                return BOMB;
            }
            Set<String> names = new HashSet<>();
            var fault = inflate(zip, names);
            if (fault != null) {
                return fault;
            }
            if (names.contains("[content_types].xml")) {
                return office(text(zip, "[Content_Types].xml"), names);
            }
            if (names.contains("mimetype") && names.contains("content.xml")) {
                return openDocument(zip, names);
            }
            return new Refused("Ce fichier est une archive ZIP. Déposez les documents qu’elle contient, un par un.");
        } catch (IOException | IllegalArgumentException broken) {
            return DAMAGED;
        }
    }

    private static @org.jspecify.annotations.Nullable Refused inflate(ZipFile zip, Set<String> names)
            throws IOException {
        long inflated = 0;
        var buffer = new byte[64 * 1024];
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            var name = entry.getName().toLowerCase(Locale.ROOT);
            names.add(name);
            boolean text = name.endsWith(".xml") || name.endsWith(".rels");
            var start = new ByteArrayOutputStream();
            long before = inflated;
            try (var part = zip.getInputStream(entry)) {
                for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
                    inflated += n;
                    if (inflated > MAX_INFLATED || text && inflated - before > MAX_TEXT) {
                        return BOMB;
                    }
                    if (text && start.size() < START) {
                        start.write(buffer, 0, Math.min(n, START - start.size()));
                    }
                }
            }
            // UTF-16 has zeros between its letters
            if (text
                    && start.toString(StandardCharsets.ISO_8859_1)
                            .replace("\0", "")
                            .contains("<!DOCTYPE")) {
                return ENTITIES;
            }
        }
        return null;
    }

    private static Checked office(String types, Set<String> names) {
        if (types.contains("macroEnabled")
                || types.contains("vbaProject")
                || types.contains("activeX")
                || names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            return MACROS;
        }
        if (types.contains("wordprocessingml.document.main+xml") && names.contains("word/document.xml")) {
            return new Accepted(FileFormat.DOCX);
        }
        if (types.contains("spreadsheetml.sheet.main+xml") && names.contains("xl/workbook.xml")) {
            return new Accepted(FileFormat.XLSX);
        }
        if (types.contains("presentationml.presentation.main+xml") && names.contains("ppt/presentation.xml")) {
            return new Accepted(FileFormat.PPTX);
        }
        return new Refused("Ce fichier Office n’est ni un document, ni un classeur, ni un diaporama ordinaire."
                + " Enregistrez-le en .docx, .xlsx, .pptx ou PDF.");
    }

    private static Checked openDocument(ZipFile zip, Set<String> names) throws IOException {
        if (names.stream().anyMatch(name -> name.startsWith("basic/") || name.startsWith("scripts/"))) {
            return MACROS;
        }
        if (names.contains("meta-inf/manifest.xml")
                && text(zip, "META-INF/manifest.xml").contains("encryption-data")) {
            return LOCKED;
        }
        return switch (text(zip, "mimetype").strip()) {
            case "application/vnd.oasis.opendocument.text" -> new Accepted(FileFormat.ODT);
            case "application/vnd.oasis.opendocument.spreadsheet" -> new Accepted(FileFormat.ODS);
            default -> new Refused("Ce fichier LibreOffice n’est ni un texte ni un classeur. Enregistrez-le en PDF.");
        };
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (var part = zip.getInputStream(entry)) {
            return new String(part.readNBytes(MAX_INDEX), StandardCharsets.UTF_8);
        }
    }
}
