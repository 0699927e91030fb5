package fr.maillage.charts;

/** The colours of classes; safe for colour-blind readers and in grey print, as the design guide measured them. */
public enum Palette {
    /** From pale to dark: less to more. */
    SEQUENTIAL("seq", "#F6EDC3", "#B8D6B0", "#74B1AF", "#2F7C97", "#0E4257"),

    /** Around a reference: brown is « moins favorable », petrol « plus favorable », which the legend must say. */
    DIVERGING("div", "#8A4B08", "#CF9A55", "#EFEDE6", "#79B0BD", "#0D5467");

    /** Of what is not known: white under a hatching of this colour. */
    public static final String HATCHING = "#8A9794";

    private final String code;
    private final String[] colours;

    Palette(String code, String... colours) {
        this.code = code;
        this.colours = colours;
    }

    /** The middle of the names of its style classes: {@code seq}, {@code div}. */
    public String code() {
        return code;
    }

    /**
     * Fewer classes take the colours that are furthest apart.
     *
     * @param index of the class, from 0
     * @param classes how many there are, 1 to 5
     * @return the place of its colour in the palette, 1 to 5
     */
    public int step(int index, int classes) {
        if (index < 0 || index >= classes || classes > colours.length) {
            throw new IllegalArgumentException("class " + index + " of " + classes);
        }
        return classes == 1 ? 3 : 1 + Math.round(index * (colours.length - 1f) / (classes - 1));
    }

    /** {@code #RRGGBB}, for documents and legends. */
    public String colour(int index, int classes) {
        return colours[step(index, classes) - 1];
    }

    /** Whether letters on this colour must be white. */
    public boolean dark(int index, int classes) {
        int step = step(index, classes);
        return this == SEQUENTIAL ? step >= 4 : step == 1 || step == 5;
    }
}
