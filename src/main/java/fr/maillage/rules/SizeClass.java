package fr.maillage.rules;

import fr.maillage.shared.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The size class of a CPTS, which sets the amounts of its contract.
 *
 * @param number 1 to 4
 * @param atLeast smallest population of the class, inclusive
 * @param atMost largest population of the class, inclusive; null without an upper bound
 * @param label « de 40 000 à 80 000 habitants »
 * @param notes what to tell beside the class for the population asked, empty most of the time
 */
public record SizeClass(
        int number, long atLeast, @Nullable Long atMost, String label, Source source, List<String> notes) {

    /** {@code T2}. */
    public String code() {
        return "T" + number;
    }

    boolean holds(long inhabitants) {
        return inhabitants >= atLeast && (atMost == null || inhabitants <= atMost);
    }

    SizeClass with(List<String> notes) {
        return new SizeClass(number, atLeast, atMost, label, source, notes);
    }
}
