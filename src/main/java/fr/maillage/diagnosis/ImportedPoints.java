package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import fr.maillage.datasets.Observations;
import fr.maillage.territory.CommunePoints;
import fr.maillage.territory.Maps.Centre;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The points of communes that accessibility is computed from, for maps where contours are not loaded. */
@Component
class ImportedPoints implements CommunePoints {

    private final Observations observations;

    ImportedPoints(Observations observations) {
        this.observations = observations;
    }

    @Override
    public Map<String, Centre> of(Collection<String> codes) {
        Map<String, Centre> points = new HashMap<>();
        for (var dataset : new String[] {"communes-points", "arrondissements-points"}) {
            var latitudes = observations.latest(dataset + ".latitude", Level.COMMUNE, codes);
            observations.latest(dataset + ".longitude", Level.COMMUNE, codes).forEach((code, longitude) -> {
                var latitude = latitudes.get(code);
                if (latitude != null && latitude.value() != null && longitude.value() != null) {
                    points.put(
                            code,
                            new Centre(
                                    longitude.value().doubleValue(),
                                    latitude.value().doubleValue()));
                }
            });
        }
        return points;
    }
}
