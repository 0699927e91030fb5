package fr.maillage.documents;

import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Legend;

/** Writes the legend of a map: a swatch, the class, its counts. */
final class WordLegend {

    private static final int SWATCH = Word.twips(6);
    private static final int GAP = Word.twips(2.5);

    private static final int CHARACTER = 112;

    private WordLegend() {}

    static String xml(Legend legend, int width) {
        int columns = legend.headers().size();
        var widths = widths(legend, width);
        var xml = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"" + width + "\" w:type=\"dxa\"/><w:tblBorders>"
                + "<w:insideH w:val=\"single\" w:sz=\"5\" w:space=\"0\" w:color=\"D3DBD6\"/></w:tblBorders>"
                + "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"74\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/>"
                + "<w:bottom w:w=\"74\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
                + WordTables.grid(widths));
        xml.append("<w:tr><w:trPr><w:tblHeader/></w:trPr>");
        xml.append(cell(widths[0], "", ""));
        for (int i = 0; i < columns; i++) {
            xml.append(cell(
                    widths[i + 1],
                    i == 0 ? "" : right(),
                    Word.runs(legend.headers().get(i), "<w:color w:val=\"47595D\"/>")));
        }
        xml.append("</w:tr>\n");
        for (var entry : legend.entries()) {
            xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            xml.append(cell(widths[0], "", swatch(entry.colour())));
            for (int i = 0; i < columns; i++) {
                xml.append(cell(
                        widths[i + 1],
                        i == 0 ? "" : right(),
                        Word.runs(entry.cells().get(i), "")));
            }
            xml.append("</w:tr>\n");
        }
        return xml.append("</w:tbl>\n").toString();
    }

    /** The swatch, then the class, which takes what the figures leave. */
    private static int[] widths(Legend legend, int width) {
        var widths = new int[legend.headers().size() + 1];
        widths[0] = SWATCH + GAP;
        int left = width - widths[0];
        for (int i = legend.headers().size(); i > 1; i--) {
            int longest = legend.headers().get(i - 1).length();
            for (var entry : legend.entries()) {
                longest = Math.max(longest, entry.cells().get(i - 1).length());
            }
            widths[i] = longest * CHARACTER + GAP;
            left -= widths[i];
        }
        widths[1] = left;
        return widths;
    }

    /** Shaded no-break spaces: they keep their colour in print and when copied. */
    private static String swatch(String colour) {
        return "<w:r><w:rPr><w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"6E7E7C\"/>"
                + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + colour.substring(1)
                + "\"/></w:rPr><w:t xml:space=\"preserve\">\u00A0\u00A0\u00A0\u00A0\u00A0</w:t></w:r>";
    }

    private static String right() {
        return WordTables.alignment(Align.RIGHT);
    }

    private static String cell(int width, String properties, String runs) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/></w:tcPr>"
                + Word.paragraph("Cellule", "<w:keepNext/>" + properties, runs) + "</w:tc>";
    }
}
