package fr.maillage.territory;

/**
 * How the parts of a map are painted: by classes on screen, where light and dark differ, and by attributes in documents,
 * which know no style sheet.
 */
enum MapInk {
    SCREEN {
        @Override
        String neighbour() {
            return "class=\"carte-voisine\"";
        }

        @Override
        String taken() {
            return "class=\"carte-autre\"";
        }

        @Override
        String outline() {
            return "class=\"carte-bord\"";
        }

        @Override
        String zone(int zone) {
            return "class=\"carte-zone carte-zone" + zone + "\"";
        }

        @Override
        String between() {
            return "class=\"carte-entre\"";
        }

        @Override
        String selected() {
            return "class=\"carte-ici\"";
        }

        @Override
        String ruler() {
            return "class=\"carte-echelle\"";
        }

        @Override
        String label(MapLabels.Label label) {
            return "class=\"carte-nom" + (label.bold() ? " carte-gras" : "") + (label.main() ? "" : " carte-mineur")
                    + "\" font-size=\"" + label.size() + "\"";
        }

        @Override
        boolean haloApart() {
            return false;
        }
    },

    PAPER {
        private static final String[] ZONES = {"#FFFFFF", "#D0E5EB", "#F3F5E2", "#C2B7D8", "#E3CDB3"};

        @Override
        String neighbour() {
            return "fill=\"#FFFFFF\" stroke=\"#D3DBD6\" stroke-width=\"2\"";
        }

        @Override
        String taken() {
            return "fill=\"url(#hachures)\" stroke=\"#D3DBD6\" stroke-width=\"2\"";
        }

        @Override
        String outline() {
            return "fill=\"#0D5467\" stroke=\"#0D5467\" stroke-width=\"9\" stroke-linejoin=\"round\"";
        }

        @Override
        String zone(int zone) {
            return "fill=\"" + ZONES[zone] + "\" stroke=\"#8FA9AF\" stroke-width=\"1.5\"";
        }

        @Override
        String between() {
            return "fill=\"none\" stroke=\"#0D5467\" stroke-width=\"3\" stroke-dasharray=\"10 6\"";
        }

        @Override
        String selected() {
            return "fill=\"#F2B91D\" stroke=\"#16292E\" stroke-width=\"4\"";
        }

        @Override
        String ruler() {
            return "fill=\"none\" stroke=\"#16292E\" stroke-width=\"2\"";
        }

        @Override
        String label(MapLabels.Label label) {
            return "font-family=\"Atkinson Hyperlegible Next\" font-size=\"" + label.size()
                    + "\" text-anchor=\"middle\"" + (label.bold() ? " font-weight=\"bold\"" : "");
        }

        @Override
        boolean haloApart() {
            return true;
        }
    };

    abstract String neighbour();

    abstract String taken();

    abstract String outline();

    abstract String zone(int zone);

    abstract String between();

    abstract String selected();

    abstract String ruler();

    abstract String label(MapLabels.Label label);

    /** Whether the halo of a name is a text of its own, under it. */
    abstract boolean haloApart();
}
