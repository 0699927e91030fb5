package fr.maillage.community;

import fr.maillage.rules.SizeClass;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One saved version of the territory of a CPTS.
 *
 * @param number from 1, one more at each saving
 * @param since when it was saved
 * @param until when the next version replaced it; null for the current one
 * @param savedBy name of the person
 * @param places by name
 * @param size class of its population by the rules in force today
 */
public record Perimeter(
        CommunityId community,
        int number,
        Instant since,
        @Nullable Instant until,
        String savedBy,
        List<PerimeterPlace> places,
        SizeClass size) {

    /** Sum of the known populations, as they were on the day of saving. */
    public long population() {
        return populationOf(places);
    }

    static long populationOf(List<PerimeterPlace> places) {
        return places.stream()
                .map(PerimeterPlace::population)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** How many communes, several parts of one counting once. */
    public int communes() {
        return (int) places.stream().map(PerimeterPlace::commune).distinct().count();
    }

    /** The years of the populations, oldest first; empty when all were stated by the CPTS. */
    public List<Integer> vintages() {
        return places.stream()
                .map(PerimeterPlace::vintage)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** « 2023 », « 2017 et 2023 », « déclaré » when the CPTS stated every population. */
    public String vintage() {
        var years = vintages();
        return years.isEmpty() ? "déclaré" : years.stream().map(String::valueOf).collect(Collectors.joining(" et "));
    }
}
