package fr.maillage.territory;

import fr.maillage.territory.Maps.Centre;
import java.util.Collection;
import java.util.Map;

/** A point in each commune, known without its contour. Implemented by who reads such a list; empty while there is none. */
public interface CommunePoints {

    /** By code; communes without a point are left out. */
    Map<String, Centre> of(Collection<String> codes);
}
