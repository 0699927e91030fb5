package fr.maillage.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes a document as tagged PDF: PDF/UA-1 for who reads it aloud, PDF/A-3a for the archive. */
final class PdfRenderer {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private PdfRenderer() {}

    static void render(Document document, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder()
                .withHtmlContent(Paper.xhtml(document), null)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .useColorProfile(SRGB)
                .withProducer("Maillage")
                .useUnicodeLineBreaker(new FrenchLines())
                .useReplacementText("?")
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:image/png"),
                        com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useFont(supply(Fonts.REGULAR), "Atkinson", 400, FontStyle.NORMAL, true)
                .useFont(supply(Fonts.ITALIC), "Atkinson", 400, FontStyle.ITALIC, true)
                .useFont(supply(Fonts.SEMI_BOLD), "Atkinson", 600, FontStyle.NORMAL, true)
                .useFont(supply(Fonts.BOLD), "Atkinson", 700, FontStyle.NORMAL, true)
                .useFont(supply(Fonts.FALLBACK), "DejaVu", 400, FontStyle.NORMAL, true);
        try (var svg = new BatikSVGDrawer()) {
            builder.useSVGDrawer(svg);
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                try (var pdf = renderer.getPdfDocument()) {
                    PdfFinish.apply(pdf, document);
                    pdf.save(out);
                }
            }
        }
    }

    private static FSSupplier<InputStream> supply(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }
}
