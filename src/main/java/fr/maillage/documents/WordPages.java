package fr.maillage.documents;

/** What surrounds the text: the section, its headers and footers, the properties of the file. */
final class WordPages {

    /** Where the cover starts, in millimetres from the top of the paper. */
    static final double COVER_TOP = 20;

    private WordPages() {}

    static String header(Document document) {
        return Word.XML + "<w:hdr " + Word.NAMESPACES + ">"
                + Word.paragraph(
                        "Header",
                        watermark(document, 1) + Word.runs(document.organisation(), "") + "<w:r><w:tab/></w:r>"
                                + Word.runs(Paper.headerTitle(document), ""))
                + "</w:hdr>";
    }

    /** Nothing on the cover but the draft's word. */
    static String coverHeader(Document document) {
        return Word.XML + "<w:hdr " + Word.NAMESPACES + ">"
                + Word.paragraph(
                        "Normal",
                        "<w:spacing w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
                        watermark(document, 2))
                + "</w:hdr>";
    }

    static String footer(Document document) {
        return Word.XML + "<w:ftr " + Word.NAMESPACES + ">"
                + Word.paragraph(
                        "Footer",
                        Word.runs(document.version(), "") + "<w:r><w:tab/></w:r>" + Word.field("PAGE", "1", "")
                                + Word.runs(" / ", "") + Word.field("NUMPAGES", "1", ""))
                + "</w:ftr>";
    }

    /** A4 with the margins of the paper face. */
    static String section(String header, String footer) {
        return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"" + header
                + "\"/><w:footerReference w:type=\"default\" r:id=\"" + footer + "\"/>" + page(26, 28) + "</w:sectPr>";
    }

    /** A page of its own, down to the edge of the paper. */
    static String coverSection(String header) {
        return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"" + header + "\"/>" + page(COVER_TOP, 3)
                + "</w:sectPr>";
    }

    private static String page(double topMm, double bottomMm) {
        return "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"" + Word.twips(topMm) + "\" w:right=\""
                + Word.twips(20) + "\" w:bottom=\"" + Word.twips(bottomMm) + "\" w:left=\"" + Word.twips(25)
                + "\" w:header=\"" + Word.twips(13.5) + "\" w:footer=\"" + Word.twips(12) + "\" w:gutter=\"0\"/>";
    }

    static String core(Document document) {
        return Word.XML + "<cp:coreProperties"
                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dc:title>" + Html.escape(Paper.fullTitle(document)) + "</dc:title>"
                + "<dc:subject>" + Html.escape(document.version()) + "</dc:subject>"
                + "<dc:creator>" + Html.escape(document.organisation()) + "</dc:creator>"
                + "<dc:language>fr-FR</dc:language>" + date("created", document) + date("modified", document)
                + "</cp:coreProperties>";
    }

    private static String date(String what, Document document) {
        return "<dcterms:" + what + " xsi:type=\"dcterms:W3CDTF\">" + document.date() + "T00:00:00Z</dcterms:" + what
                + ">";
    }

    /** The shape that Word itself draws for its watermarks, so that Word can remove it. */
    private static String watermark(Document document, int id) {
        if (!document.draft()) {
            return "";
        }
        return "<w:r><w:pict><v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\""
                + " path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/><v:f eqn=\"prod #0 2 1\"/>"
                + "<v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/><v:f eqn=\"sum 21600 0 @3\"/>"
                + "<v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/><v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/>"
                + "</v:formulas><v:path textpathok=\"t\" o:connecttype=\"rect\"/><v:textpath on=\"t\" fitshape=\"t\"/>"
                + "</v:shapetype><v:shape id=\"PowerPlusWaterMarkObject" + id + "\" o:spid=\"_x0000_s20" + (48 + id)
                + "\" type=\"#_x0000_t136\" alt=\"\" style=\"position:absolute;margin-left:0;margin-top:0;width:520pt;"
                + "height:104pt;rotation:305;z-index:-251658752;mso-position-horizontal:center;"
                + "mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page\""
                + " o:allowincell=\"f\" fillcolor=\"#edf0ee\" stroked=\"f\"><v:textpath"
                + " style=\"font-family:&quot;Atkinson Hyperlegible Next&quot;;font-size:1pt;font-weight:bold\" string=\""
                + Drafts.WORD + "\"/></v:shape></w:pict></w:r>";
    }
}
