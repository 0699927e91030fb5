package fr.maillage.charts;

/**
 * For what a chart is painted. On screen by the classes of {@code css/charts.css}, where light and dark differ, in two
 * widths so that letters keep their size; on paper by attributes alone, which documents and pictures understand.
 */
public enum Ink {
    SCREEN(640, 15),
    /** For a window or a column under about 600 pixels. */
    PHONE(340, 15),
    PAPER(640, 13);

    /** Of the drawing, in units; on screen a unit is about a pixel. */
    final int width;

    /** Of letters, in units. */
    final int size;

    Ink(int width, int size) {
        this.width = width;
        this.size = size;
    }

    boolean classes() {
        return this != PAPER;
    }
}
