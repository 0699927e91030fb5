package fr.maillage.territory;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The contour of a commune with what a map says of it.
 *
 * @param epci code of its intercommunalité, null for the few without
 * @param shape longitude and latitude in degrees
 * @param labelX a point inside the largest piece
 */
record Outline(
        String code,
        String name,
        @Nullable Integer population,
        @Nullable String parent,
        @Nullable String epci,
        Geometry shape,
        double labelX,
        double labelY) {}
