package fr.maillage.community.creation;

import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a CPTS.
 *
 * @param communes how many communes its territory has; zero before it is drawn
 * @param population inhabitants, zero before the territory is drawn
 * @param vintage year or years of that population, null before the territory is drawn
 * @param mine whether the reader works there: the name then leads to it
 */
public record DirectoryRow(
        String slug,
        String name,
        String departement,
        int communes,
        long population,
        @Nullable String vintage,
        boolean mine) {}
