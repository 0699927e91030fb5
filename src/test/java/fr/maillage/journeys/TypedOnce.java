package fr.maillage.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a team types during a journey, with the field that took it: the values of the forms are collected by the
 * browser itself, those of the editor are told by the test. A fact belongs in one field of the program: the same words in
 * a second one fail the test, whoever typed them.
 */
final class TypedOnce {

    /** Signs: shorter values (« 3 », « oui ») are no facts by themselves. */
    private static final int SHORT = 4;

    /** A value typed, as the page tells it when the field is left. */
    private static final String WATCH = """
            document.addEventListener('change', (event) => {
              const field = event.target
              const typed = field.matches('textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=file])')
              if (typed && field.name) window.maillageTyped(location.pathname + ' ' + field.name, field.value)
            }, true)
            """;

    private record Typed(String field, String value) {}

    private final List<Typed> typed = new ArrayList<>();

    /** Collects whatever this person types from now on. */
    Browser watched(Browser browser) {
        var page = browser.page();
        page.exposeFunction("maillageTyped", arguments -> {
            in(String.valueOf(arguments[0]), String.valueOf(arguments[1]));
            return null;
        });
        page.addInitScript(WATCH);
        return browser;
    }

    /** Words typed where the browser tells nothing: the editor of texts. */
    String in(String field, String value) {
        typed.add(new Typed(field, value.strip().toLowerCase(Locale.FRENCH)));
        return value;
    }

    /** The fields that took each value. */
    private Map<String, List<String>> fields() {
        var fields = new TreeMap<String, List<String>>();
        for (var one : typed) {
            if (one.value().length() >= SHORT) {
                var taken = fields.computeIfAbsent(one.value(), _ -> new ArrayList<>());
                if (!taken.contains(one.field())) {
                    taken.add(one.field());
                }
            }
        }
        return fields;
    }

    /** @param atLeast how many different values were typed: a journey that types nothing proves nothing */
    void everyFactInOneField(int atLeast) {
        var fields = fields();
        assertThat(fields).as("what was typed").hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(fields)
                .as("values and the fields that took them")
                .allSatisfy((value, taken) -> assertThat(taken).as(value).hasSize(1));
    }
}
