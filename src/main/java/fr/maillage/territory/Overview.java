package fr.maillage.territory;

import fr.maillage.rules.SizeClass;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a list of places before anything is saved.
 *
 * @param places in the order asked, former codes replaced by their successor
 * @param population sum of the known populations
 * @param size class in force today for that population
 * @param connected whether all the places hold together by shared borders; null when a contour is missing
 * @param pieces how many pieces when {@code connected} is known, else 0
 * @param warnings nothing here forbids anything
 * @param conflicts places that another CPTS already has
 */
public record Overview(
        List<Place> places,
        long population,
        SizeClass size,
        @Nullable Boolean connected,
        int pieces,
        List<Warning> warnings,
        List<Conflict> conflicts) {

    /**
     * @param code stable, for programs: {@code ANCIEN_CODE}
     * @param message a whole French sentence
     */
    public record Warning(String code, String message) {}

    /**
     * A place that another CPTS has.
     *
     * @param commune its code
     * @param cpts name of the other CPTS
     */
    public record Conflict(String commune, String cpts) {}

    /** The years of the populations that were added, oldest first; empty when all were stated by the CPTS. */
    public List<Integer> vintages() {
        return places.stream()
                .map(Place::vintage)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** « 2023 », « 2017 et 2023 », « déclaré » when every population was stated by the CPTS. */
    public String vintage() {
        var years = vintages();
        return years.isEmpty() ? "déclaré" : years.stream().map(String::valueOf).collect(Collectors.joining(" et "));
    }

    /** How many communes, several parts of one counting once. */
    public int communes() {
        return (int)
                places.stream().map(place -> place.commune().code()).distinct().count();
    }
}
