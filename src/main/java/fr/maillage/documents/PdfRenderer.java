package fr.maillage.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;

/** Writes a document as tagged PDF: PDF/UA-1 for who reads it aloud, PDF/A-3a for the archive. */
final class PdfRenderer {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** As maps and charts call it in {@code font-family}. */
    private static final String DRAWN = "Atkinson Hyperlegible Next";

    private static final Pattern ANY = Pattern.compile(".+");

    static {
        // the engine tells every font and style sheet it opens, on the console
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfRenderer() {}

    static void render(Document document, OutputStream out) throws IOException {
        var xhtml = Paper.xhtml(document);
        try (var svg = new BatikSVGDrawer();
                var renderer = builder(xhtml).useSVGDrawer(svg).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (var pdf = renderer.getPdfDocument()) {
                PdfFinish.apply(pdf, document, xhtml);
                pdf.save(out);
            }
        }
    }

    /** The page of each heading, by its anchor: laid out without being drawn. */
    static Map<String, Integer> pages(Document document) throws IOException {
        try (var svg = new BatikSVGDrawer();
                var renderer = builder(Paper.xhtml(document)).useSVGDrawer(svg).buildPdfRenderer()) {
            renderer.layout();
            renderer.getOutputDevice().setRoot(renderer.getRootBox());
            Map<String, Integer> pages = new HashMap<>();
            for (var position : renderer.findPagePositionsByID(ANY)) {
                pages.put(position.getId(), position.getPageNo() + 1);
            }
            return pages;
        }
    }

    private static PdfRendererBuilder builder(String xhtml) {
        return new PdfRendererBuilder()
                .withHtmlContent(xhtml, null)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .useColorProfile(SRGB)
                .withProducer("Maillage")
                .useUnicodeLineBreaker(new FrenchLines())
                .useReplacementText("?")
                // nothing is ever fetched: the only resource is the logo, which travels inside the page
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:image/png;base64,"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useFont(supply(Fonts.REGULAR), "Atkinson", 400, FontStyle.NORMAL, true)
                .useFont(supply(Fonts.ITALIC), "Atkinson", 400, FontStyle.ITALIC, true)
                .useFont(supply(Fonts.SEMI_BOLD), "Atkinson", 600, FontStyle.NORMAL, true)
                .useFont(supply(Fonts.BOLD), "Atkinson", 700, FontStyle.NORMAL, true)
                .useFont(supply(Fonts.FALLBACK), "DejaVu", 400, FontStyle.NORMAL, true)
                // drawings name the family in full
                .useFont(supply(Fonts.REGULAR), DRAWN, 400, FontStyle.NORMAL, true, EnumSet.of(FSFontUseCase.SVG))
                .useFont(supply(Fonts.BOLD), DRAWN, 700, FontStyle.NORMAL, true, EnumSet.of(FSFontUseCase.SVG));
    }

    private static FSSupplier<InputStream> supply(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }
}
