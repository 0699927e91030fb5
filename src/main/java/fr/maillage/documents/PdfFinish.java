package fr.maillage.documents;

import fr.maillage.shared.Today;
import java.io.IOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What the engine leaves to do: the draft's word, and nothing that depends on the hour or the machine. */
final class PdfFinish {

    private PdfFinish() {}

    static void apply(PDDocument pdf, Document document) throws IOException {
        if (document.draft()) {
            Watermark.stamp(pdf);
        }
        freeze(pdf, document);
    }

    private static void freeze(PDDocument pdf, Document document) {
        Calendar day = GregorianCalendar.from(document.date().atStartOfDay(Today.PARIS));
        pdf.getDocumentInformation().setCreationDate(day);
        pdf.setDocumentId(0L);
    }
}
