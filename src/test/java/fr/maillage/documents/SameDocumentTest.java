package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.Block.Heading;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Two renderers, one document: the same words in the same order, and twice the same bytes. */
class SameDocumentTest {

    private static final Document PROJECT = Samples.project(true);

    @Test
    void headingsAreTheOutlineOfBoth() throws Exception {
        var expected = PROJECT.body().stream()
                .filter(Heading.class::isInstance)
                .map(heading -> Typography.french(((Heading) heading).line()))
                .toList();
        try (var docx = new XWPFDocument(new ByteArrayInputStream(DocxRendererTest.docx(PROJECT)));
                var pdf = Loader.loadPDF(PdfRendererTest.pdf(PROJECT))) {
            var inWord = docx.getParagraphs().stream()
                    .filter(paragraph ->
                            paragraph.getStyle() != null && paragraph.getStyle().startsWith("Heading"))
                    .map(paragraph -> paragraph.getText())
                    .toList();
            List<String> inPdf = new ArrayList<>();
            bookmarks(pdf.getDocumentCatalog().getDocumentOutline(), inPdf);
            assertThat(inWord)
                    .containsAll(expected)
                    .hasSize(expected.size() + 1)
                    .endsWith("Sources");
            assertThat(inPdf).isEqualTo(inWord);
        }
    }

    /** Words of the DOCX, looked for one after the other in the PDF as it is read aloud. */
    @Test
    void everyTextComesInTheSameOrder() throws Exception {
        var pdf = Extract.pdf(PdfRendererTest.pdf(PROJECT));
        var texts = Extract.docx(DocxRendererTest.docx(PROJECT));
        int from = pdf.indexOf("1Présentation", pdf.indexOf("Sources"));
        var body = texts.subList(texts.lastIndexOf("1Présentation"), texts.size());
        assertThat(body).hasSizeGreaterThan(200);
        for (var text : body) {
            var start = text.substring(0, Math.min(text.length(), 40));
            int found = pdf.indexOf(start, from);
            assertThat(found).as("« " + text + " » after " + from).isGreaterThanOrEqualTo(from);
            from = found;
        }
    }

    @Test
    void contentsOfTheWordFileTellThePagesOfThePdf() throws Exception {
        var texts = Extract.docx(DocxRendererTest.docx(PROJECT));
        try (var pdf = Loader.loadPDF(PdfRendererTest.pdf(PROJECT))) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            var contents = Extract.squeezed(stripper.getText(pdf));
            assertThat(contents).contains("3Pland’actions7").contains("222Accèsauxmédecinsgénéralistes6");
            assertThat(texts).contains("3Pland’actions7", "222Accèsauxmédecinsgénéralistes6");
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws Exception {
        for (var document : List.of(Samples.project(true), Samples.project(false), Samples.letter())) {
            assertThat(PdfRendererTest.pdf(document)).isEqualTo(PdfRendererTest.pdf(document));
            assertThat(DocxRendererTest.docx(document)).isEqualTo(DocxRendererTest.docx(document));
        }
    }

    private static void bookmarks(PDOutlineNode node, List<String> titles) {
        for (var child : node.children()) {
            titles.add(child.getTitle());
            bookmarks(child, titles);
        }
    }
}
