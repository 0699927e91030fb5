package fr.maillage.dossier.projection;

import fr.maillage.community.Perimeter;
import fr.maillage.documents.Block;
import fr.maillage.documents.Opening.Artwork;
import fr.maillage.shared.French;
import fr.maillage.territory.Maps;
import fr.maillage.territory.TerritoryMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The maps of a document; absent while the contours are not loaded. */
@Component
class TerritoryArtwork {

    private final Maps maps;

    TerritoryArtwork(Maps maps) {
        this.maps = maps;
    }

    /** The drawing of the cover, or null without contours. */
    @Nullable
    Artwork cover(Perimeter territory) {
        return maps.cover(codes(territory))
                .map(svg -> new Artwork(svg, alternative(territory)))
                .orElse(null);
    }

    String credit(Perimeter territory) {
        return maps.attribution(codes(territory)).orElse("");
    }

    List<Block> map(Perimeter territory) {
        var alternative = alternative(territory);
        return maps.paper(TerritoryMap.of(alternative, codes(territory)))
                .map(svg -> List.<Block>of(new Block.Figure(
                        Block.FigureKind.MAP, svg, alternative, "Le territoire de la CPTS", null, credit(territory))))
                .orElse(List.of());
    }

    private static List<String> codes(Perimeter territory) {
        return territory.places().stream()
                .map(place -> place.commune())
                .distinct()
                .toList();
    }

    private static String alternative(Perimeter territory) {
        return "Carte du territoire : %s, %s."
                .formatted(
                        French.count(territory.communes(), "commune", "communes"),
                        French.count(territory.population(), "habitant", "habitants"));
    }
}
