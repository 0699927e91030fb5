package fr.maillage.library;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.Workbook;

/** Files as people send them, and as nobody should. */
public final class TestFiles {

    private TestFiles() {}

    /** A Word document with a paragraph for each text. */
    public static byte[] docx(String... paragraphs) {
        return bytes(out -> {
            try (var document = new XWPFDocument()) {
                for (var text : paragraphs) {
                    document.createParagraph().createRun().setText(text);
                }
                document.write(out);
            }
        });
    }

    /** A PDF with a page for each text. */
    public static byte[] pdf(String... pages) {
        return bytes(out -> {
            try (var pdf = pages(pages)) {
                pdf.save(out);
            }
        });
    }

    /** As {@link #pdf}, behind a password, or open to all with restrictions when it is empty. */
    public static byte[] protectedPdf(String password) {
        return bytes(out -> {
            try (var pdf = pages("Secret")) {
                pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
                pdf.save(out);
            }
        });
    }

    /** A scan: a page with a picture and no text. */
    public static byte[] scannedPdf() {
        return bytes(out -> {
            try (var pdf = new PDDocument()) {
                var page = new PDPage();
                pdf.addPage(page);
                var picture = LosslessFactory.createFromImage(
                        pdf, new BufferedImage(2_000, 3_000, BufferedImage.TYPE_INT_RGB));
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(picture, 0, 0, 500, 700);
                }
                pdf.save(out);
            }
        });
    }

    /** A PDF whose page would take a gigabyte. */
    public static byte[] pdfBomb() {
        var zeros = deflated(1_000_000_000L);
        return bytes(out -> {
            var text = "%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                    + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                    + "3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R>>\nendobj\n"
                    + "4 0 obj\n<</Length " + zeros.length + "/Filter/FlateDecode>>\nstream\n";
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.write(zeros);
            out.write("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    /** A workbook with one column. */
    public static byte[] xlsx(String... lines) {
        return bytes(out -> {
            var workbook = new Workbook(out, "Essai", "1.0");
            var sheet = workbook.newWorksheet("Feuille");
            for (int i = 0; i < lines.length; i++) {
                sheet.inlineString(i, 0, lines[i]);
            }
            workbook.finish();
        });
    }

    public static byte[] image(String format) {
        return bytes(out -> ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), format, out));
    }

    /** Word with other parts than its own: {@link #docx} changed. */
    public static byte[] docxWith(Map<String, String> parts) {
        var all = new LinkedHashMap<String, String>();
        all.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                        + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
                        + "wordprocessingml.document.main+xml\"/></Types>");
        all.put(
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>"
                        + "<w:t>Bonjour</w:t></w:r></w:p></w:body></w:document>");
        all.putAll(parts);
        return zip(all);
    }

    public static byte[] odt(String paragraph) {
        return zip(Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<office:document-content xmlns:office=\"urn:o\" xmlns:text=\"urn:t\"><office:body><office:text><text:p>"
                        + paragraph + "</text:p></office:text></office:body></office:document-content>"));
    }

    /** A Word document one part of which inflates to a gigabyte. */
    public static byte[] docxBomb() {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_COMPRESSION);
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.closeEntry();
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                var zeros = new byte[1_000_000];
                for (int i = 0; i < 1_000; i++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            }
        });
    }

    public static byte[] zip(Map<String, String> parts) {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        });
    }

    /** On the disk, in the folder of this run, under a name that says nothing. */
    public static Path written(byte[] bytes) {
        try {
            var file = Files.createTempFile("maillage-essai", ".bin");
            file.toFile().deleteOnExit();
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] deflated(long zeros) {
        return bytes(out -> {
            try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
                var block = new byte[1_000_000];
                for (long i = 0; i < zeros; i += block.length) {
                    deflater.write(block);
                }
            }
        });
    }

    private static PDDocument pages(String... texts) throws IOException {
        var pdf = new PDDocument();
        for (var text : texts) {
            var page = new PDPage();
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
        }
        return pdf;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
