package fr.maillage.documents;

import fr.maillage.shared.Today;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What the engine leaves to do: the draft's word, and nothing that depends on the hour or on the machine. */
final class PdfFinish {

    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

    private PdfFinish() {}

    /** @param content what the file says, which gives it its identifier */
    static void apply(PDDocument pdf, Document document, String content) throws IOException {
        PdfNotes.tag(pdf);
        if (document.draft()) {
            Watermark.stamp(pdf);
        }
        freeze(pdf, document, content);
    }

    /** The same day in the two places that tell it, as PDF/A wants. */
    private static void freeze(PDDocument pdf, Document document, String content) throws IOException {
        var day = document.date().atStartOfDay(Today.PARIS);
        pdf.getDocumentInformation().setCreationDate(GregorianCalendar.from(day));
        var metadata = pdf.getDocumentCatalog().getMetadata();
        var xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        var dated = CREATED.matcher(xmp).replaceAll("$1" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day) + "$2");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
        var crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(crc.getValue());
    }
}
