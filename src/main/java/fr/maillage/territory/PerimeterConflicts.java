package fr.maillage.territory;

import fr.maillage.territory.Overview.Conflict;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks whoever keeps the perimeters of the CPTS which of these places are taken today. */
public interface PerimeterConflicts {

    /**
     * @param except a CPTS that does not conflict with itself, or null
     * @return one conflict per place and CPTS, by code of commune
     */
    List<Conflict> among(List<Place> places, @Nullable UUID except);
}
