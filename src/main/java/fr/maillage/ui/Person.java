package fr.maillage.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person as the pages name them.
 *
 * @param name « Maëlle Quintard »
 * @param initials « MQ », in a circle
 */
public record Person(String name, String initials) {

    /** The initials are those of the first and the last word. */
    public static Person named(String name) {
        var words = Arrays.stream(name.strip().split("[\\s-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var letters = words.size() < 2 ? words.stream() : Stream.of(words.getFirst(), words.getLast());
        var initials = letters.map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.FRENCH);
        return new Person(name, initials);
    }
}
