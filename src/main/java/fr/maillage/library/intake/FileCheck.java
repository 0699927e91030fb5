package fr.maillage.library.intake;

import fr.maillage.library.FileFormat;
import fr.maillage.library.intake.Checked.Accepted;
import fr.maillage.library.intake.Checked.Refused;
import fr.maillage.shared.French;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageInputStream;

/** Tells what a file is by its bytes, whatever its name says, and refuses what could harm or could not be read. */
public final class FileCheck {

    /** Bytes of the largest file: twenty-five mebibytes. */
    public static final long LARGEST = 25L * 1024 * 1024;

    private static final int HEAD = 4_096;

    private static final Pattern MARKUP =
            Pattern.compile("<(!doctype|html|svg|script|\\?xml|head|body|iframe|img)\\b.*", Pattern.DOTALL);

    private FileCheck() {}

    /** @throws IOException when the disk fails, never because of what the file holds */
    public static Checked of(Path file) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            return new Refused("Ce fichier est vide. Vérifiez-le, puis choisissez-le de nouveau.");
        }
        if (size > LARGEST) {
            return new Refused("Ce fichier pèse " + French.bytes(size) + ", la limite est de 25\u00A0Mo. Réduisez les"
                    + " images, ou scannez à 150 points par pouce.");
        }
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return PackageCheck.of(file);
        }
        if (starts(head, 0x89, 'P', 'N', 'G')) {
            return image(file, FileFormat.PNG, "png");
        }
        if (starts(head, 0xFF, 0xD8, 0xFF)) {
            return image(file, FileFormat.JPEG, "jpeg");
        }
        var start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.replaceFirst("^(\u00EF\u00BB\u00BF)?\\s*", "").startsWith("%PDF-")) {
            return PdfCheck.of(file);
        }
        return new Refused(otherwise(head, start));
    }

    private static String otherwise(byte[] head, String start) {
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "Ce fichier est dans un ancien format d’Office (.doc, .xls, .ppt), ou protégé par un mot de passe."
                    + " Enregistrez-le en .docx, .xlsx ou PDF, sans mot de passe.";
        }
        if (MARKUP.matcher(start.replaceFirst("^\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT))
                .matches()) {
            return "Ce fichier est une page web ou un dessin SVG, qui peut contenir du code. Enregistrez-le en PDF ou en"
                    + " image.";
        }
        if (starts(head, 'M', 'Z') || starts(head, 0x7F, 'E', 'L', 'F') || starts(head, '#', '!')) {
            return "Ce fichier est un programme. Seuls des documents sont acceptés : " + FileFormat.ACCEPTED + ".";
        }
        if (starts(head, 'G', 'I', 'F', '8')
                || starts(head, 'B', 'M')
                || starts(head, 'R', 'I', 'F', 'F')
                || start.startsWith("II*")
                || start.startsWith("MM\0*")
                || start.startsWith("ftyp", 4)) {
            return "Cette image n’est ni en PNG ni en JPEG. Exportez-la dans l’un de ces formats, ou en PDF.";
        }
        if (starts(head, 'R', 'a', 'r', '!') || starts(head, '7', 'z') || starts(head, 0x1F, 0x8B)) {
            return "Ce fichier est une archive compressée. Déposez les documents qu’elle contient, un par un.";
        }
        return "Ce format n’est pas reconnu. Enregistrez le document en PDF. Formats acceptés : " + FileFormat.ACCEPTED
                + ".";
    }

    /** Its head alone is read: a picture of a billion points costs nothing. */
    private static Checked image(Path file, FileFormat format, String name) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(name).next();
        try (var in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) > 0 && reader.getHeight(0) > 0) {
                return new Accepted(format);
            }
        } catch (IOException | RuntimeException broken) {
            // told below
        } finally {
            reader.dispose();
        }
        return new Refused("Cette image est abîmée. Ouvrez-la, enregistrez-la de nouveau, puis choisissez-la.");
    }

    private static boolean starts(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
