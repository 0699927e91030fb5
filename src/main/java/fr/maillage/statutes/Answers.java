package fr.maillage.statutes;

import fr.maillage.ui.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of an article, as a form sends them or as they are stored: the same checks for both, so that nothing
 * invalid is ever printed or counted with.
 */
final class Answers {

    private static final int MOST_COLLEGES = 12;
    private static final int MOST_SEATS = 60;
    private static final int MOST_WEIGHT = 100;

    private final Form form;
    private final Map<String, Value> read = new HashMap<>();

    private Answers(Form form) {
        this.form = form;
    }

    /**
     * The valid answers; faults are noted in the form, beside their fields. What is not decided yet is no fault: the text
     * keeps a blank there, and a check tells it.
     */
    static Values read(Article article, Form form) {
        var answers = new Answers(form);
        for (var choice : article.choices()) {
            var value = answers.value(choice);
            if (value != null && form.errors().message(choice.key()) == null) {
                answers.read.put(choice.key(), value);
            }
        }
        return new Values(answers.read);
    }

    /** What is stored; an answer that the file does not allow any more is left out. */
    static Values stored(Article article, Map<String, List<String>> stored) {
        return read(article, Form.sent(stored));
    }

    static Values proposed(Article article) {
        var typed = new HashMap<String, List<String>>();
        article.choices().forEach(choice -> typed.put(choice.key(), choice.proposed()));
        return stored(article, typed);
    }

    /** As a form sends them: what is stored, and what a page shows again. */
    static Map<String, List<String>> written(Article article, Values values) {
        var written = new LinkedHashMap<String, List<String>>();
        for (var choice : article.choices()) {
            values.value(choice.key()).ifPresent(value -> {
                if (value instanceof Value.Colleges(var colleges)) {
                    written.put(
                            "college-nom", colleges.stream().map(College::name).toList());
                    written.put(
                            "college-qui", colleges.stream().map(College::who).toList());
                    written.put(
                            "college-sieges",
                            colleges.stream()
                                    .map(c -> String.valueOf(c.seats()))
                                    .toList());
                    written.put(
                            "college-voix",
                            colleges.stream()
                                    .map(c -> String.valueOf(c.weight()))
                                    .toList());
                    written.put(
                            "college-profession",
                            colleges.stream()
                                    .map(c -> c.singleProfession() ? "une" : "plusieurs")
                                    .toList());
                } else {
                    written.put(choice.key(), value.codes());
                }
            });
        }
        return written;
    }

    private @Nullable Value value(Choice choice) {
        var key = choice.key();
        return switch (choice.type()) {
            case TEXT -> words(form.free(key, choice.longest()));
            case LINES -> words(form.lines(key, choice.longest()));
            case NUMBER -> {
                var number = form.whole(
                        key,
                        choice.least(),
                        choice.most(),
                        "Écrivez un nombre entier entre " + choice.least() + " et " + choice.most() + ".");
                yield number == null ? null : new Value.Whole(number);
            }
            case AMOUNT -> {
                var euros = form.value(key).isBlank() ? null : form.euros(key, choice.most());
                yield euros == null ? null : new Value.Amount(euros);
            }
            case FRACTION -> {
                var fraction =
                        form.optionalChoice(key, code -> Fraction.of(code).filter(choice.fractions()::contains));
                yield fraction == null ? null : new Value.Share(fraction);
            }
            case ONE -> {
                var one = form.optionalChoice(key, choice::option);
                yield one == null ? null : new Value.One(one.code());
            }
            case SEVERAL -> {
                var sent = form.values(key);
                var known = choice.options().stream()
                        .map(Choice.Answer::code)
                        .filter(sent::contains)
                        .toList();
                yield known.isEmpty() ? null : new Value.Several(known);
            }
            case COLLEGES -> colleges(key);
        };
    }

    private static @Nullable Value words(String text) {
        return text.isEmpty() ? null : new Value.Words(text);
    }

    /** Lines left wholly empty are no college. */
    private @Nullable Value colleges(String key) {
        var names = form.values("college-nom");
        var colleges = new ArrayList<College>();
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size() && i < MOST_COLLEGES; i++) {
            var name = names.get(i).strip();
            var who = at("college-qui", i);
            var seats = at("college-sieges", i);
            if (name.isEmpty() && who.isEmpty() && seats.isEmpty()) {
                continue;
            }
            var line = "Ligne " + (i + 1) + "\u00A0: ";
            if (name.isEmpty() || name.length() > 80) {
                form.errors().add(key, line + "donnez un nom au collège, en 80\u00A0signes au plus.");
            } else if (!seen.add(name.toLowerCase(Locale.FRENCH))) {
                form.errors().add(key, line + "un autre collège porte déjà ce nom.");
            }
            if (who.length() > 300) {
                form.errors().add(key, line + "dites qui le compose en 300\u00A0signes au plus.");
            }
            var weight = at("college-voix", i);
            colleges.add(new College(
                    name,
                    who,
                    bounded(seats, 0, MOST_SEATS)
                            .orElseGet(() -> fault(key, line + "indiquez ses sièges au conseil, de 0 à 60.")),
                    weight.isEmpty()
                            ? 1
                            : bounded(weight, 0, MOST_WEIGHT)
                                    .orElseGet(() -> fault(key, line + "indiquez le poids de ses voix, de 0 à 100.")),
                    at("college-profession", i).equals("une")));
        }
        return colleges.isEmpty() ? null : new Value.Colleges(List.copyOf(colleges));
    }

    private String at(String field, int line) {
        var values = form.values(field);
        return line < values.size() ? values.get(line).strip() : "";
    }

    private int fault(String key, String sentence) {
        form.errors().add(key, sentence);
        return 0;
    }

    private static Optional<Integer> bounded(String text, int least, int most) {
        return text.matches("\\d{1,3}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    /** Whether the text has a hole without this answer. */
    static boolean isNeeded(Choice choice, Values all) {
        return !choice.optional() && all.meet(choice.neededWhen());
    }
}
