package fr.maillage.community;

import java.text.Normalizer;
import java.util.Locale;

/** The name of a CPTS as it appears in addresses: plain letters, digits and hyphens. */
final class Slug {

    private static final int LONGEST = 70;

    private Slug() {}

    /** {@code « CPTS de l’Œuvre-aux-Âmes »} gives {@code cpts-de-l-oeuvre-aux-ames}; never empty. */
    static String of(String name) {
        var plain = Normalizer.normalize(
                        name.toLowerCase(Locale.FRENCH).replace("œ", "oe").replace("æ", "ae"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        var trimmed = strip(plain);
        var shortened = trimmed.length() <= LONGEST ? trimmed : strip(trimmed.substring(0, LONGEST));
        return shortened.isEmpty() ? "cpts" : shortened.equals("nouvelle") ? "cpts-nouvelle" : shortened;
    }

    private static String strip(String text) {
        return text.replaceAll("^-+|-+$", "");
    }
}
