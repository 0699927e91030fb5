package fr.maillage.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes one drawing; the only place where text meets markup. */
final class Svg {

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final Ink ink;
    private final StringBuilder body = new StringBuilder(4_000);

    Svg(Ink ink) {
        this.ink = ink;
    }

    void rect(Paint paint, double x, double y, double width, double height) {
        body.append("<rect ")
                .append(painted(paint))
                .append(at(" x", x))
                .append(at(" y", y))
                .append(at(" width", Math.max(0, width)))
                .append(at(" height", Math.max(0, height)))
                .append("/>");
    }

    void line(Paint paint, double x1, double y1, double x2, double y2) {
        body.append("<path ")
                .append(painted(paint))
                .append(" d=\"M")
                .append(number(x1))
                .append(' ')
                .append(number(y1))
                .append('L')
                .append(number(x2))
                .append(' ')
                .append(number(y2))
                .append("\"/>");
    }

    /** @param points as in the attribute {@code d}, absolute */
    void path(Paint paint, String points) {
        body.append("<path ")
                .append(painted(paint))
                .append(" d=\"")
                .append(points)
                .append("\"/>");
    }

    void circle(Paint paint, double x, double y, double radius) {
        body.append("<circle ")
                .append(painted(paint))
                .append(at(" cx", x))
                .append(at(" cy", y))
                .append(at(" r", radius))
                .append("/>");
    }

    /** @param y of the line on which letters stand */
    void text(Paint paint, Anchor anchor, double x, double y, String words) {
        var anchored =
                anchor == Anchor.START ? "" : " text-anchor=\"" + (anchor == Anchor.END ? "end" : "middle") + "\"";
        body.append("<text ")
                .append(painted(paint))
                .append(at(" x", x))
                .append(at(" y", y))
                .append(anchored)
                .append('>')
                .append(escape(words))
                .append("</text>");
    }

    /** A rectangle with diagonals: what is not known. Drawn line by line, as a pattern would need a name of its own. */
    void hatched(double x, double y, double width, double height) {
        rect(Paint.RANGE, x, y, width, height);
        for (double from = 5; from < width; from += 6) {
            double rise = Math.min(height, from);
            line(Paint.AXIS, x + from, y, x + from - rise, y + rise);
        }
    }

    String close(double height, String alternative) {
        var letters = ink.classes()
                ? "class=\"graphique graphique-" + (ink == Ink.PHONE ? "etroit" : "large") + "\" font-size=\""
                : "font-family=\"Atkinson Hyperlegible Next\" font-size=\"";
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + ink.width + " " + number(Math.ceil(height))
                + "\" " + letters + ink.size + "\" role=\"img\" aria-label=\"" + escape(alternative) + "\">" + body
                + "</svg>";
    }

    private String painted(Paint paint) {
        return ink.classes() ? "class=\"" + paint.name() + "\"" : paint.attributes();
    }

    private static String at(String name, double value) {
        return name + "=\"" + number(value) + "\"";
    }

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** XML knows no control character but three; whatever else a label holds is text. */
    static String escape(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> clean.append("&amp;");
                case '<' -> clean.append("&lt;");
                case '>' -> clean.append("&gt;");
                case '"' -> clean.append("&quot;");
                default -> {
                    boolean written =
                            point >= ' ' && point != 0xFFFE && point != 0xFFFF && (point < 0xD800 || point > 0xDFFF);
                    clean.appendCodePoint(written ? point : ' ');
                }
            }
        });
        return clean.toString();
    }
}
