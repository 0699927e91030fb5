package fr.maillage.professionals;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** Turns projected metres into degrees. Not for several threads at once. */
final class Positions {

    private static final String DEGREES = "+proj=longlat +ellps=GRS80 +no_defs";

    private final CRSFactory factory = new CRSFactory();
    private final Map<String, CoordinateTransform> transforms = new HashMap<>();

    /** Degrees, WGS 84 (within a metre of RGF93 and its overseas sisters). */
    record Degrees(double lat, double lon) {

        /** Whether a place of France, overseas included, can be there. */
        boolean plausible() {
            return lat > -25 && lat < 52 && Math.abs(lon) < 180 && (lat > 41 ? lon > -62 && lon < 10 : true);
        }
    }

    /**
     * @param definition of the projection, in the words of PROJ
     * @return null when these metres are nowhere
     */
    @Nullable
    Degrees degrees(String definition, double x, double y) {
        var transform = transforms.computeIfAbsent(
                definition,
                words -> new BasicCoordinateTransform(
                        factory.createFromParameters("", words), factory.createFromParameters("", DEGREES)));
        try {
            var found = transform.transform(new ProjCoordinate(x, y), new ProjCoordinate());
            var degrees = new Degrees(found.y, found.x);
            return degrees.plausible() ? degrees : null;
        } catch (Proj4jException _) {
            return null;
        }
    }
}
