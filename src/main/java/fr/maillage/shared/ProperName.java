package fr.maillage.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** The name of a CPTS or of an institution inside a French sentence, with the article that it takes. */
public final class ProperName {

    /** First words of names that take « la » or « l’ » as common nouns do. */
    private static final Set<String> FEMININE = Set.of(
            "cpts",
            "cpam",
            "msa",
            "ars",
            "cgss",
            "agence",
            "caisse",
            "communaute",
            "delegation",
            "mutualite",
            "association",
            "equipe");

    private static final Set<String> ELIDED = Set.of("ars", "agence", "association", "equipe");

    private ProperName() {}

    /** {@code la CPTS Lévézou}, {@code l’ARS Occitanie}, {@code la CPAM de l’Aveyron}. */
    public static String the(String name) {
        var first = first(name);
        if (!FEMININE.contains(first)) {
            return name;
        }
        return (ELIDED.contains(first) ? "l’" : "la ") + decapitalised(name, first);
    }

    /** {@code de la CPTS Lévézou}, {@code de l’ARS Occitanie}; {@code de} or {@code d’} before a name without article. */
    public static String of(String name) {
        var the = the(name);
        if (!the.equals(name)) {
            return "de " + the;
        }
        return (startsWithVowel(name) ? "d’" : "de ") + name;
    }

    /** A CPTS, whose name may leave « CPTS » out: {@code la CPTS Lévézou} for « Lévézou ». */
    public static String theCommunity(String name) {
        return FEMININE.contains(first(name)) ? the(name) : "la CPTS " + name;
    }

    public static String ofCommunity(String name) {
        return "de " + theCommunity(name);
    }

    /** A common noun loses its capital inside a sentence, initials keep theirs. */
    private static String decapitalised(String name, String first) {
        return name.startsWith(first.toUpperCase(Locale.ROOT))
                ? name
                : name.substring(0, 1).toLowerCase(Locale.FRENCH) + name.substring(1);
    }

    private static String first(String name) {
        return plain(name).split("[\\s,\\-]", 2)[0];
    }

    private static boolean startsWithVowel(String name) {
        return plain(name).matches("^[aeiouyh].*");
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }
}
