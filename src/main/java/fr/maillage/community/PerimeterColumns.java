package fr.maillage.community;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a list of communes says what. −1 where there is no such column.
 *
 * @param headed whether the first line holds heads; else it is data already
 */
record PerimeterColumns(int code, int name, int postalCode, int part, int population, boolean headed) {

    private static final Set<String> CODE = Set.of(
            "code", "code insee", "insee", "code commune", "code de la commune", "codgeo", "com", "code insee commune");
    private static final Set<String> NAME =
            Set.of("commune", "nom", "nom commune", "nom de la commune", "libelle", "ville", "nom officiel");
    private static final Set<String> POSTAL = Set.of("code postal", "cp", "codes postaux", "postal");
    private static final Set<String> PART = Set.of("partie", "quartier", "partie de commune");
    private static final Set<String> POPULATION =
            Set.of("population", "population de la partie", "population declaree", "habitants");

    static PerimeterColumns of(List<String> header) {
        var heads = header.stream().map(PerimeterColumns::plain).toList();
        int code = find(heads, CODE);
        int name = find(heads, NAME);
        if (code < 0 && name < 0) {
            // No heads: one column of codes, or names followed by postal codes.
            return header.getFirst().strip().matches("\\d[\\dABab]?\\d{2,3}")
                    ? new PerimeterColumns(0, -1, -1, -1, -1, false)
                    : new PerimeterColumns(-1, 0, header.size() > 1 ? 1 : -1, -1, -1, false);
        }
        return new PerimeterColumns(code, name, find(heads, POSTAL), find(heads, PART), find(heads, POPULATION), true);
    }

    private static int find(List<String> heads, Set<String> names) {
        for (int i = 0; i < heads.size(); i++) {
            if (names.contains(heads.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String head) {
        return Normalizer.normalize(head, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .replaceAll(" (2\\d{3}|municipale)$", "")
                .strip();
    }
}
