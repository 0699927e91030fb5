package fr.maillage.documents;

import fr.maillage.documents.Block.Item;
import java.util.List;

/** Writes blocks as the body of a WordprocessingML document. */
final class WordBlocks {

    /** Width of a drawing that shares the page, in millimetres. */
    private static final double HALF = 77;

    /** A heading of a letter is 12 points, as in the PDF: that of a report would be as large as the letter's own title. */
    private static final String UNDER_A_LETTERHEAD =
            "<w:spacing w:before=\"227\" w:after=\"85\" w:line=\"300\" w:lineRule=\"atLeast\"/>";

    private final StringBuilder xml = new StringBuilder();
    private final DocxPackage docx;
    private final Numbering numbering;
    private final WordText text;
    private final WordTables tables;
    private final WordLists lists;
    private final boolean afterContents;
    private int pictures = 10;
    private int headings;

    WordBlocks(DocxPackage docx, Numbering numbering, WordText text, WordLists lists, boolean afterContents) {
        this.docx = docx;
        this.numbering = numbering;
        this.text = text;
        this.tables = new WordTables(text);
        this.lists = lists;
        this.afterContents = afterContents;
    }

    @Override
    public String toString() {
        return xml.toString();
    }

    void write(List<Block> blocks) {
        blocks.forEach(block -> write(block, Word.TEXT_WIDTH));
    }

    /** The bookmark of a heading, by its place in the outline; the contents refer to it. */
    static String bookmark(int place) {
        return "_Toc%09d".formatted(place);
    }

