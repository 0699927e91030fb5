package fr.maillage.workspace;

import fr.maillage.shared.French;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.territory.Maps;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The real communes drawn on the home page, when contours are loaded. */
@Component
class HomeTerritory {

    /** Three EPCI of the Aveyron: 44 communes around Millau, a plausible CPTS that nobody has declared. */
    static final List<String> EXAMPLE = List.of("241200567", "241200906", "241200914");

    private static final List<String> NAMED = List.of("12145", "12168", "12077");

    private final Communes communes;
    private final Maps maps;

    HomeTerritory(Communes communes, Maps maps) {
        this.communes = communes;
        this.maps = maps;
    }

    Optional<HomeMap> map() {
        if (!maps.areDrawn()) {
            return Optional.empty();
        }
        var places =
                EXAMPLE.stream().flatMap(epci -> communes.ofEpci(epci).stream()).toList();
        var population = places.stream()
                .map(Commune::population)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
        var caption = French.count(places.size(), "commune", "communes") + ", "
                + French.count(population, "habitant", "habitants");
        return maps.hero(places.stream().map(Commune::code).toList(), NAMED).map(svg -> new HomeMap(svg, caption));
    }
}
