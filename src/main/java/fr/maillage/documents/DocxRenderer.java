package fr.maillage.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a document as DOCX: real styles, contents, notes, captions, repeated heads, embedded fonts. */
final class DocxRenderer {

    private static final String STYLES = resource("styles.xml");
    private static final String SETTINGS = resource("settings.xml");
    private static final String FONT_TABLE = resource("fontTable.xml");

    private DocxRenderer() {}

    static void render(Document document, OutputStream out) throws IOException {
        var docx = new DocxPackage();
        boolean cover = document.opening() instanceof Opening.Cover;
        var header = docx.wordPart("header1.xml", "header", WordPages.header(document));
        var coverHeader = cover ? docx.wordPart("header2.xml", "header", WordPages.coverHeader(document)) : "";
        var footer = docx.wordPart("footer1.xml", "footer", WordPages.footer(document));
        var numbering = new Numbering();
        var text = new WordText(docx, numbering);
        var lists = new WordLists();
        var body =
                new WordBlocks(docx, numbering, text, lists, document.opening().isBook());
        body.write(document.body());
        var sources = numbering.sources();
        body.write(sources);

        List<Block> all = new ArrayList<>(document.body());
        all.addAll(sources);
        docx.wordPart("styles.xml", "styles", STYLES);
        docx.wordPart("settings.xml", "settings", SETTINGS);
        docx.wordPart("numbering.xml", "numbering", lists.xml());
        docx.wordPart("footnotes.xml", "footnotes", text.footnotes());
        docx.fonts(FONT_TABLE, Fonts.REGULAR, Fonts.BOLD, Fonts.ITALIC);
        docx.properties(WordPages.core(document));
        var opening = WordOpening.xml(document, docx, all, coverHeader);
        docx.main(Word.XML + "<w:document " + Word.NAMESPACES + "><w:body>\n" + opening + body
                + WordPages.section(header, footer) + "</w:body></w:document>");
        docx.write(document.date(), out);
    }

    private static String resource(String name) {
        try (InputStream in = DocxRenderer.class.getResourceAsStream("/documents/docx/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource /documents/docx/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
