package fr.maillage.funding;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.maillage.rules.aci.Schedule;
import fr.maillage.shared.Euros;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /api/v1/simulations/aci}. Amounts are decimal strings in euros; null when unknown. */
@Schema(name = "Simulation")
@JsonInclude(JsonInclude.Include.ALWAYS)
record SimulationJson(
        GridJson bareme,
        int taille,
        @Nullable Long population,
        @Nullable String millesime,
        List<YearJson> annees,
        List<PaymentJson> versements,

        @Schema(description = "Null tant qu’un montant est inconnu") @Nullable
        String totalCinqAns,

        @Schema(description = "Somme des seuls montants connus")
        String totalConnu,

        List<UnknownJson> inconnus,
        List<AssumptionJson> hypotheses,
        List<NoticeJson> avertissements) {

    @Schema(name = "Bareme")
    record GridJson(
            String code,
            String intitule,
            String source,
            @Nullable String lien) {}

    @Schema(name = "Annee")
    record YearJson(
            int numero,
            LocalDate debut,
            LocalDate fin,
            List<LineJson> lignes,

            @Schema(description = "Dû pour cette année du contrat, quel que soit le jour du versement") @Nullable
            String total,

            String totalConnu) {}

    @Schema(name = "Ligne")
    record LineJson(
            @Schema(description = "Null pour le fonctionnement") @Nullable
            String mission,

            String volet,

            @Schema(description = "avance + solde + variable") @Nullable
            String du,

            @Nullable String avance,
            @Nullable String solde,
            @Nullable String variable,

            @Schema(description = "Montant d’une année entière") @Nullable
            String montantAnnuel,

            @Schema(allowableValues = {"verifie", "secondaire", "deduit", "inconnu", "contrat"})
            String statut,

            String source,
            @Nullable String condition,
            String calcul,

            @Schema(description = "Détail du volet variable par ligne de résultats ; vide sans lignes")
            List<ResultJson> lignes) {}

    @Schema(name = "ResultatDeLigne")
    record ResultJson(
            String code,
            String maximum,

            @Schema(description = "Obtenu pour cette année du contrat, au prorata d’une année incomplète")
            String montant,

            String explication) {}

    @Schema(name = "Versement")
    record PaymentJson(
            LocalDate datePrevue,

            @Schema(description = "La date prévue elle-même là où les textes ne donnent pas de délai")
            LocalDate dateLimite,

            @Schema(description = "Année du contrat à laquelle le montant appartient")
            int annee,

            @Nullable String mission,
            String volet,

            @Schema(allowableValues = {"INTEGRAL", "AVANCE", "SOLDE", "VARIABLE"})
            String nature,

            @Nullable String montant,
            String calcul) {}

    @Schema(name = "MontantInconnu")
    record UnknownJson(@Nullable String mission, String volet, String message) {}

    @Schema(name = "Hypothese")
    record AssumptionJson(String code, String texte) {}

    @Schema(name = "Avertissement")
    record NoticeJson(String code, String message) {}

    static SimulationJson of(Simulation simulation) {
        var schedule = simulation.schedule();
        var grid = simulation.grid();
        var territory = simulation.territory();
        return new SimulationJson(
                new GridJson(
                        grid.code(),
                        grid.title(),
                        grid.source().title(),
                        grid.source().href()),
                simulation.size().number(),
                territory == null ? null : territory.population(),
                territory == null ? null : territory.vintage(),
                schedule.years().stream().map(SimulationJson::year).toList(),
                schedule.payments().stream().map(SimulationJson::payment).toList(),
                schedule.total().map(Euros::toString).orElse(null),
                schedule.knownTotal().toString(),
                schedule.unknowns().stream().map(SimulationJson::unknown).toList(),
                schedule.assumptions().stream()
                        .map(a -> new AssumptionJson(a.code(), a.text()))
                        .toList(),
                simulation.notices().stream()
                        .map(n -> new NoticeJson(n.code(), n.message()))
                        .toList());
    }

    private static YearJson year(Schedule.ContractYear year) {
        return new YearJson(
                year.number(),
                year.firstDay(),
                year.lastDay(),
                year.lines().stream().map(SimulationJson::line).toList(),
                year.total().map(Euros::toString).orElse(null),
                year.knownTotal().toString());
    }

    private static LineJson line(Schedule.Line line) {
        return new LineJson(
                line.subject().mission(),
                line.subject().part(),
                decimal(line.due()),
                decimal(line.advance()),
                decimal(line.balance()),
                decimal(line.variable()),
                decimal(line.rate().amount()),
                line.rate().status().code(),
                line.rate().source().title(),
                line.condition(),
                line.arithmetic(),
                line.results().stream()
                        .map(result -> new ResultJson(
                                result.code(),
                                result.maximum().toString(),
                                result.amount().toString(),
                                result.why()))
                        .toList());
    }

    private static PaymentJson payment(Schedule.Payment payment) {
        return new PaymentJson(
                payment.planned(),
                payment.limit(),
                payment.year(),
                payment.subject().mission(),
                payment.subject().part(),
                payment.nature().code(),
                decimal(payment.amount()),
                payment.arithmetic());
    }

    private static UnknownJson unknown(Schedule.Unknown unknown) {
        var subject = unknown.subject();
        return new UnknownJson(
                subject.mission(),
                subject.part(),
                "Ce montant n’est pas publié. Donnez celui de l’annexe financière du contrat dans «\u00a0montants\u00a0».");
    }

    private static @Nullable String decimal(@Nullable Euros amount) {
        return amount == null ? null : amount.toString();
    }
}
