package fr.maillage.project;

import fr.maillage.project.Indicator.Amount;
import fr.maillage.shared.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of an action with what was measured.
 *
 * @param results everything ever recorded, by the day it was measured, corrections and what they correct included
 */
public record FollowedIndicator(IndicatorId id, Indicator facts, List<Result> results, Change change) {

    /**
     * A measured value (« résultat »), never rewritten.
     *
     * @param corrects the earlier record that this one takes the place of, or null
     * @param reason why it was corrected; empty for a first record
     * @param at when it was recorded, which is not the day it was measured
     */
    public record Result(
            UUID id, ResultFacts facts, @Nullable UUID corrects, String reason, Instant at, String by) {}

    /**
     * @param on the day, or the last day of the period, that the value is of
     * @param amount unknown when a correction takes a record back without another value
     * @param source who counted, from what
     * @param proof where the proof is kept
     */
    public record ResultFacts(LocalDate on, Amount amount, String source, String proof) {}

    /** The values that hold today, oldest first: neither corrected nor taken back. */
    public List<Result> current() {
        return results.stream()
                .filter(result -> result.facts().amount().known() && !isCorrected(result))
                .sorted(Comparator.comparing((Result result) -> result.facts().on())
                        .thenComparing(Result::at))
                .toList();
    }

    public boolean isCorrected(Result result) {
        return results.stream().anyMatch(other -> result.id().equals(other.corrects()));
    }

    /** The value of the latest day. */
    public Optional<Result> last() {
        return current().stream().reduce((_, later) -> later);
    }

    /** « 20 % → 35 % au 31 décembre 2027 »: where it started, and the last value; empty while nothing was recorded. */
    public String progress() {
        return last().map(result -> Stream.of(
                                facts.baselineText(), result.facts().amount().with(facts.unit()))
                        .filter(text -> !text.isEmpty())
                        .reduce((from, to) -> from + " → " + to)
                        .orElse(""))
                .orElse("");
    }
}
