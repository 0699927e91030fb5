package fr.maillage.diagnosis;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts values into words by the rule of their indicator. */
final class Readings {

    private Readings() {}

    /** Null when nothing is known that could be read. Of a context the first zone is read. */
    static @Nullable Reading of(
            Indicator indicator, Feed feed, Figure territory, List<Gap> gaps, List<Context> contexts) {
        var value = territory.known();
        var compared = gaps;
        if (value == null && !contexts.isEmpty()) {
            value = contexts.getFirst().figure().known();
            compared = contexts.getFirst().gaps();
        }
        if (value == null) {
            return null;
        }
        var rule = indicator.reading();
        // The steps of a text hold for what the text measures, not for our approximation of it.
        if (!rule.steps().isEmpty() && feed.making() != Making.APL) {
            return byStep(indicator, rule, value);
        }
        if (rule.gap() == null) {
            return null;
        }
        if (!compared.isEmpty()) {
            var gap = compared.getFirst();
            return byGap(
                    indicator.direction(), rule.gap(), gap.printed(), gap.with().the());
        }
        return contexts.isEmpty() || territory.known() != null
                ? null
                : byMedian(indicator.direction(), rule.gap(), contexts.getFirst());
    }

    private static @Nullable Reading byMedian(Direction direction, BigDecimal least, Context context) {
        return context.median()
                .flatMap(median ->
                        context.toMedian().map(gap -> byGap(direction, least, gap.printed(), "la " + median.words())))
                .orElse(null);
    }

    /** @param percent as printed */
    static Reading byGap(Direction direction, BigDecimal least, BigDecimal percent, String with) {
        var step = French.decimal(least.stripTrailingZeros()) + French.NBSP + "%";
        if (percent.abs().compareTo(least) < 0) {
            return new Reading("proche", Reading.Sense.EVEN, "Moins de " + step + " d’écart avec " + with + ".");
        }
        var sentence = "Au moins " + step + " d’écart avec " + with + ". " + direction.sentence();
        var higher = percent.signum() > 0;
        return switch (direction) {
            case NEUTRAL -> new Reading(higher ? "plus élevé" : "plus bas", Reading.Sense.EVEN, sentence);
            case HIGHER_IS_BETTER -> favourable(higher, sentence);
            case HIGHER_IS_WORSE -> favourable(!higher, sentence);
        };
    }

    private static Reading favourable(boolean is, String rule) {
        return is
                ? new Reading("plus favorable", Reading.Sense.FAVOURABLE, rule)
                : new Reading("moins favorable", Reading.Sense.UNFAVOURABLE, rule);
    }

    private static Reading byStep(Indicator indicator, ReadingRule rule, BigDecimal value) {
        var steps = rule.steps();
        int at = 0;
        while (at < steps.size() - 1
                && value.compareTo(Objects.requireNonNull(steps.get(at).upTo())) > 0) {
            at++;
        }
        // The first word is the worst or the best, by the direction; those between are neither.
        var sense = at == 0 ? worst(indicator) : at == steps.size() - 1 ? best(indicator) : Reading.Sense.EVEN;
        return new Reading(steps.get(at).word(), sense, Objects.requireNonNull(rule.source()));
    }

    private static Reading.Sense worst(Indicator indicator) {
        return indicator.direction() == Direction.HIGHER_IS_BETTER
                ? Reading.Sense.UNFAVOURABLE
                : Reading.Sense.FAVOURABLE;
    }

    private static Reading.Sense best(Indicator indicator) {
        return indicator.direction() == Direction.HIGHER_IS_BETTER
                ? Reading.Sense.FAVOURABLE
                : Reading.Sense.UNFAVOURABLE;
    }
}