    private void write(Block block, int width) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph(var content) -> xml.append(Word.paragraph("Normal", text.runs(content, "")));
            case Block.BulletList(var items) -> list(items, WordLists.BULLETS, 0, width);
            case Block.NumberedList(var start, var items) -> list(items, lists.numbered(start, 0), 0, width);
            case Block.Table table -> table(table, width);
            case Block.Figure figure -> figure(figure, width);
            case Block.SideBySide(var left, var right) -> sideBySide(left, right, width);
            case Block.Callout callout -> callout(callout, width);
            case Block.Facts facts -> {
                xml.append(tables.facts(facts, width));
                spacer();
            }
            case Block.PageBreak _ -> xml.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n");
        }
    }

    private void heading(Block.Heading heading) {
        // The first chapter leaves the page of the contents; the others follow, kept with what they announce.
        var opens = afterContents && headings == 0 ? "<w:pageBreakBefore/>" : "";
        var modest = !afterContents && heading.level() == 2;
        int place = ++headings;
        xml.append(Word.paragraph(
                "Heading" + heading.level(),
                modest ? UNDER_A_LETTERHEAD : opens,
                "<w:bookmarkStart w:id=\"" + place + "\" w:name=\"" + bookmark(place) + "\"/>"
                        + Word.runs(heading.line(), modest ? "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>" : "")
                        + "<w:bookmarkEnd w:id=\"" + place + "\"/>"));
    }

    private void list(List<Item> items, int number, int level, int width) {
        for (var item : items) {
            boolean first = true;
            for (var block : item.content()) {
                switch (block) {
                    case Block.Paragraph(var content) -> {
                        var place = first
                                ? "<w:numPr><w:ilvl w:val=\"" + WordLists.deepest(level) + "\"/><w:numId w:val=\""
                                        + number + "\"/></w:numPr>"
                                : "<w:ind w:left=\"" + WordLists.indent(level) + "\"/>";
                        xml.append(Word.paragraph("ListParagraph", place, text.runs(content, "")));
                    }
                    case Block.BulletList(var nested) -> list(nested, WordLists.BULLETS, level + 1, width);
                    case Block.NumberedList(var start, var nested) ->
                        list(nested, lists.numbered(start, WordLists.deepest(level + 1)), level + 1, width);
                    default -> write(block, width);
                }
                first = false;
            }
        }
    }

    private void table(Block.Table table, int width) {
        if (!table.caption().isEmpty()) {
            xml.append(caption("Tableau", numbering.nextTable(), table.caption()));
        }
        xml.append(tables.data(table, width));
        if (table.note().isEmpty()) {
            spacer();
        } else {
            xml.append(Word.paragraph("Petit", Word.runs(table.note(), "")));
        }
    }

    private static String caption(String label, int number, String caption) {
        return Word.paragraph(
                "Caption",
                Word.runs(label + "\u00A0", "<w:b/><w:bCs/>")
                        + Word.field("SEQ " + label + " \\* ARABIC", String.valueOf(number), "<w:b/><w:bCs/>")
                        + Word.runs(".", "<w:b/><w:bCs/>")
                        + Word.runs(" " + caption, ""));
    }

    private void figure(Block.Figure figure, int width) {
        var caption = caption(figure);
        var credit = credit(figure);
        var legend = figure.legend();
        if (legend == null) {
            xml.append(Word.paragraph("Normal", "<w:keepNext/>", picture(figure, 165)));
            xml.append(caption).append(credit);
            return;
        }
        int left = Word.twips(83);
        int right = width - left;
        halves(
                left,
                Word.paragraph("Normal", picture(figure, HALF)),
                right,
                caption + WordLegend.xml(legend, right) + (credit.isEmpty() ? Word.paragraph("Petit", "") : credit));
    }

    private String caption(Block.Figure figure) {
        return caption(figure.kind().label, numbering.nextFigure(figure.kind()), figure.caption());
    }

    private static String credit(Block.Figure figure) {
        return figure.credit().isEmpty() ? "" : Word.paragraph("Petit", Word.runs(figure.credit(), ""));
    }

    private void sideBySide(Block.Figure left, Block.Figure right, int width) {
        int first = Word.twips(85);
        halves(first, half(left, Word.twips(HALF)), width - first, half(right, width - first));
    }

    private String half(Block.Figure figure, int width) {
        var legend = figure.legend();
        return Word.paragraph("Normal", "<w:keepNext/>", picture(figure, HALF))
                + caption(figure)
                + (legend == null ? "" : WordLegend.xml(legend, width))
                + (figure.credit().isEmpty() ? Word.paragraph("Petit", "") : credit(figure));
    }

    /** Two cells that stay on one page, between rules. */
    private void halves(int leftWidth, String left, int rightWidth, String right) {
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"").append(leftWidth + rightWidth);
        xml.append("\" w:type=\"dxa\"/><w:tblBorders>");
        xml.append("<w:top w:val=\"single\" w:sz=\"5\" w:space=\"0\" w:color=\"6E7E7C\"/>");
        xml.append("<w:bottom w:val=\"single\" w:sz=\"5\" w:space=\"0\" w:color=\"D3DBD6\"/></w:tblBorders>");
        xml.append("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"170\" w:type=\"dxa\"/>");
        xml.append("<w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"113\" w:type=\"dxa\"/>");
        xml.append("<w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>")
                .append(WordTables.grid(leftWidth, rightWidth));
        xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"")
                .append(leftWidth);
        xml.append("\" w:type=\"dxa\"/></w:tcPr>").append(left);
        xml.append("</w:tc><w:tc><w:tcPr><w:tcW w:w=\"").append(rightWidth);
        xml.append("\" w:type=\"dxa\"/></w:tcPr>").append(right).append("</w:tc></w:tr></w:tbl>\n");
        spacer();
    }

    private String picture(Block.Figure figure, double widthMm) {
        double heightMm = widthMm * Drawing.ratio(figure.svg());
        var relation = docx.image(Raster.png(figure.svg(), widthMm));
        return Word.inlinePicture(++pictures, relation, figure.alternative(), widthMm, heightMm);
    }

    /** A table of one cell with a rule at its left: it may hold anything. */
    private void callout(Block.Callout callout, int width) {
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"").append(width).append("\" w:type=\"dxa\"/><w:tblBorders>");
        xml.append("<w:left w:val=\"single\" w:sz=\"20\" w:space=\"0\" w:color=\"0D5467\"/></w:tblBorders>");
        xml.append("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"227\" w:type=\"dxa\"/></w:tblCellMar>");
        xml.append("</w:tblPr>").append(WordTables.grid(width)).append("<w:tr><w:tc><w:tcPr><w:tcW w:w=\"");
        xml.append(width).append("\" w:type=\"dxa\"/></w:tcPr>");
        int start = xml.length();
        if (!callout.title().isEmpty()) {
            xml.append(Word.paragraph("Normal", "<w:keepNext/>", Word.runs(callout.title(), "<w:b/><w:bCs/>")));
        }
        callout.content().forEach(block -> write(block, width - 300));
        if (xml.length() == start || !xml.toString().endsWith("</w:p>\n")) {
            spacer();
        }
        xml.append("</w:tc></w:tr></w:tbl>\n");
        spacer();
    }

    /** Word wants a paragraph after a table; a thin one keeps the rhythm. */
    private void spacer() {
        xml.append("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"200\" w:lineRule=\"exact\"/>"
                + "<w:rPr><w:sz w:val=\"8\"/></w:rPr></w:pPr></w:p>\n");
    }
}
