package fr.maillage.ui;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A state in an icon, a word and a colour.
 *
 * @param word « En instruction »
 * @param tone its colour
 * @param icon name in the sprite, or null
 * @param dashed not yet real: a draft, an expected thing
 */
public record Badge(String word, Tone tone, @Nullable String icon, boolean dashed) {

    /** The colours a state may have; the code ends the CSS class. */
    public enum Tone {
        GREEN,
        AMBER,
        RED,
        BLUE,
        GREY,
        PETROL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Badge of(String word, Tone tone) {
        return new Badge(word, tone, null, false);
    }

    public static Badge of(String word, Tone tone, String icon) {
        return new Badge(word, tone, icon, false);
    }

    /** Something that is still to come, with its word. */
    public static Badge toCome(String word) {
        return new Badge(word, Tone.GREY, "calendar-days", true);
    }

    public static Badge draft() {
        return new Badge("Brouillon", Tone.GREY, "pencil", true);
    }

    public static Badge submitted() {
        return of("Déposé", Tone.BLUE, "send");
    }

    public static Badge inReview() {
        return of("En instruction", Tone.PETROL, "scale");
    }

    public static Badge complementRequested() {
        return of("Complément demandé", Tone.AMBER, "message-circle-question-mark");
    }

    public static Badge validated() {
        return of("Validé", Tone.GREEN, "check");
    }

    public static Badge refused() {
        return of("Refusé", Tone.RED, "x");
    }

    public static Badge lapsed() {
        return of("Caduc", Tone.GREY, "archive");
    }
}
