package fr.maillage.documents;

import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Row;
import java.util.List;

/** Writes the tables of data and of facts. */
final class WordTables {

    private static final String GREY = "<w:color w:val=\"47595D\"/>";
    private static final String RULE = " w:val=\"single\" w:sz=\"7\" w:space=\"0\" w:color=\"16292E\"/>";

    private final WordText text;

    WordTables(WordText text) {
        this.text = text;
    }

    String data(Block.Table table, int width) {
        var widths = ColumnWidths.of(table, width);
        var xml = new StringBuilder("<w:tbl><w:tblPr><w:tblStyle w:val=\"Donnees\"/><w:tblW w:w=\"" + width
                + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:firstRow=\"1\" w:lastRow=\"0\""
                + " w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\" w:val=\"06A0\"/>");
        if (!table.caption().isEmpty()) {
            xml.append("<w:tblCaption w:val=\"")
                    .append(Html.escape(table.caption()))
                    .append("\"/>");
        }
        xml.append("</w:tblPr>").append(grid(widths));
        xml.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            var column = table.columns().get(i);
            xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(widths[i]).append("\" w:type=\"dxa\"/>");
            xml.append(
                    "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"5\" w:space=\"0\" w:color=\"6E7E7C\"/></w:tcBorders>");
            xml.append("<w:vAlign w:val=\"bottom\"/></w:tcPr>");
            xml.append(Word.paragraph(
                    "Cellule",
                    "<w:keepNext/>" + alignment(column.align()),
                    Word.runs(column.title(), "<w:b/><w:bCs/>" + GREY)));
            xml.append("</w:tc>");
        }
        xml.append("</w:tr>\n");
        table.rows().forEach(row -> xml.append(row(row, table.columns(), widths)));
        return xml.append("</w:tbl>\n").toString();
    }

    private String row(Row row, List<Column> columns, int[] widths) {
        boolean bold = row.emphasis() == Emphasis.HIGHLIGHTED || row.emphasis() == Emphasis.TOTAL;
        var xml = new StringBuilder("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(widths[i]).append("\" w:type=\"dxa\"/>");
            if (row.emphasis() == Emphasis.TOTAL) {
                xml.append("<w:tcBorders><w:top").append(RULE).append("</w:tcBorders>");
            }
            if (row.emphasis() == Emphasis.HIGHLIGHTED) {
                xml.append("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E3EFF2\"/>");
            }
            if (row.emphasis() == Emphasis.UNCERTAIN) {
                xml.append("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FBE3C4\"/>");
            }
            xml.append("</w:tcPr>");
            xml.append(Word.paragraph(
                    "Cellule",
                    alignment(columns.get(i).align()),
                    text.runs(row.cells().get(i), bold ? "<w:b/><w:bCs/>" : "")));
            xml.append("</w:tc>");
        }
        return xml.append("</w:tr>\n").toString();
    }

    String facts(Block.Facts facts, int width) {
        int[] widths = {Word.twips(42), width - Word.twips(42)};
        var xml = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"" + width
                + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"45\" w:type=\"dxa\"/>"
                + "<w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"45\" w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:firstColumn=\"1\" w:val=\"0080\"/>"
                + "</w:tblPr>" + grid(widths));
        for (var line : facts.lines()) {
            xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>").append(cell(widths[0], Word.runs(line.label(), GREY)));
            xml.append(cell(widths[1], text.runs(line.value(), ""))).append("</w:tr>\n");
        }
        return xml.append("</w:tbl>\n").toString();
    }

    static String grid(int... widths) {
        var xml = new StringBuilder("<w:tblGrid>");
        for (int width : widths) {
            xml.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        return xml.append("</w:tblGrid>\n").toString();
    }

    private static String cell(int width, String runs) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/></w:tcPr>" + Word.paragraph("Cellule", runs)
                + "</w:tc>";
    }

    static String alignment(Align align) {
        return switch (align) {
            case LEFT -> "";
            case CENTER -> "<w:jc w:val=\"center\"/>";
            case RIGHT -> "<w:jc w:val=\"right\"/>";
        };
    }
}
