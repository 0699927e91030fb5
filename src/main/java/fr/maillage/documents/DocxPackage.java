package fr.maillage.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a DOCX file, zipped in the order they were added and dated with the document's day. */
final class DocxPackage {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String RELS_HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder overrides = new StringBuilder();
    private final StringBuilder relations = new StringBuilder(RELS_HEAD);
    private int related;

    /** A part of the {@code word} folder that {@code document.xml} refers to; answers its relation's id. */
    String wordPart(String name, String kind, String xml) {
        parts.put("word/" + name, xml.getBytes(StandardCharsets.UTF_8));
        override("word/" + name, MAIN + kind + "+xml");
        return relate(OFFICE + kind, name, false);
    }

    /** An image of the main part; answers its relation's id. */
    String image(byte[] png) {
        var name = "media/image" + (related + 1) + ".png";
        parts.put("word/" + name, png);
        return relate(OFFICE + "image", name, false);
    }

    /** A web address of the main part; answers its relation's id. */
    String link(String href) {
        return relate(OFFICE + "hyperlink", href, true);
    }

    void main(String xml) {
        parts.put("word/document.xml", xml.getBytes(StandardCharsets.UTF_8));
        override("word/document.xml", MAIN + "document.main+xml");
    }

    void properties(String core) {
        parts.put("docProps/core.xml", core.getBytes(StandardCharsets.UTF_8));
        override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    }

    /** The fonts travel with the document: it looks the same where they are not installed. */
    void fonts(String table, byte[]... fonts) {
        wordPart("fontTable.xml", "fontTable", table);
        var rels = new StringBuilder(RELS_HEAD);
        for (int i = 0; i < fonts.length; i++) {
            parts.put("word/fonts/font" + (i + 1) + ".odttf", EmbeddedFont.obfuscated(fonts[i]));
            rels.append("<Relationship Id=\"rId")
                    .append(i + 1)
                    .append("\" Type=\"")
                    .append(OFFICE);
            rels.append("font\" Target=\"fonts/font").append(i + 1).append(".odttf\"/>");
        }
        parts.put("word/_rels/fontTable.xml.rels", utf8(rels.append("</Relationships>")));
    }

    void write(LocalDate day, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        var types = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                        + "<Default Extension=\"odttf\" ContentType=\"application/vnd.openxmlformats-officedocument.obfuscatedFont\"/>");
        entry(zip, day, "[Content_Types].xml", utf8(types.append(overrides).append("</Types>")));
        entry(
                zip,
                day,
                "_rels/.rels",
                (RELS_HEAD + "<Relationship Id=\"rId1\" Type=\"" + OFFICE
                                + "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://"
                                + "schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
                                + " Target=\"docProps/core.xml\"/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        entry(zip, day, "word/_rels/document.xml.rels", utf8(relations.append("</Relationships>")));
        for (var part : parts.entrySet()) {
            entry(zip, day, part.getKey(), part.getValue());
        }
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, LocalDate day, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(day.atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private String relate(String type, String target, boolean external) {
        var id = "rId" + ++related;
        relations.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(type);
        relations.append("\" Target=\"").append(Html.escape(target)).append('"');
        relations.append(external ? " TargetMode=\"External\"/>" : "/>");
        return id;
    }

    private void override(String part, String type) {
        overrides.append("<Override PartName=\"/").append(part).append("\" ContentType=\"");
        overrides.append(type).append("\"/>");
    }

    private static byte[] utf8(StringBuilder xml) {
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }
}
