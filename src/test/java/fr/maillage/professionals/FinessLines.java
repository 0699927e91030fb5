package fr.maillage.professionals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A small file in the layout of the FINESS, of plainly fictional establishments. */
final class FinessLines {

    static final String LAMBERT = "1,EXEMPLE,100,BAN,EPSG:2154 RGF93 / Lambert-93 (Métropole)";

    private FinessLines() {}

    static Path file(Path folder, String... lines) throws IOException {
        return file(folder, StandardCharsets.UTF_8, lines);
    }

    static Path file(Path folder, Charset charset, String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("etalab-cs1100507-stock-exemple.csv"),
                "finess;etalab;111;2026-05-12\n" + String.join("\n", lines) + "\n",
                charset);
    }

    /** @param commune the last three digits, as the file has them */
    static String establishment(
            String finess,
            String name,
            String category,
            String label,
            String departement,
            String commune,
            String routing) {
        var cells = new String[32];
        Arrays.fill(cells, "");
        cells[0] = "structureet";
        cells[1] = finess;
        cells[2] = "120000000";
        cells[3] = name;
        cells[12] = commune;
        cells[13] = departement;
        cells[15] = routing;
        cells[18] = category;
        cells[19] = label;
        cells[28] = "1999-12-31";
        return String.join(";", cells);
    }

    static String position(String finess, String x, String y, String projection) {
        return String.join(";", "geolocalisation", finess, x, y, projection, "2026-05-04");
    }
}
