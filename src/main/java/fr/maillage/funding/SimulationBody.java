package fr.maillage.funding;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Arrays;
import java.util.List;

/**
 * The request of {@code POST /api/v1/simulations/aci}: what the OpenAPI document shows, and the names that
 * {@link SimulationReader} accepts. The reader itself works on raw JSON, so as to tell every fault at once.
 */
@Schema(description = "Le contrat à simuler. Donner une seule valeur parmi taille, population et communes.")
record SimulationBody(
        @Schema(description = "Taille de la CPTS, de 1 à 4", example = "2", minimum = "1", maximum = "4")
        Integer taille,

        @Schema(description = "Population du territoire", minimum = "1")
        Integer population,

        @Schema(description = "Codes Insee des communes du territoire")
        List<String> communes,

        @Schema(
                description = "Date de signature du contrat",
                format = "date",
                example = "2024-03-15",
                requiredMode = RequiredMode.REQUIRED)
        String dateSignature,

        @Schema(
                description = "Code du barème. Sans lui : le dernier barème entièrement connu qui a ces missions",
                example = "aci-2019")
        String bareme,

        @Schema(description = "Missions du contrat") List<MissionBody> missions,

        @Schema(
                description = "Montants annuels du contrat signé, qui l’emportent sur le barème"
                        + "\u00a0: une liste, ou un objet par mission, {\"ACCES\": {\"FIXE\": \"90000.00\"}}")
        List<AmountBody> montants,

        @Schema(
                description = "Lignes de résultats du volet variable, les mêmes chaque année. Celles d’une mission font"
                        + " exactement son volet variable, et remplacent tauxVariable")
        List<LineBody> lignes) {

    @Schema(name = "LigneDeResultats")
    record LineBody(
            @Schema(requiredMode = RequiredMode.REQUIRED) String mission,

            @Schema(description = "Unique dans la mission", example = "SEIN", requiredMode = RequiredMode.REQUIRED)
            String code,

            @Schema(
                    description = "Ce que paie le meilleur palier",
                    example = "3500.00",
                    requiredMode = RequiredMode.REQUIRED)
            String maximum,

            @Schema(requiredMode = RequiredMode.REQUIRED) List<TierBody> paliers,

            @Schema(
                    description = "HAUSSE paie le palier du plus haut seuil atteint, BAISSE celui du plus bas",
                    allowableValues = {"HAUSSE", "BAISSE"},
                    requiredMode = RequiredMode.REQUIRED)
            String sens,

            @Schema(description = "Valeur atteinte ; absente, la ligne ne paie rien", example = "72.4")
            String valeur,

            @Schema(description = "Sans preuve, la ligne ne paie rien", defaultValue = "false")
            Boolean preuve) {}

    @Schema(name = "Palier")
    record TierBody(
            @Schema(example = "69.7", requiredMode = RequiredMode.REQUIRED)
            String seuil,

            @Schema(example = "1000.00", requiredMode = RequiredMode.REQUIRED)
            String montant) {}

    @Schema(name = "MissionDemarree")
    record MissionBody(
            @Schema(
                    description = "Code de la mission",
                    allowableValues = {"ACCES", "PARCOURS", "PREVENTION", "CRISE", "QUALITE", "ACCOMPAGNEMENT"},
                    requiredMode = RequiredMode.REQUIRED)
            String code,

            @Schema(
                    description = "Jour du démarrage, dans les cinq ans du contrat",
                    format = "date",
                    example = "2024-06-15",
                    requiredMode = RequiredMode.REQUIRED)
            String dateDemarrage,

            @Schema(description = "Part du volet variable obtenue, de 0 à 1", example = "1.0", defaultValue = "1.0")
            String tauxVariable) {}

    @Schema(name = "MontantDuContrat")
    record AmountBody(
            @Schema(description = "Code de la mission ; absent pour le fonctionnement")
            String mission,

            @Schema(
                    allowableValues = {"FONCTIONNEMENT", "FIXE", "VARIABLE", "COMPENSATION", "SNP"},
                    requiredMode = RequiredMode.REQUIRED)
            String volet,

            @Schema(description = "Euros par an", example = "17500.00", requiredMode = RequiredMode.REQUIRED)
            String montant) {}

    /** The names of a part of the request. */
    static List<String> names(Class<? extends Record> part) {
        return Arrays.stream(part.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }
}
