package fr.maillage.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The SMART reading of a fiche action, letter by letter: what holds, what is missing, how to mend it. Facts in words, never
 * a score: a team writes for its patients, not for points.
 */
public final class Smart {

    public static final String SOURCE =
            "Méthode conseillée par le guide CPTS de l’ARS Auvergne-Rhône-Alpes (spécifique, mesurable, ambitieux, réaliste, temporel) ; les points lus sont ceux de Maillage";

    private Smart() {}

    /** The five letters. */
    public enum Name {
        SPECIFIC("S", "Spécifique"),
        MEASURABLE("M", "Mesurable"),
        ATTAINABLE("A", "Atteignable"),
        RELEVANT("R", "Réaliste et pertinente"),
        TIMED("T", "Temporelle");

        private final String sign;
        private final String word;

        Name(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        public String sign() {
            return sign;
        }

        public String word() {
            return word;
        }

        /** For the anchors of pages. */
        public String code() {
            return sign.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a rule says of an action.
     *
     * @param sentence what holds, or what is missing
     * @param how what to do about it
     * @param mend the page of the CPTS where it is done: {@code /actions/3/moyens}
     */
    public record Point(SmartRule rule, boolean holds, String sentence, String how, String mend) {}

    /** A letter with every point that could be read; a rule that has nothing to look at says nothing. */
    public record Letter(Name name, List<Point> points) {

        public boolean holds() {
            return points.stream().allMatch(Point::holds);
        }

        /** « tient », « à compléter », « à construire ». */
        public String verdict() {
            if (holds()) {
                return "tient";
            }
            return points.stream().anyMatch(Point::holds) ? "à compléter" : "à construire";
        }
    }

    public static List<Letter> read(StructuredProject project, Action action) {
        return Arrays.stream(Name.values())
                .map(name -> new Letter(
                        name,
                        Arrays.stream(SmartRule.values())
                                .filter(rule -> rule.letter() == name)
                                .flatMap(rule -> rule.read(project, action).stream())
                                .toList()))
                .toList();
    }
}
