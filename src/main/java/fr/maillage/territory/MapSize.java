package fr.maillage.territory;

/** For what a map of classes is drawn: letters and lines keep their size when the drawing shrinks. */
public enum MapSize {
    /** A page; narrow windows enlarge the letters by their style sheet. */
    SCREEN(1520, 2, 1.15, 0.12, MapInk.SCREEN),

    /** Half the width of a printed page, its legend beside: no surroundings but those that have a class. */
    PAPER(760, 1.25, 1, 0.04, MapInk.PAPER),

    /** The full width of a printed page. */
    PAPER_WIDE(1520, 1.9, 1.5, 0.06, MapInk.PAPER);

    static final int LETTERS = 26;

    final int width;

    /** Units for one pixel of the design guide. */
    final double pixel;

    /** Smallest width divided by height. */
    final double tallest;

    /** Share of the extent added on each side. */
    final double margin;

    final MapInk ink;

    MapSize(int width, double pixel, double tallest, double margin, MapInk ink) {
        this.width = width;
        this.pixel = pixel;
        this.tallest = tallest;
        this.margin = margin;
        this.ink = ink;
    }
}
