package fr.maillage.territory;

import fr.maillage.territory.ChoroplethMap.Shade;
import org.jspecify.annotations.Nullable;

/** How a map of classes is painted: by classes on screen, by attributes on paper. */
final class ChoroplethInk {

    /** How much of its colour a commune of the surroundings keeps: the territory stays what is read. */
    private static final double OUTSIDE = 0.4;

    private final ChoroplethMap map;
    private final MapSize size;
    private final boolean screen;
    private final String hatching;

    ChoroplethInk(ChoroplethMap map, MapSize size, String hatching) {
        this.map = map;
        this.size = size;
        this.screen = size.ink == MapInk.SCREEN;
        this.hatching = hatching;
    }

    String inside(@Nullable Shade shade) {
        if (shade == null) {
            return screen ? "class=\"carte-classe carte-zone1\"" : "fill=\"#D0E5EB\" " + stroke("#FFFFFF", 0.9);
        }
        if (shade.index() == ChoroplethMap.UNKNOWN) {
            return unknown();
        }
        return screen
                ? "class=\"carte-classe classe-" + map.palette().code()
                        + map.palette().step(shade.index(), map.classes()) + "\""
                : "fill=\"" + map.palette().colour(shade.index(), map.classes()) + "\" " + stroke("#FFFFFF", 0.9);
    }

    String outside(Shade shade) {
        if (shade.index() == ChoroplethMap.UNKNOWN) {
            return unknown();
        }
        return screen
                ? "class=\"carte-classe carte-dehors classe-" + map.palette().code()
                        + map.palette().step(shade.index(), map.classes()) + "\""
                : "fill=\"" + paler(map.palette().colour(shade.index(), map.classes())) + "\" "
                        + stroke("#FFFFFF", 0.9);
    }

    private String unknown() {
        return "fill=\"url(#" + hatching + ")\" " + (screen ? "class=\"carte-inconnue\"" : stroke("#D3DBD6", 0.9));
    }

    /** Drawn under the fills: half of it shows. */
    String edge() {
        return screen
                ? "class=\"carte-lisiere\""
                : "fill=\"#16292E\" " + stroke("#16292E", 4) + " stroke-linejoin=\"round\"";
    }

    String between() {
        return screen
                ? "class=\"carte-entre carte-epci\""
                : "fill=\"none\" " + stroke("#16292E", 1.5) + " stroke-dasharray=\"" + 5 * size.pixel + " "
                        + 3 * size.pixel + "\"";
    }

    String circle() {
        return screen ? "class=\"carte-cercle\"" : "fill=\"#C8741A\" fill-opacity=\"0.8\" " + stroke("#16292E", 1);
    }

    String ring() {
        return screen ? "class=\"carte-anneau\"" : "fill=\"none\" " + stroke("#16292E", 1);
    }

    String point() {
        return screen ? "class=\"carte-point\"" : "fill=\"#16292E\" " + stroke("#FFFFFF", 1.2);
    }

    String cross() {
        return screen ? "class=\"carte-croix\"" : "fill=\"#FFFFFF\" " + stroke("#16292E", 1.6);
    }

    String ground() {
        return screen ? "class=\"carte-cartouche\"" : "fill=\"#FFFFFF\" fill-opacity=\"0.9\"";
    }

    private String stroke(String colour, double pixels) {
        return "stroke=\"" + colour + "\" stroke-width=\"" + Math.round(pixels * size.pixel * 10) / 10.0 + "\"";
    }

    /** On white. Computed: a see-through colour would darken where it meets its neighbours on paper. */
    private static String paler(String colour) {
        var paler = new StringBuilder("#");
        for (int i = 1; i < 7; i += 2) {
            int part = Integer.parseInt(colour, i, i + 2, 16);
            paler.append(String.format("%02X", Math.round(255 - (255 - part) * OUTSIDE)));
        }
        return paler.toString();
    }
}
