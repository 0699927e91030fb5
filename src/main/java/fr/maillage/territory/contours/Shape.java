package fr.maillage.territory.contours;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * A polygon or several, as a file gives them.
 *
 * @param code of the file, which may be of an older year
 * @param geometry longitude and latitude in degrees
 * @param arcs the TopoJSON arcs of its border; two shapes that have one in common touch. Empty for GeoJSON
 */
record Shape(String code, Geometry geometry, Set<Integer> arcs) {

    /** What a file turned out to hold. */
    record Shapes(List<Shape> shapes, boolean topology) {}
}
