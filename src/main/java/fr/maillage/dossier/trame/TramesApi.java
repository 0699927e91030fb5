package fr.maillage.dossier.trame;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/trames}: the trames of this installation. */
@RestController
class TramesApi {

    /** @param sections how many sections and sub-sections it has */
    record TrameJson(String id, String intitule, String emetteur, String version, int sections) {

        static TrameJson of(Trame trame) {
            return new TrameJson(
                    trame.id(),
                    trame.title(),
                    trame.issuer(),
                    trame.version(),
                    trame.inOrder().size());
        }
    }

    private final Trames trames;

    TramesApi(Trames trames) {
        this.trames = trames;
    }

    @GetMapping("/api/v1/trames")
    List<TrameJson> list() {
        return trames.all().stream().map(TrameJson::of).toList();
    }
}
