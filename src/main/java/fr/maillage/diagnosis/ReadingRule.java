package fr.maillage.diagnosis;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value is put into a word.
 *
 * @param gap from how many percent of gap with the place it is compared with a value is no longer « proche »; null when
 *     the steps decide
 * @param steps the words of the value itself, the lowest first; empty when the gap decides
 * @param source where the steps come from; null without steps
 */
public record ReadingRule(
        @Nullable BigDecimal gap,
        List<Step> steps,
        @Nullable String source) {

    /** @param upTo the highest value, included, that the word holds for; null for the last step */
    public record Step(@Nullable BigDecimal upTo, String word) {}

    public ReadingRule {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
