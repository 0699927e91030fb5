package fr.maillage.documents;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/** A pale diagonal word under every page, drawn as outlines and marked as an artifact: never read aloud, never searched. */
final class Watermark {

    private static final float SIZE = 118;

    private Watermark() {}

    static void stamp(PDDocument pdf) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Fonts.BOLD))) {
            for (var page : pdf.getPages()) {
                stamp(pdf, page, font);
            }
        }
    }

    private static void stamp(PDDocument pdf, PDPage page, TrueTypeFont font) throws IOException {
        var box = page.getMediaBox();
        float scale = SIZE / font.getUnitsPerEm();
        try (var content = new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.PREPEND, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.saveGraphicsState();
            content.transform(Matrix.getTranslateInstance(box.getWidth() / 2, box.getHeight() / 2));
            content.transform(Matrix.getRotateInstance(Math.atan2(box.getHeight(), box.getWidth()), 0, 0));
            content.transform(Matrix.getScaleInstance(scale, scale));
            content.transform(Matrix.getTranslateInstance(-width(font) / 2, -0.35f * font.getUnitsPerEm()));
            content.setNonStrokingColor(0xED / 255f, 0xF0 / 255f, 0xEE / 255f);
            float x = 0;
            for (char letter : Drafts.WORD.toCharArray()) {
                var name = font.nameToGID(String.valueOf(letter)) == 0 ? ".notdef" : String.valueOf(letter);
                draw(content, font.getPath(name).getPathIterator(AffineTransform.getTranslateInstance(x, 0)));
                x += font.getWidth(name);
            }
            content.fill();
            content.restoreGraphicsState();
            content.endMarkedContent();
        }
    }

    private static float width(TrueTypeFont font) throws IOException {
        float width = 0;
        for (char letter : Drafts.WORD.toCharArray()) {
            width += font.getWidth(String.valueOf(letter));
        }
        return width;
    }

    private static void draw(PDPageContentStream content, PathIterator path) throws IOException {
        var at = new float[6];
        float x = 0;
        float y = 0;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> content.moveTo(x = at[0], y = at[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(x = at[0], y = at[1]);
                case PathIterator.SEG_QUADTO -> {
                    // PDF has cubic curves only
                    content.curveTo(
                            x + (at[0] - x) * 2 / 3,
                            y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3,
                            x = at[2],
                            y = at[3]);
                }
                case PathIterator.SEG_CUBICTO -> content.curveTo(at[0], at[1], at[2], at[3], x = at[4], y = at[5]);
                default -> content.closePath();
            }
        }
    }
}
