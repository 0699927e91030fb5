package fr.maillage.statutes;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.ui.Option;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing to decide in an article, as its file writes it.
 *
 * @param key name of the field, under which the answer is stored
 * @param help beside the field, in our own words; or null
 * @param optional no answer is an answer: no quorum, no usual name
 * @param neededWhen asked only when these answers are given elsewhere in the text; empty: always
 * @param proposed the usual answer, as a form would send it; empty when there is none
 * @param least of a number
 * @param most of a number or an amount
 * @param longest of a text, in signs
 * @param unit of a number: singular, plural
 * @param empty what no answer says, in a list
 */
public record Choice(
        String key,
        String label,
        Type type,
        @Nullable String help,
        boolean optional,
        @JsonProperty("needed-when") Map<String, List<String>> neededWhen,
        List<String> proposed,
        int least,
        int most,
        int longest,
        List<String> unit,
        List<Answer> options,
        List<Fraction> fractions,
        @Nullable String empty) {

    /** What kind of answer it takes. */
    public enum Type {
        TEXT,
        LINES,
        NUMBER,
        AMOUNT,
        FRACTION,
        ONE,
        SEVERAL,
        COLLEGES
    }

    /**
     * One answer of a list.
     *
     * @param help under its label, or null
     * @param words as the article prints it; empty when clauses say it
     */
    public record Answer(
            String code,
            String label,
            @Nullable String help,
            @Nullable String words) {}

    public Choice {
        neededWhen = neededWhen == null ? Map.of() : Map.copyOf(neededWhen);
        proposed = proposed == null ? List.of() : List.copyOf(proposed);
        unit = unit == null ? List.of() : List.copyOf(unit);
        options = options == null ? List.of() : List.copyOf(options);
        fractions = fractions == null ? List.of() : List.copyOf(fractions);
    }

    Optional<Answer> option(String code) {
        return options.stream().filter(answer -> answer.code().equals(code)).findFirst();
    }

    /** Its answers for a list, for radio buttons or for boxes. */
    public List<Option> asOptions() {
        return type == Type.FRACTION
                ? fractions.stream()
                        .map(share -> new Option(share.code(), capitalised(share.words())))
                        .toList()
                : options.stream()
                        .map(answer -> new Option(answer.code(), answer.label(), answer.help()))
                        .toList();
    }

    /** Whether it is asked only after another answer. */
    public boolean isConditional() {
        return !neededWhen.isEmpty();
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }

    /** What an answer of several lists, one by line; their words. */
    List<String> listed(Value value) {
        return value.codes().stream()
                .map(this::option)
                .flatMap(Optional::stream)
                .map(answer -> Objects.requireNonNullElse(answer.words(), answer.label()))
                .toList();
    }

    /** The answer as the article prints it. */
    String words(Value value) {
        return switch (value) {
            case Value.Words(var text) -> text;
            case Value.Whole(var number) ->
                unit.isEmpty() ? French.number(number) : French.count(number, unit.getFirst(), unit.getLast());
            case Value.Amount(var euros) -> French.headline(Euros.of(euros));
            case Value.Share(var fraction) -> fraction.words();
            case Value.One _, Value.Several _ -> String.join(", ", listed(value));
            case Value.Colleges(var colleges) ->
                colleges.stream().map(College::name).collect(Collectors.joining(", "));
        };
    }
}
