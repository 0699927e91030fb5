package fr.maillage.diagnosis;

import fr.maillage.professionals.Establishments.CategoryCount;
import fr.maillage.professionals.Supply.ProfessionCount;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the directories count in a place.
 *
 * @param professionalsIn the communes that the directory covers: there a profession without a line is none at all
 * @param establishmentsIn the same for the establishments
 */
record Counts(
        List<ProfessionCount> professionals,
        List<CountedCommune> professionalsIn,
        List<CategoryCount> establishments,
        List<CountedCommune> establishmentsIn) {

    /** The communes in which the people, or the establishments, of a feed were counted. */
    List<CountedCommune> in(Feed feed) {
        return feed.making() == Making.SUPPLY ? professionalsIn : establishmentsIn;
    }

    /**
     * Whether enough of a territory is covered for its counts to be an image of it: see {@link Coverage}.
     *
     * @param covered the communes that the directory covers
     */
    static boolean isEnough(List<CountedCommune> covered, List<CountedCommune> all) {
        return !covered.isEmpty() && Coverage.isEnough(inhabitants(covered), inhabitants(all));
    }

    /** Of the communes in which something was counted: what densities divide by. */
    static long inhabitants(List<CountedCommune> communes) {
        return communes.stream().mapToLong(CountedCommune::population).sum();
    }

    /** How many of what a feed counts; null when unknown. */
    @Nullable
    Integer number(Feed feed) {
        return feed.making() == Making.SUPPLY ? people(feed) : equipment(feed);
    }

    /** People of a profession; null when the directory does not cover the place. */
    @Nullable
    Integer people(Feed feed) {
        if (professionalsIn.isEmpty()) {
            return null;
        }
        return professionals.stream()
                .filter(count -> count.code().equals(feed.profession()))
                .mapToInt(count -> feed.persons() == Feed.Persons.ALL ? count.persons() : count.liberals())
                .sum();
    }

    /** Establishments of some categories, or their places; null when unknown. */
    @Nullable
    Integer equipment(Feed feed) {
        if (establishmentsIn.isEmpty()) {
            return null;
        }
        var found = establishments.stream()
                .filter(count -> feed.categories().contains(count.code()))
                .toList();
        if (!feed.places()) {
            return found.stream().mapToInt(CategoryCount::number).sum();
        }
        var known = found.stream()
                .map(CategoryCount::places)
                .filter(Objects::nonNull)
                .toList();
        // Establishments without any known place: their number of places is unknown, not zero.
        return known.isEmpty() && !found.isEmpty()
                ? null
                : known.stream().mapToInt(Integer::intValue).sum();
    }
}
