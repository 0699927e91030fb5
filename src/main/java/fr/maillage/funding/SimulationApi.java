package fr.maillage.funding;

import fr.maillage.ui.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/simulations/aci}: the simulator for programs. */
@RestController
@Tag(name = "Financement")
class SimulationApi {

    private final Simulations simulations;

    SimulationApi(Simulations simulations) {
        this.simulations = simulations;
    }

    @Operation(
            summary = "Estimer le financement d’un contrat ACI",
            description =
                    "Ce que le contrat verse au plus, année par année et versement par versement, avec le calcul.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = SimulationBody.class),
                                            examples = @ExampleObject("""
                                                    {"taille": 2, "dateSignature": "2024-03-15", "bareme": "aci-2019",
                                                     "missions": [{"code": "ACCES", "dateDemarrage": "2024-06-15",
                                                                   "tauxVariable": "1.0"}]}"""))))
    @ApiResponse(responseCode = "200", description = "L’estimation")
    @ApiResponse(
            responseCode = "422",
            description = "Toutes les fautes de la demande (RFC 9457)",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(hidden = true)))
    @PostMapping(path = "/api/v1/simulations/aci", consumes = "application/json", produces = "application/json")
    SimulationJson simulate(@RequestBody JsonNode body) {
        var faults = new Faults();
        var draft = new SimulationReader(faults).read(body);
        return switch (simulations.simulate(draft, faults)) {
            case Simulated.Done(var simulation) -> SimulationJson.of(simulation);
            case Simulated.Refused(var told) -> throw new InvalidRequest(told);
        };
    }
}
