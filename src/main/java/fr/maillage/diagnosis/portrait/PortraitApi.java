package fr.maillage.diagnosis.portrait;

import fr.maillage.diagnosis.Diagnoses;
import fr.maillage.diagnosis.Visitors;
import fr.maillage.shared.French;
import fr.maillage.territory.Communes;
import fr.maillage.territory.Overviewed;
import fr.maillage.territory.Successor;
import fr.maillage.territory.Territories;
import fr.maillage.ui.FaultList;
import fr.maillage.ui.InvalidRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/diagnostics/portrait.pdf}, {@code .docx}, {@code .xlsx}: the portrait of a list of communes. */
@RestController
class PortraitApi {

    /** What was sent: anything may be missing or wrong. */
    record PortraitRequest(@Nullable List<@Nullable String> communes) {}

    private final Visitors visitors;
    private final Diagnoses diagnoses;
    private final Portraits portraits;
    private final PortraitFiles files;
    private final Territories territories;
    private final Communes communes;

    PortraitApi(
            Visitors visitors,
            Diagnoses diagnoses,
            Portraits portraits,
            PortraitFiles files,
            Territories territories,
            Communes communes) {
        this.visitors = visitors;
        this.diagnoses = diagnoses;
        this.portraits = portraits;
        this.files = files;
        this.territories = territories;
        this.communes = communes;
    }

    @PostMapping("/api/v1/diagnostics/portrait.{format:pdf|docx|xlsx}")
    ResponseEntity<byte[]> portrait(@RequestBody PortraitRequest request, @PathVariable String format)
            throws IOException {
        var codes = codes(request);
        return visitors.serve(() -> files.forVisitor(
                diagnoses.inOneState(() -> portraits.of("Territoire choisi", diagnoses.of(codes))),
                "portrait-de-territoire",
                format));
    }

    /** Codes of today; every fault is told at once. */
    private List<String> codes(PortraitRequest request) {
        List<@Nullable String> given = request.communes() == null ? List.of() : request.communes();
        var faults = new FaultList();
        if (given.size() > Diagnoses.MOST) {
            faults.add("communes", "La liste dépasse " + French.number(Diagnoses.MOST) + " communes. Réduisez-la.");
            throw new InvalidRequest(faults.all());
        }
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            var code = given.get(i);
            if (code == null || code.isBlank()) {
                faults.add("communes[" + i + "]", "Le code de la commune manque.");
            }
            codes.add(code == null || code.isBlank() ? "?" + i : code.strip().toUpperCase(Locale.ROOT));
        }
        if (territories.overview(codes, List.of(), null) instanceof Overviewed.Refused(var refused)) {
            refused.forEach(fault -> faults.add(fault.path(), fault.message()));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults.all());
        }
        var today = new LinkedHashSet<>(codes);
        today.addAll(
                communes.successors(codes).stream().map(Successor::currentCode).toList());
        return List.copyOf(today);
    }
}
