package fr.maillage.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.maillage.rules.DatedRules.DatedRule;
import fr.maillage.rules.aci.AmountStatus;
import fr.maillage.shared.Today;
import fr.maillage.ui.Fault;
import fr.maillage.ui.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/regles}: the dated rules in force on a day. */
@RestController
@Tag(name = "Règles")
class RulesApi {

    private final Rulebook rulebook;
    private final Today today;

    RulesApi(Rulebook rulebook, Today today) {
        this.rulebook = rulebook;
        this.today = today;
    }

    @Schema(name = "Regle")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RuleJson(
            String code,
            String domaine,
            String intitule,

            @Schema(description = "Null quand aucune source lue ne donne la valeur") @Nullable
            String valeur,

            String unite,
            LocalDate depuis,

            @Schema(description = "Premier jour où la règle ne vaut plus ; null tant qu’elle vaut") @Nullable
            LocalDate jusqua,

            @Schema(allowableValues = {"VERIFIE", "UNE_SOURCE", "A_CONFIRMER", "INCONNU"})
            String statut,

            SourceJson source) {

        static RuleJson of(DatedRule rule) {
            return new RuleJson(
                    rule.code(),
                    rule.domain(),
                    rule.title(),
                    rule.value(),
                    rule.unit(),
                    rule.validity().from(),
                    rule.validity().until(),
                    RuleStatus.of(rule.status()).code(),
                    new SourceJson(rule.source().title(), rule.source().href()));
        }
    }

    @Schema(name = "SourceDeRegle")
    record SourceJson(String titre, @Nullable String lien) {}

    /** How sure a rule is, in the words of this interface. */
    enum RuleStatus {
        VERIFIE,
        UNE_SOURCE,
        A_CONFIRMER,
        INCONNU;

        static RuleStatus of(AmountStatus status) {
            return switch (status) {
                case VERIFIED, CONTRACT -> VERIFIE;
                case SECONDARY -> UNE_SOURCE;
                case INFERRED -> A_CONFIRMER;
                case UNKNOWN -> INCONNU;
            };
        }

        String code() {
            return name();
        }
    }

    @Operation(
            summary = "Règles en vigueur à une date",
            description = "Chaque barème, seuil, délai et définition, avec sa source et son statut.")
    @GetMapping(path = "/api/v1/regles", produces = "application/json")
    List<RuleJson> rules(
            @Parameter(description = "Le jour, comme 2024-03-15 ; sans lui, aujourd’hui")
                    @RequestParam(required = false)
                    @Nullable
                    String date) {
        return rulebook.on(day(date)).stream().map(RuleJson::of).toList();
    }

    private LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return today.day();
        }
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new InvalidRequest(List.of(new Fault("date", "Écrivez la date comme 2024-03-15.")));
    }
}
