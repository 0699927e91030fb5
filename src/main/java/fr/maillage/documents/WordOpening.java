package fr.maillage.documents;

import fr.maillage.documents.Opening.Fact;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the cover and its contents page, or the head of a letter. */
final class WordOpening {

    private static final double ARTWORK_TOP = 84;
    private static final double FOOT_TOP = 253;

    /** Millimetres. */
    private static final double PAGE_WIDTH = 210;

    private static final double ARTWORK_GAP = 6;

    private WordOpening() {}

    /**
     * @param body everything that follows, for its headings
     * @param coverHeader the relation of the cover's header
     */
    static String xml(Document document, DocxPackage docx, List<Block> body, String coverHeader) throws IOException {
        return switch (document.opening()) {
            case Opening.Cover cover ->
                cover(document, cover, docx, coverHeader)
                        + (cover.brief() ? "" : contents(body, PdfRenderer.pages(document)));
            case Opening.Letterhead head -> letterhead(document, head);
        };
    }

    private static String cover(Document document, Opening.Cover cover, DocxPackage docx, String coverHeader) {
        var artwork = cover.artwork();
        var pictures = new StringBuilder();
        if (artwork != null) {
            // A territory higher than wide is drawn narrower: the foot of the cover stays free.
            double ratio = Drawing.ratio(artwork.svg());
            double height = Math.min(PAGE_WIDTH * ratio, FOOT_TOP - ARTWORK_TOP - ARTWORK_GAP);
            double width = height / ratio;
            pictures.append(Word.backgroundPicture(
                    1,
                    docx.image(Raster.png(artwork.svg(), PAGE_WIDTH)),
                    artwork.alternative(),
                    (PAGE_WIDTH - width) / 2,
                    ARTWORK_TOP,
                    width,
                    height));
        }
        var logo = Logo.of(cover.logo());
        if (logo != null) {
            double width = Math.min(60, 22.0 * logo.width() / logo.height());
            double height = width * logo.height() / logo.width();
            pictures.append(Word.backgroundPicture(
                    2, docx.image(logo.png()), "Logo : " + document.organisation(), 190 - width, 20, width, height));
        }
        var top = Word.paragraph("Emetteur", Word.runs(document.organisation(), ""))
                + Word.paragraph("EmetteurLieu", Word.runs(cover.region(), ""))
                + Word.paragraph("Title", Word.runs(document.title(), ""))
                + Word.paragraph("Subtitle", Word.runs(cover.subtitle(), ""));
        // the pictures hang outside the table: inside, a place on the page would be a place in the cell
        return page(top, foot(cover)) + "<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
                + WordPages.coverSection(coverHeader) + "</w:pPr>" + pictures + "</w:p>\n";
    }

    /** The cover as a table as wide as the page: its second row starts where the foot's rule must be. */
    private static String page(String top, String foot) {
        int width = Word.twips(210);
        return "<w:tbl><w:tblPr><w:tblW w:w=\"" + width + "\" w:type=\"dxa\"/><w:tblInd w:w=\"-" + Word.twips(25)
                + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"" + Word.twips(25)
                + "\" w:type=\"dxa\"/><w:right w:w=\"" + Word.twips(20) + "\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
                + WordTables.grid(width)
                + coverRow(width, Word.twips(FOOT_TOP - WordPages.COVER_TOP), "", top)
                + coverRow(
                        width,
                        Word.twips(38),
                        "<w:tcBorders><w:top w:val=\"single\" w:sz=\"11\" w:space=\"0\" w:color=\"16292E\"/></w:tcBorders>",
                        foot)
                + "</w:tbl>\n";
    }

    private static String coverRow(int width, int height, String borders, String content) {
        return "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"" + height
                + "\" w:hRule=\"exact\"/></w:trPr><w:tc><w:tcPr>" + "<w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>"
                + borders + "</w:tcPr>" + content + "</w:tc></w:tr>\n";
    }

    private static String foot(Opening.Cover cover) {
        var xml = new StringBuilder();
        for (var fact : cover.facts()) {
            var first = xml.isEmpty() ? " w:before=\"300\"" : "";
            xml.append(Word.paragraph(
                    "Normal",
                    "<w:tabs><w:tab w:val=\"left\" w:pos=\"" + Word.twips(45) + "\"/></w:tabs><w:spacing" + first
                            + " w:after=\"120\" w:line=\"280\" w:lineRule=\"atLeast\"/><w:ind w:left=\""
                            + Word.twips(45) + "\" w:hanging=\"" + Word.twips(45) + "\"/>",
                    Word.runs(fact.label(), "<w:color w:val=\"47595D\"/><w:sz w:val=\"22\"/>") + "<w:r><w:tab/></w:r>"
                            + Word.runs(fact.value(), "<w:sz w:val=\"22\"/>")));
        }
        return xml.append(Word.paragraph("Petit", Word.runs(cover.credit(), "")))
                .toString();
    }

    /** A contents field with its entries and the pages of the PDF, until the reader's program counts its own. */
    private static String contents(List<Block> body, Map<String, Integer> pages) {
        var xml = new StringBuilder(Word.paragraph("TOCHeading", Word.runs("Sommaire", "")));
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
                            + Word.field("PAGEREF " + bookmark + " \\h", page(heading, pages), "") + "</w:hyperlink>"));
        }
        if (!opened) {
            return xml.toString();
        }
        // In the last entry: a paragraph of its own would open an empty page after contents that fill theirs.
        var end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        return xml.insert(xml.lastIndexOf("</w:p>"), end).toString();
    }

    private static String page(Block.Heading heading, Map<String, Integer> pages) {
        var page = pages.get(heading.anchor());
        return page == null ? "" : page.toString();
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
