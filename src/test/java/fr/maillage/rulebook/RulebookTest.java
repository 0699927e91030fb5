package fr.maillage.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.rules.DatedRules;
import fr.maillage.rules.DatedRules.DatedRule;
import fr.maillage.rules.aci.AmountStatus;
import fr.maillage.rules.aci.Grids;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in force on a day: both sides of each date, and codes that stay unique. */
class RulebookTest {

    private static DatedRule rule(String code, LocalDate day) {
        return DatedRules.on(day, Grids.shipped()).stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-30, BAREME, aci-2019",
        "2022-03-31, BAREME, aci-avenant-2",
        "2022-03-30, MONTANT_ACCES_FIXE_T3, 25000.00",
        "2022-03-31, MONTANT_ACCES_FIXE_T3, 90000.00",
        "2022-03-31, MONTANT_CRISE_FIXE_T3, 22500.00",
        "2024-03-15, TAUX_AVANCE, 0.75",
        "2024-03-15, DELAI_SOLDE, 2",
        "2024-03-15, DEMARRAGE_ACCES, 6",
        "2024-03-15, DEPLOIEMENT_PARCOURS, 24",
        "2022-12-31, PLAFOND_INDEMNITES, 41136",
        "2023-01-01, PLAFOND_INDEMNITES, 43992",
        "2026-11-23, PLAFOND_INDEMNITES, 48060",
        "2024-03-15, TAILLE_2, 40000",
        "2024-03-15, OPPOSITION_ARS, 2",
        "2024-03-15, INDICATEUR_N2A, BAISSE",
    })
    void tellsTheValueOfADay(LocalDate day, String code, String value) {
        assertThat(rule(code, day)).isNotNull();
        assertThat(rule(code, day).value()).isEqualTo(value);
        assertThat(rule(code, day).validity().covers(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-17, PLAFOND_INDEMNITES",
        "2021-05-13, ASSOCIATION",
        "2022-09-02, SOCLE_CRISE",
        "2022-03-30, MONTANT_CRISE_FIXE_T3",
    })
    void tellsNothingBeforeItsFirstDay(LocalDate day, String code) {
        assertThat(rule(code, day)).isNull();
        assertThat(rule(code, day.plusDays(1))).isNotNull();
    }

    @Test
    void whatNoSourceGivesIsUnknownNotZero() {
        var unknown = rule("MONTANT_ACCES_FIXE_T2", LocalDate.of(2024, 3, 15));
        assertThat(unknown.value()).isNull();
        assertThat(unknown.status()).isEqualTo(AmountStatus.UNKNOWN);
        assertThat(RuleWords.value(unknown)).isEqualTo("inconnu");
    }

    @Test
    void theDefinitionOfTheComplementaryCoverChanged() {
        assertThat(rule("INDICATEUR_N2C", LocalDate.of(2019, 10, 31)).title()).contains("CMU-C");
        assertThat(rule("INDICATEUR_N2C", LocalDate.of(2019, 11, 1)).title())
                .contains("complémentaire santé solidaire");
    }

    @Test
    void codesAreUniqueOnAnyDayAndEachRuleHasItsSource() {
        var book = new Rulebook(Grids::shipped);
        for (var day : book.turningDays()) {
            var rules = book.on(day);
            assertThat(rules).extracting(DatedRule::code).doesNotHaveDuplicates();
            assertThat(rules).allSatisfy(rule -> {
                assertThat(rule.source().title()).isNotBlank();
                assertThat(rule.title()).isNotBlank();
                assertThat(RuleWords.value(rule)).isNotBlank();
            });
        }
        assertThat(book.on(LocalDate.of(2018, 1, 1))).isEmpty();
    }

    @Test
    void saysWhatTheSecondAmendmentChanged() {
        var changes = new Rulebook(Grids::shipped).between(LocalDate.of(2022, 3, 30), LocalDate.of(2022, 3, 31));
        assertThat(changes)
                .extracting(change -> change.either().code() + " " + change.word())
                .contains(
                        "BAREME Modifiée",
                        "MONTANT_ACCES_FIXE_T3 Modifiée",
                        "MONTANT_CRISE_FIXE_T3 Ajoutée",
                        "MONTANT_ACCES_SNP_T3 Supprimée")
                .doesNotContain("TAUX_AVANCE Modifiée");
        assertThat(new Rulebook(Grids::shipped).between(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3)))
                .isEqualTo(List.of());
    }
}
