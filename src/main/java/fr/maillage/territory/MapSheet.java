package fr.maillage.territory;

import fr.maillage.shared.French;
import fr.maillage.territory.MapLabels.Label;
import java.util.regex.Pattern;

/** What every map has: the element, hatchings, names with their halo, the scale. */
final class MapSheet {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF]");
    private static final int[][] HALO = {{-3, 0}, {3, 0}, {0, -3}, {0, 3}, {-2, -2}, {2, -2}, {-2, 2}, {2, 2}};
    private static final int RULER_LETTERS = 22;
    private static final int[] KILOMETRES = {1, 2, 5, 10, 20, 50, 100, 200};

    final StringBuilder svg = new StringBuilder(64_000);
    private final MapFrame frame;
    private final MapInk ink;

    MapSheet(MapFrame frame, MapInk ink) {
        this.frame = frame;
        this.ink = ink;
    }

    void open(String label, boolean links) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(frame.width)
                .append(' ')
                .append(frame.height)
                .append("\" ")
                .append(links ? "role=\"group\"" : "role=\"img\"")
                .append(" aria-label=\"")
                .append(escape(label))
                .append("\">");
    }

    /** @param ground under the lines, or empty to see through */
    void hatching(String id, String ground) {
        var colour = ink == MapInk.SCREEN ? "class=\"carte-hachure\"" : "stroke=\"#8A9794\" stroke-width=\"2\"";
        svg.append("<defs><pattern id=\"")
                .append(id)
                .append("\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\"")
                .append(" patternTransform=\"rotate(45)\">")
                .append(ground.isEmpty() ? "" : "<rect width=\"12\" height=\"12\" fill=\"" + ground + "\"/>")
                .append("<path d=\"M0 0v12\" ")
                .append(colour)
                .append("/></pattern></defs>");
    }

    /** A name, dark with a white halo. */
    void name(Label label) {
        if (ink.haloApart()) {
            apart(label, "#FFFFFF", "#16292E");
        } else {
            text(label, "");
        }
    }

    /** A name on a dark colour: white, with a halo of that colour. */
    void nameOnDark(Label label, String ground) {
        if (ink.haloApart()) {
            apart(label, ground, "#FFFFFF");
        } else {
            svg.append("<g class=\"carte-sombre\">");
            text(label, "");
            svg.append("</g>");
        }
    }

    /** The same letters around the name: the engine of the PDF fills letters and never strokes them. */
    private void apart(Label label, String halo, String colour) {
        for (int[] shift : HALO) {
            text(
                    new Label(
                            label.text(),
                            label.x() + shift[0],
                            label.y() + shift[1],
                            label.size(),
                            label.bold(),
                            label.main()),
                    " fill=\"" + halo + "\"");
        }
        text(label, " fill=\"" + colour + "\"");
    }

    private void text(Label label, String more) {
        svg.append("<text x=\"")
                .append(label.x())
                .append("\" y=\"")
                .append(label.y())
                .append("\" ")
                .append(ink.label(label))
                .append(more)
                .append('>')
                .append(escape(label.text()))
                .append("</text>");
    }

    void ruler() {
        int kilometres = KILOMETRES[0];
        for (int candidate : KILOMETRES) {
            if (candidate * frame.unitsByKm() < frame.width / 5.0) {
                kilometres = candidate;
            }
        }
        long length = Math.round(kilometres * frame.unitsByKm());
        int y = frame.height - 28;
        svg.append("<g aria-hidden=\"true\"><path ")
                .append(ink.ruler())
                .append(" d=\"M28 ")
                .append(y - 10)
                .append("v20h")
                .append(length)
                .append("v-20\"/>");
        var label = new Label(kilometres + " km", 0, 0, RULER_LETTERS, false, true);
        var inked = ink.label(label).replace("text-anchor=\"middle\"", "");
        svg.append("<text x=\"34\" y=\"")
                .append(y - 6)
                .append("\" ")
                .append(inked.replace("carte-nom", "carte-nom carte-km"))
                .append(ink.haloApart() ? " fill=\"#16292E\"" : "")
                .append('>')
                .append(label.text().replace(' ', French.NBSP))
                .append("</text></g>");
    }

    String close() {
        return svg.append("</svg>").toString();
    }

    /** XML knows no control characters; names come from files of others. */
    static String escape(String text) {
        return CONTROL.matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
