package fr.maillage.diagnosis;

/**
 * A value in a word, and the rule by which it was found.
 *
 * @param word « moins favorable », « proche », « sous-dense »
 * @param sense what the word means for the inhabitants
 * @param rule a whole sentence
 */
public record Reading(String word, Sense sense, String rule) {

    public enum Sense {
        FAVOURABLE,
        UNFAVOURABLE,
        EVEN
    }
}
