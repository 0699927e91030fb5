package fr.maillage.territory;

import fr.maillage.ui.FaultList;
import fr.maillage.ui.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/territoires/apercu}: population, size, warnings and conflicts of a list of communes. */
@RestController
class OverviewApi {

    /** What was sent: anything may be missing or wrong. */
    record OverviewRequest(
            @Nullable List<@Nullable String> communes,
            @Nullable List<@Nullable PartRequest> parties) {}

    record PartRequest(
            @Nullable String commune,
            @Nullable String nom,
            @Nullable Integer population) {}

    record OverviewJson(
            long population,
            String millesime,
            int taille,
            int nombreCommunes,
            @Nullable Boolean contigu,
            List<WarningJson> avertissements,
            List<ConflictJson> conflits) {

        static OverviewJson of(Overview overview) {
            return new OverviewJson(
                    overview.population(),
                    overview.vintage(),
                    overview.size().number(),
                    overview.communes(),
                    overview.connected(),
                    overview.warnings().stream()
                            .map(warning -> new WarningJson(warning.code(), warning.message()))
                            .toList(),
                    overview.conflicts().stream()
                            .map(conflict -> new ConflictJson(conflict.commune(), conflict.cpts()))
                            .toList());
        }
    }

    record WarningJson(String code, String message) {}

    record ConflictJson(String commune, String cpts) {}

    private final Territories territories;

    OverviewApi(Territories territories) {
        this.territories = territories;
    }

    @PostMapping("/api/v1/territoires/apercu")
    OverviewJson overview(@RequestBody OverviewRequest request) {
        var faults = new FaultList();
        var codes = codes(request, faults);
        var parts = parts(request, faults);
        // Positions stay those of the request, so both kinds of faults can be told at once.
        var answer = territories.overview(codes, parts, null);
        if (answer instanceof Overviewed.Refused(var refused)) {
            refused.forEach(fault -> faults.add(fault.path(), fault.message()));
        }
        if (faults.isEmpty() && answer instanceof Overviewed.Done(var overview)) {
            return OverviewJson.of(overview);
        }
        throw new InvalidRequest(faults.all());
    }

    private static List<String> codes(OverviewRequest request, FaultList faults) {
        var codes = new ArrayList<String>();
        List<@Nullable String> given = request.communes() == null ? List.of() : request.communes();
        for (int i = 0; i < given.size(); i++) {
            var code = given.get(i);
            if (code == null || code.isBlank()) {
                faults.add("communes[" + i + "]", "Le code de la commune manque.");
            }
            // A mark of its own at each place: two missing codes are two faults, not a double.
            codes.add(code == null || code.isBlank() ? "?" + i : code.strip().toUpperCase(Locale.ROOT));
        }
        return codes;
    }

    private static List<Part> parts(OverviewRequest request, FaultList faults) {
        var parts = new ArrayList<Part>();
        List<@Nullable PartRequest> given = request.parties() == null ? List.of() : request.parties();
        for (int i = 0; i < given.size(); i++) {
            var part = given.get(i);
            var path = "parties[" + i + "].";
            if (part == null || part.commune() == null) {
                faults.add(path + "commune", "Le code de la commune manque.");
            }
            if (part == null || part.population() == null) {
                faults.add(path + "population", "Indiquez la population de cette partie de commune.");
            }
            parts.add(new Part(
                    part == null || part.commune() == null
                            ? ""
                            : part.commune().strip().toUpperCase(Locale.ROOT),
                    part == null || part.nom() == null ? "" : part.nom().strip(),
                    part == null || part.population() == null ? 0 : part.population()));
        }
        return parts;
    }
}
