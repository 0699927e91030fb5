package fr.maillage.diagnosis;

import fr.maillage.charts.ClassBars;
import fr.maillage.professionals.Supply;
import fr.maillage.territory.ChoroplethMap;
import fr.maillage.territory.Communes;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The map of an indicator by commune, the same on the screen and in documents: of professionals it counts the persons. */
@Component
class IndicatorMaps {

    private final Communes communes;
    private final Supply supply;

    IndicatorMaps(Communes communes, Supply supply) {
        this.communes = communes;
        this.supply = supply;
    }

    /**
     * @param counts whether it shows how many persons there are, while the indicator is a density
     */
    record CommuneMap(ChoroplethMap map, ClassBars classes, boolean counts) {}

    /** Empty when the source says nothing of communes. */
    Optional<CommuneMap> of(Diagnosis diagnosis, Measure measure) {
        if (measure.feed().making() == Making.SUPPLY && measure.counted() != null) {
            var places = communes.withCodes(diagnosis.communes());
            var people = supply.liberalsByCommune(
                    Objects.requireNonNull(measure.feed().profession()));
            var covered = supply.coveredDepartements();
            return Optional.of(new CommuneMap(
                    SupplyMap.map(measure.indicator(), places, people, covered),
                    SupplyMap.classes(places, people, covered),
                    true));
        }
        return Drawings.classes(measure)
                .flatMap(classes -> Drawings.map(diagnosis, measure).map(map -> new CommuneMap(map, classes, false)));
    }
}
