package fr.maillage.documents;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;

/** The words of either format, read by other libraries than those that wrote them. */
final class Extract {

    private Extract() {}

    /** Paragraphs of the body in order, those of tables included, without spaces. */
    static List<String> docx(byte[] docx) throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<String> texts = new ArrayList<>();
            collect(document, texts);
            return texts.stream()
                    .map(Extract::squeezed)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
    }

    private static void collect(IBody body, List<String> texts) {
        for (var element : body.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                texts.add(paragraph.getText());
            } else if (element instanceof XWPFTable table) {
                table.getRows().forEach(row -> row.getTableCells().forEach(cell -> collect(cell, texts)));
            }
        }
    }

    /** Everything in the order in which it is read aloud: that of the structure tree, not of the drawing. */
    static String pdf(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            Map<COSBase, Map<Integer, String>> marked = new HashMap<>();
            for (var page : document.getPages()) {
                var extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                Map<Integer, String> texts = new HashMap<>();
                extractor.getMarkedContents().forEach(content -> gather(content, texts));
                marked.put(page.getCOSObject(), texts);
            }
            var text = new StringBuilder();
            walk(document.getDocumentCatalog().getStructureTreeRoot(), null, marked, text);
            return squeezed(text.toString());
        }
    }

    private static void gather(PDMarkedContent content, Map<Integer, String> texts) {
        var text = new StringBuilder();
        for (var part : content.getContents()) {
            if (part instanceof TextPosition position) {
                text.append(position.getUnicode());
            } else if (part instanceof PDMarkedContent nested) {
                gather(nested, texts);
            }
        }
        if (content.getMCID() >= 0) {
            texts.merge(content.getMCID(), text.toString(), String::concat);
        }
    }

    private static void walk(
            PDStructureNode node,
            @Nullable COSBase page,
            Map<COSBase, Map<Integer, String>> marked,
            StringBuilder text) {
        for (var kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element when isNote(element) -> {
                    // told apart: Word keeps them in a part of their own
                }
                case PDStructureElement element ->
                    walk(
                            element,
                            element.getPage() == null ? page : element.getPage().getCOSObject(),
                            marked,
                            text);
                case PDMarkedContentReference reference ->
                    text.append(Objects.requireNonNull(
                                    marked.get(reference.getPage().getCOSObject()))
                            .getOrDefault(reference.getMCID(), ""));
                case Integer mcid ->
                    text.append(Objects.requireNonNull(marked.get(page)).getOrDefault(mcid, ""));
                default -> {
                    // references to annotations hold no text
                }
            }
        }
    }

    /** The type of the structure element around each note. */
    static List<String> notesByParent(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            List<String> parents = new ArrayList<>();
            notes(document.getDocumentCatalog().getStructureTreeRoot(), "", parents);
            return parents;
        }
    }

    private static void notes(PDStructureNode node, String type, List<String> parents) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Note")) {
                    parents.add(type);
                }
                notes(element, element.getStructureType(), parents);
            }
        }
    }

    private static boolean isNote(PDStructureElement element) {
        var alternative = element.getAlternateDescription();
        return element.getStructureType().equals("Note")
                || (alternative != null && alternative.startsWith("Note\u00A0"));
    }

    static String squeezed(String text) {
        return text.replaceAll("\\[(?:footnoteRef:)?\\d+(?:: [^\\]]*)?\\]", "")
                .replaceAll("[\\s\\u00A0\\u202F\\u2009\\u200B.]+", "");
    }
}
