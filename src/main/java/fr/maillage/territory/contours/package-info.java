/** Loading of contours from TopoJSON or GeoJSON files, or from the official API: « ./maillage contours ». */
@NullMarked
package fr.maillage.territory.contours;

import org.jspecify.annotations.NullMarked;
