package fr.maillage.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a team types during a journey, with the field that took it. A fact belongs in one field of the program: typing it
 * in a second one, by anybody, fails the test.
 */
final class TypedOnce {

    private final Map<String, String> fields = new ConcurrentHashMap<>();

    /** @param field the page and the name of the field: {@code contexte-local/texte} */
    String in(String field, String value) {
        var before = fields.putIfAbsent(value.strip().toLowerCase(Locale.FRENCH), field);
        assertThat(before)
                .as("« %s » is typed in « %s » and was already typed in « %s »", value, field, before)
                .isIn(null, field);
        return value;
    }

    /** What was typed, by the field that took it. */
    Map<String, String> all() {
        var typed = new LinkedHashMap<String, String>();
        fields.forEach((value, field) -> typed.put(field, value));
        return typed;
    }
}
