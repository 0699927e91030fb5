package fr.maillage.documents;

import fr.maillage.documents.Opening.Fact;
import java.util.List;

/** Writes the cover and its contents page, or the head of a letter. */
final class WordOpening {

    private static final double ARTWORK_TOP = 84;
    private static final double FOOT_TOP = 253;

    private WordOpening() {}

    /** @param body everything that follows, for its headings */
    static String xml(Document document, DocxPackage docx, List<Block> body) {
        return switch (document.opening()) {
            case Opening.Cover cover -> cover(document, cover, docx) + contents(body);
            case Opening.Letterhead head -> letterhead(document, head);
        };
    }

    private static String cover(Document document, Opening.Cover cover, DocxPackage docx) {
        var artwork = cover.artwork();
        var pictures = new StringBuilder();
        if (artwork != null) {
            double height = 210 * Drawing.ratio(artwork.svg());
            pictures.append(Word.backgroundPicture(
                    1, docx.image(Raster.png(artwork.svg(), 210)), artwork.alternative(), 0, ARTWORK_TOP, 210, height));
        }
        var logo = Logo.of(cover.logo());
        if (logo != null) {
            double width = Math.min(60, 22.0 * logo.width() / logo.height());
            double height = width * logo.height() / logo.width();
            pictures.append(Word.backgroundPicture(
                    2, docx.image(logo.png()), "Logo : " + document.organisation(), 190 - width, 20, width, height));
        }
        return Word.paragraph("Emetteur", pictures + Word.runs(document.organisation(), ""))
                + Word.paragraph("EmetteurLieu", Word.runs(cover.region(), ""))
                + Word.paragraph("Title", Word.runs(document.title(), ""))
                + Word.paragraph("Subtitle", Word.runs(cover.subtitle(), ""))
                + foot(cover);
    }

    /** A table placed from the corner of the page, as wide as the page, under its rule. */
    private static String foot(Opening.Cover cover) {
        int left = Word.twips(70);
        int right = Word.twips(140);
        var xml = new StringBuilder("<w:tbl><w:tblPr><w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\""
                + " w:vertAnchor=\"page\" w:horzAnchor=\"page\" w:tblpX=\"1\" w:tblpY=\"" + Word.twips(FOOT_TOP)
                + "\"/><w:tblOverlap w:val=\"never\"/><w:tblW w:w=\"" + (left + right)
                + "\" w:type=\"dxa\"/><w:tblBorders>"
                + "<w:top w:val=\"single\" w:sz=\"11\" w:space=\"0\" w:color=\"16292E\"/></w:tblBorders>"
                + "<w:tblLayout w:type=\"fixed\"/></w:tblPr>" + WordTables.grid(left, right));
        xml.append(footRow(left, right, "", "", 240));
        for (var fact : cover.facts()) {
            xml.append(footRow(left, right, fact.label(), fact.value(), 120));
        }
        if (!cover.credit().isEmpty()) {
            xml.append("<w:tr><w:tc><w:tcPr><w:tcW w:w=\"").append(left + right).append("\" w:type=\"dxa\"/>");
            xml.append("<w:gridSpan w:val=\"2\"/></w:tcPr>");
            xml.append(Word.paragraph("Petit", indent(), Word.runs(cover.credit(), "")));
            xml.append("</w:tc></w:tr>");
        }
        return xml.append("</w:tbl>\n").toString();
    }

    private static String footRow(int left, int right, String label, String value, int after) {
        if (label.isEmpty()) {
            return "<w:tr><w:trPr><w:trHeight w:val=\"" + after
                    + "\" w:hRule=\"exact\"/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"" + (left + right)
                    + "\" w:type=\"dxa\"/><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc></w:tr>\n";
        }
        var spacing = "<w:spacing w:after=\"" + after + "\" w:line=\"280\" w:lineRule=\"atLeast\"/>";
        return "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"" + left + "\" w:type=\"dxa\"/></w:tcPr>"
                + Word.paragraph(
                        "Normal",
                        spacing + indent(),
                        Word.runs(label, "<w:color w:val=\"47595D\"/><w:sz w:val=\"22\"/>"))
                + "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"" + right + "\" w:type=\"dxa\"/></w:tcPr>"
                + Word.paragraph("Normal", spacing, Word.runs(value, "<w:sz w:val=\"22\"/>")) + "</w:tc></w:tr>\n";
    }

    private static String indent() {
        return "<w:ind w:left=\"" + Word.twips(25) + "\"/>";
    }

    /** A contents field with its entries; page numbers come when the reader's program updates fields. */
    private static String contents(List<Block> body) {
        var xml = new StringBuilder(Word.paragraph("TOCHeading", "<w:pageBreakBefore/>", Word.runs("Sommaire", "")));
        int place = 0;
        boolean opened = false;
        for (var block : body) {
            if (!(block instanceof Block.Heading heading)) {
                continue;
            }
            place++;
            if (heading.level() > 3) {
                continue;
            }
            var start = opened
                    ? ""
                    : "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText"
                            + " xml:space=\"preserve\"> TOC \\o \"1-3\" \\h \\z \\u </w:instrText></w:r><w:r>"
                            + "<w:fldChar w:fldCharType=\"separate\"/></w:r>";
            opened = true;
            var bookmark = WordBlocks.bookmark(place);
            xml.append(Word.paragraph(
                    "TOC" + heading.level(),
                    start + "<w:hyperlink w:anchor=\"" + bookmark + "\" w:history=\"1\">"
                            + Word.runs(heading.line(), "") + "<w:r><w:tab/></w:r>"
                            + Word.field("PAGEREF " + bookmark + " \\h", "", "") + "</w:hyperlink>"));
        }
        if (opened) {
            xml.append("<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\n");
        }
        return xml.toString();
    }

    private static String letterhead(Document document, Opening.Letterhead head) {
        var xml = new StringBuilder(Word.paragraph("Emetteur", Word.runs(document.organisation(), "")));
        xml.append(Word.paragraph("EmetteurLieu", "<w:spacing w:after=\"567\"/>", Word.runs(head.region(), "")));
        xml.append(Word.paragraph("Heading1", Word.runs(document.title(), "")));
        for (Fact fact : head.facts()) {
            xml.append(Word.paragraph(
                    "Cellule",
                    "<w:tabs><w:tab w:val=\"left\" w:pos=\"2381\"/></w:tabs><w:spacing w:after=\"60\"/>"
                            + "<w:ind w:left=\"2381\" w:hanging=\"2381\"/>",
                    Word.runs(fact.label(), "<w:color w:val=\"47595D\"/>") + "<w:r><w:tab/></w:r>"
                            + Word.runs(fact.value(), "")));
        }
        return xml.append(Word.paragraph("Normal", "")).toString();
    }
}
