package fr.maillage.dossier.completeness;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/**
 * What a text says in figures and the project says otherwise. Only words that speak of the whole territory are looked at
 * (« les 12 communes », « regroupe 12 communes »): « 12 communes ont une pharmacie » contradicts nothing.
 */
final class WordsAgainstFacts {

    /** An instructor is told « 42 000 habitants » for 41 690: rounding is no contradiction. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.03");

    private static final String SPACE = "[\\s\\u00A0\\u202F]";
    private static final String WHOLE =
            "(?<![\\p{L}\\d])(?:les|nos|ses|leurs|aux|compte|comptent|comprend|regroupe|réunit|rassemble|couvre|compose de|composé de)"
                    + SPACE + "+";
    private static final String NUMBER = "(\\d{1,3}(?:" + SPACE + "?\\d{3})*|\\d+)" + SPACE + "+";

    private static final Pattern COMMUNES = Pattern.compile(
            WHOLE + NUMBER + "communes(?!" + SPACE
                    + "+(?:de moins|de plus|rurales|déléguées|associées|nouvelles|voisines|sans|sur|qui|les plus))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern INHABITANTS = Pattern.compile(
            WHOLE + NUMBER + "habitants(?!" + SPACE + "+(?:de moins|de plus|sans|sur|qui|âgés))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private WordsAgainstFacts() {}

    /** Sentences in French, each naming both figures; empty when nothing contradicts, or no territory is chosen. */
    static List<String> in(String text, int communes, long population) {
        var found = new ArrayList<String>();
        if (communes > 0) {
            look(COMMUNES, text, "communes", communes, said -> said != communes, found);
            look(INHABITANTS, text, "habitants", population, said -> far(said, population), found);
        }
        return found;
    }

    private static void look(
            Pattern pattern, String text, String what, long known, LongPredicate wrong, List<String> found) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            var digits = matcher.group(1).replaceAll("\\D", "");
            if (digits.length() > 9) {
                continue;
            }
            long said = Long.parseLong(digits);
            var sentence = "Le texte dit " + French.number(said) + " " + what + ", le territoire en compte "
                    + French.number(known) + ".";
            if (wrong.test(said) && !found.contains(sentence)) {
                found.add(sentence);
            }
        }
    }

    private static boolean far(long said, long known) {
        return BigDecimal.valueOf(Math.abs(said - known))
                        .compareTo(BigDecimal.valueOf(known).multiply(TOLERANCE))
                > 0;
    }
}
