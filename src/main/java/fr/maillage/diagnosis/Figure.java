package fr.maillage.diagnosis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A figure, an interval, or the reason why there is none: missing is never zero. */
public sealed interface Figure {

    /** @param caution what part of the territory it leaves out, in a sentence; null when it covers all */
    record Known(
            BigDecimal value, FigureSource source, @Nullable String caution) implements Figure {}

    /** Some counts are secret or too small to be published: the true value lies between two. */
    record Between(BigDecimal low, BigDecimal high, String reason, FigureSource source) implements Figure {}

    record Absent(Reason reason, String words) implements Figure {}

    /** Why there is no figure. */
    enum Reason {
        NOT_LOADED("non chargé"),
        NOT_PUBLISHED("non publié"),
        SECRET("secret"),
        NOT_COVERED("non couvert"),
        NOT_COMPUTED("non calculé");

        private final String word;

        Reason(String word) {
            this.word = word;
        }
    }

    static Figure notLoaded(String what) {
        return new Absent(Reason.NOT_LOADED, "non chargé : " + what);
    }

    static Figure notPublished() {
        return new Absent(Reason.NOT_PUBLISHED, "non publié à ce niveau");
    }

    /**
     * A source may give zero to divide by: a commune destroyed in 1916 has no inhabitant, a citadel an area of 0 km².
     *
     * @param people whether it is people that lack
     */
    static Figure nothingToDivideBy(boolean people) {
        return new Absent(
                Reason.NOT_COMPUTED,
                people
                        ? "non calculé\u00a0: la source n’y compte personne"
                        : "non calculé\u00a0: la source y donne zéro au dénominateur");
    }

    /** The value when it is a single one, else null. */
    default @Nullable BigDecimal known() {
        return this instanceof Known known ? known.value : null;
    }

    /** « 9,1 km », « entre 12 et 32 », « non publié à ce niveau ». */
    default String text(Indicator indicator) {
        return switch (this) {
            case Known known -> indicator.print(known.value);
            case Between between -> "entre " + indicator.number(between.low) + " et " + indicator.print(between.high);
            case Absent absent -> absent.words;
        };
    }

    /** As {@link #text} for a narrow place: a long unit is left to the heading, a reason is one word. */
    default String compact(Indicator indicator) {
        return switch (this) {
            case Known known -> indicator.compact(known.value);
            case Between between -> indicator.number(between.low) + " à " + indicator.compact(between.high);
            case Absent absent -> absent.reason.word;
        };
    }

    /** Where it comes from; null when there is none. */
    default @Nullable FigureSource from() {
        return switch (this) {
            case Known known -> known.source;
            case Between between -> between.source;
            case Absent _ -> null;
        };
    }
}
