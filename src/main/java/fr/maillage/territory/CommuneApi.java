package fr.maillage.territory;

import fr.maillage.ui.InvalidRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/communes}: the communes that a text may mean. */
@RestController
class CommuneApi {

    private static final int MOST = 20;

    record PlaceJson(String code, String nom) {

        static @Nullable PlaceJson of(@Nullable Grouping grouping) {
            return grouping == null ? null : new PlaceJson(grouping.code(), grouping.name());
        }
    }

    record CommuneJson(
            String code,
            String nom,
            List<String> codesPostaux,
            @Nullable PlaceJson departement,
            @Nullable PlaceJson epci,
            @Nullable Integer population,
            @Nullable String millesime) {

        static CommuneJson of(Commune commune) {
            return new CommuneJson(
                    commune.code(),
                    commune.name(),
                    commune.postalCodes(),
                    PlaceJson.of(commune.departement()),
                    PlaceJson.of(commune.epci()),
                    commune.population(),
                    commune.vintage() == null ? null : commune.vintage().toString());
        }
    }

    private final Communes communes;

    CommuneApi(Communes communes) {
        this.communes = communes;
    }

    @GetMapping("/api/v1/communes")
    List<CommuneJson> search(@RequestParam(defaultValue = "") String recherche) {
        if (recherche.length() > Communes.LONGEST_SEARCH) {
            throw new InvalidRequest(
                    "recherche",
                    "Le texte cherché dépasse " + Communes.LONGEST_SEARCH
                            + " signes. Écrivez un nom de commune, un code postal ou un code Insee.");
        }
        return communes.search(recherche, MOST).stream().map(CommuneJson::of).toList();
    }
}
