package fr.maillage.statutes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One article of a text, as its file writes it: what is decided there, and the clauses that the decisions make.
 *
 * @param key its part of the address
 * @param optionalOn a choice answered by « oui » or « non »: the article is printed only after « oui »; null: always
 */
public record Article(
        String key,
        String title,
        @Nullable String help,
        @JsonProperty("optional-on") @Nullable String optionalOn,
        List<Choice> choices,
        List<Clause> text) {

    public Article {
        choices = choices == null ? List.of() : List.copyOf(choices);
        text = List.copyOf(text);
    }

    /**
     * A paragraph of the article.
     *
     * @param when see {@link Values#meet}; empty: always
     * @param list lines under it
     * @param items a choice whose answers are lines under it, after those of {@code list}; or null
     * @param colleges whether the table of colleges stands under it
     */
    record Clause(
            String text,
            Map<String, List<String>> when,
            List<Line> list,
            @Nullable String items,
            boolean colleges) {

        Clause {
            when = when == null ? Map.of() : Map.copyOf(when);
            list = list == null ? List.of() : List.copyOf(list);
        }
    }

    /** A line of a list. */
    record Line(String text, Map<String, List<String>> when) {

        Line {
            when = when == null ? Map.of() : Map.copyOf(when);
        }
    }

    Optional<Choice> choice(String wanted) {
        return choices.stream().filter(choice -> choice.key().equals(wanted)).findFirst();
    }

    /** Whether it is part of the text that these answers make. */
    boolean isPrinted(Values values) {
        return optionalOn == null || values.is(optionalOn, "oui");
    }
}
