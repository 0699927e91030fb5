package fr.maillage.documents;

import java.util.regex.Pattern;

/** Small pieces of WordprocessingML, and its units. */
final class Word {

    static final String NAMESPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** Width of the text, in twentieths of a point: 165 mm. */
    static final int TEXT_WIDTH = twips(165);

    private static final Pattern RAISED = Pattern.compile("[" + Raised.LETTERS + "]+");

    private Word() {}

    static int twips(double millimetres) {
        return (int) Math.round(millimetres * 1440 / 25.4);
    }

    static long emu(double millimetres) {
        return Math.round(millimetres * 36_000);
    }

    /** Runs of text with the given properties; raised letters become superscripts. */
    static String runs(String text, String properties) {
        var french = Plain.of(Typography.french(text));
        var xml = new StringBuilder();
        var raised = RAISED.matcher(french);
        int from = 0;
        while (raised.find()) {
            xml.append(run(french.substring(from, raised.start()), properties));
            xml.append(run(Raised.lowered(raised.group()), properties + "<w:vertAlign w:val=\"superscript\"/>"));
            from = raised.end();
        }
        return xml.append(run(french.substring(from), properties)).toString();
    }

    private static String run(String text, String properties) {
        if (text.isEmpty()) {
            return "";
        }
        return "<w:r>" + (properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>")
                + "<w:t xml:space=\"preserve\">" + Html.escape(text) + "</w:t></w:r>";
    }

    /** A field with the result shown until it is updated. */
    static String field(String instruction, String result, String properties) {
        var rPr = properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>";
        return "<w:r>" + rPr + "<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>" + rPr
                + "<w:instrText xml:space=\"preserve\"> " + instruction + " </w:instrText></w:r><w:r>" + rPr
                + "<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>" + rPr + "<w:t>" + Html.escape(result)
                + "</w:t></w:r><w:r>" + rPr + "<w:fldChar w:fldCharType=\"end\"/></w:r>";
    }

    static String paragraph(String style, String content) {
        return paragraph(style, "", content);
    }

    /** @param properties what follows the style in {@code w:pPr} */
    static String paragraph(String style, String properties, String content) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>" + properties + "</w:pPr>" + content + "</w:p>\n";
    }

    /** A picture in the line of text. */
    static String inlinePicture(int id, String relation, String alternative, double widthMm, double heightMm) {
        return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
                + extent(widthMm, heightMm) + docPr(id, alternative)
                + graphic(id, relation, widthMm, heightMm) + "</wp:inline></w:drawing></w:r>";
    }

    /** A picture behind the text, placed from the corner of the page. */
    static String backgroundPicture(
            int id, String relation, String alternative, double leftMm, double topMm, double widthMm, double heightMm) {
        return "<w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\""
                + " relativeHeight=\"" + id + "\" behindDoc=\"1\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\">"
                + "<wp:simplePos x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"page\"><wp:posOffset>" + emu(leftMm)
                + "</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"page\"><wp:posOffset>" + emu(topMm)
                + "</wp:posOffset></wp:positionV>" + extent(widthMm, heightMm) + "<wp:wrapNone/>"
                + docPr(id, alternative) + graphic(id, relation, widthMm, heightMm)
                + "</wp:anchor></w:drawing></w:r>";
    }

    private static String extent(double widthMm, double heightMm) {
        return "<wp:extent cx=\"" + emu(widthMm) + "\" cy=\"" + emu(heightMm)
                + "\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>";
    }

    private static String docPr(int id, String alternative) {
        return "<wp:docPr id=\"" + id + "\" name=\"Figure " + id + "\" descr=\""
                + Html.escape(Typography.french(alternative)) + "\"/>";
    }

    private static String graphic(int id, String relation, double widthMm, double heightMm) {
        return "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
                + "<pic:nvPicPr><pic:cNvPr id=\"" + id + "\" name=\"Figure " + id + "\"/><pic:cNvPicPr/></pic:nvPicPr>"
                + "<pic:blipFill><a:blip r:embed=\"" + relation
                + "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
                + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"" + emu(widthMm) + "\" cy=\"" + emu(heightMm)
                + "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
                + "</a:graphicData></a:graphic>";
    }
}
