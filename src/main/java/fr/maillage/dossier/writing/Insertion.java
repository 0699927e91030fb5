package fr.maillage.dossier.writing;

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

    /** The text with this insertion exchanged for something else, everywhere it stands. */
    String exchangedIn(String text, String other) {
        return in(text).replaceAll(Matcher.quoteReplacement(other));
    }

    /** An editor may write other spaces, or a bar before a sign: the words are the same. */
    private Matcher in(String text) {
        var pattern = new StringBuilder();
        for (var word : line().strip().split("[\\s\\u00A0\\u202F]+")) {
            if (!pattern.isEmpty()) {
                pattern.append("[\\s\\u00A0\\u202F]+");
            }
            word.codePoints().forEach(sign -> {
                if (!Character.isLetterOrDigit(sign)) {
                    pattern.append("\\\\?");
                }
                pattern.append(Pattern.quote(Character.toString(sign)));
            });
        }
        return Pattern.compile(pattern.toString()).matcher(text);
    }

    /** The figures to hold against those of today: what the author saw last. */
    Map<String, String> seen() {
        return kept == null ? facts : kept;
    }
}
