package fr.maillage.documents;

import java.util.Locale;
import java.util.Random;

/** Invented meshes of hexagon-like cells: no real territory. */
final class SampleDrawings {

    private static final String[] CLASSES = {"#F6EDC3", "#B8D6B0", "#74B1AF", "#2F7C97", "#0E4257"};

    private SampleDrawings() {}

    static String cover() {
        return mesh(210, 169, 9, (x, y) -> Math.hypot(x - 110, (y - 85) * 1.3) < 62 ? "#E3EFF2" : "none");
    }

    static String map() {
        return mesh(100, 78, 9, (x, y) -> CLASSES[Math.min(4, (int) (Math.hypot(x - 45, y - 35) / 11))]);
    }

    private interface Fill {
        String at(double x, double y);
    }

    private static String mesh(int width, int height, int step, Fill fill) {
        var random = new Random(12);
        int columns = width / step + 3;
        int rows = height / step + 3;
        var xs = new double[columns + 1][rows + 1];
        var ys = new double[columns + 1][rows + 1];
        for (int i = 0; i <= columns; i++) {
            for (int j = 0; j <= rows; j++) {
                xs[i][j] = (i - 1) * step + random.nextDouble() * step * 0.6;
                ys[i][j] = (j - 1) * step + random.nextDouble() * step * 0.6;
            }
        }
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\">");
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < rows; j++) {
                var colour = fill.at(xs[i][j], ys[i][j]);
                svg.append(String.format(
                        Locale.ROOT,
                        "<path d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fL%.1f %.1fZ\" fill=\"%s\" stroke=\"%s\" stroke-width=\"0.3\"/>",
                        xs[i][j],
                        ys[i][j],
                        xs[i + 1][j],
                        ys[i + 1][j],
                        xs[i + 1][j + 1],
                        ys[i + 1][j + 1],
                        xs[i][j + 1],
                        ys[i][j + 1],
                        colour,
                        colour.equals("none") ? "#D3DBD6" : "#7FA6B2"));
            }
        }
        return svg.append("</svg>").toString();
    }
}
