package fr.maillage.dossier.writing;

import fr.maillage.diagnosis.Sentence;
import fr.maillage.documents.Block;
import fr.maillage.documents.Narrative;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something put into a text from the diagnosis, as it was on that day.
 *
 * @param key the narrative it was put into
 * @param name of the line that stands for a figure; null for a sentence
 * @param words as they were put into the text; the caption of a figure
 * @param facts every figure in it as printed, by what it is
 * @param figure the drawing, null for a sentence
 * @param kept the figures of a later day that the author saw and did not follow, else null
 */
public record Insertion(
        UUID id,
        String key,
        @Nullable String name,
        Subject subject,
        String title,
        String words,
        Map<String, String> facts,
        Block.@Nullable Figure figure,
        @Nullable Map<String, String> kept,
        Instant insertedAt,
        String insertedBy) {

    /**
     * What it was made from.
     *
     * @param code of the indicator, or identifier of the scenario
     */
    public record Subject(Kind kind, String code) {

        /** Where the diagnosis keeps it. */
        public enum Kind {
            INDICATOR("indicateur", "indicateurs"),
            SCENARIO("scenario", "scenarios");

            private final String code;
            private final String page;

            Kind(String code, String page) {
                this.code = code;
                this.page = page;
            }
        }

        static Subject indicator(String code) {
            return new Subject(Kind.INDICATOR, code);
        }

        static Subject scenario(UUID id) {
            return new Subject(Kind.SCENARIO, id.toString());
        }

        /** Where one reads it, under the address of the CPTS. */
        public String page() {
            return "/diagnostic/" + kind.page + "/" + code;
        }

        /** One that was deleted has no page any more. */
        public boolean isScenario() {
            return kind == Kind.SCENARIO;
        }

        String stored() {
            return kind.code + ":" + code;
        }

        static Subject ofStored(String stored) {
            var parts = stored.split(":", 2);
            return new Subject(parts[0].equals(Kind.SCENARIO.code) ? Kind.SCENARIO : Kind.INDICATOR, parts[1]);
        }
    }

    /** What stands for it in the text. */
    String line() {
        return name == null ? words : Narrative.figureLine(name);
    }

    /** Whether the text still holds it word for word. */
    boolean isIn(String text) {
        return in(text).find();
    }

    /**
     * Whether the text no longer holds this sentence word for word, but still one of its figures: somebody wrote it in
     * other words. A year alone is no trace of it, it stands in many sentences.
     */
    boolean isRewrittenIn(String text) {
        return figure == null
                && !isIn(text)
                && facts.entrySet().stream()
                        .filter(fact -> !fact.getKey().equals(Sentence.YEAR))
                        .map(Map.Entry::getValue)
                        .filter(Insertion::isTelling)
                        .anyMatch(value -> pattern("(?<![\\p{L}\\d,])", value, "(?![\\p{L}\\d]|,\\d)")
                                .matcher(text)
                                .find());
    }

    /** Whether a printed figure is seldom written by chance: « 9,1 km », « 3 553 (8,5 %) », not « 9 ». */
    private static boolean isTelling(String printed) {
        return printed.codePoints().filter(Character::isDigit).count() >= 2;
    }

    /** The text with this insertion exchanged for something else, everywhere it stands. */
    String exchangedIn(String text, String other) {
        return in(text).replaceAll(Matcher.quoteReplacement(other));
    }

    private Matcher in(String text) {
        return pattern("", line(), "").matcher(text);
    }

    /** An editor may write other spaces, or a bar before a sign: the words are the same. */
    private static Pattern pattern(String before, String words, String after) {
        var pattern = new StringBuilder(before);
        var apart = "";
        for (var word : words.strip().split("[\\s\\u00A0\\u202F]+")) {
            pattern.append(apart);
            apart = "[\\s\\u00A0\\u202F]+";
            word.codePoints().forEach(sign -> {
                if (!Character.isLetterOrDigit(sign)) {
                    pattern.append("\\\\?");
                }
                pattern.append(Pattern.quote(Character.toString(sign)));
            });
        }
        return Pattern.compile(pattern + after);
    }

    /** The figures to hold against those of today: what the author saw last. */
    Map<String, String> seen() {
        return kept == null ? facts : kept;
    }
}
