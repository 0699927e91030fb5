package fr.maillage.charts;

/**
 * What the parts of a chart are painted with: the name of a style class and, for paper, its attributes.
 *
 * @param name of the style class
 * @param attributes the same for what knows no style sheet
 */
record Paint(String name, String attributes) {

    static final Paint ROW_HERE = new Paint("graphique-ligne", "fill=\"#E3EFF2\"");
    static final Paint BAR_HERE = new Paint("graphique-ici", "fill=\"#0D5467\"");
    static final Paint BAR = new Paint("graphique-autre", "fill=\"#84918E\"");

    /** From the lowest to the highest value of an interval. */
    static final Paint RANGE = new Paint(
            "graphique-entre", "fill=\"#FFFFFF\" stroke=\"#47595D\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"");

    static final Paint RULE = new Paint("graphique-filet", "fill=\"none\" stroke=\"#D3DBD6\" stroke-width=\"1\"");
    static final Paint AXIS = new Paint("graphique-axe", "fill=\"none\" stroke=\"#6E7E7C\" stroke-width=\"1.5\"");
    static final Paint MARK = new Paint("graphique-repere", "fill=\"none\" stroke=\"#16292E\" stroke-width=\"2.5\"");
    static final Paint MARK_HALO =
            new Paint("graphique-repere-fond", "fill=\"none\" stroke=\"#FFFFFF\" stroke-width=\"6\"");

    static final Paint TEXT = new Paint("graphique-texte", "fill=\"#16292E\"");
    static final Paint STRONG = new Paint("graphique-texte graphique-gras", "fill=\"#16292E\" font-weight=\"bold\"");
    static final Paint MUTED = new Paint("graphique-texte graphique-second", "fill=\"#47595D\"");

    private static final String[] SERIES = {"#0D5467", "#C8741A", "#8E6BB5", "#84918E"};
    private static final String[] DASHES = {"", "10 5", "2.5 4", "10 4 2.5 4"};

    /** @param index of the series, from 0 */
    static Paint line(int index) {
        var dashes = DASHES[index].isEmpty() ? "" : " stroke-dasharray=\"" + DASHES[index] + "\"";
        return new Paint(
                "graphique-courbe graphique-courbe" + (index + 1),
                "fill=\"none\" stroke-width=\"" + (index == 0 ? 3 : 2.25) + "\" stroke-linejoin=\"round\" stroke=\""
                        + SERIES[index] + "\"" + dashes);
    }

    static Paint dot(int index) {
        return new Paint("graphique-point" + (index + 1), "fill=\"" + SERIES[index] + "\"");
    }

    /** The colour of a class, edged so that the palest shows on white. */
    static Paint ofClass(Palette palette, int index, int classes) {
        return new Paint(
                "graphique-classe classe-" + palette.code() + palette.step(index, classes),
                "fill=\"" + palette.colour(index, classes) + "\" stroke=\"#6E7E7C\" stroke-width=\"1\"");
    }
}
