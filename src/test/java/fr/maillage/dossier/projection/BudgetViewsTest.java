package fr.maillage.dossier.projection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.Block;
import fr.maillage.project.Budget;
import fr.maillage.project.PreProjectBudget;
import fr.maillage.shared.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the team wrote of its budget reaches the reader of the document. */
class BudgetViewsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Change CHANGE = new Change(1, Instant.EPOCH, "Maëlle Quintard");

    @Test
    void thePrecisionsAndTheAllocationsArePrinted() {
        var budget = new Budget(
                2027,
                "",
                List.of(
                        line("C64_REMUNERATION", "Coordination, 0,5 ETP", Budget.OPERATING, 30_000),
                        line("C64_REMUNERATION", "Secrétariat", "ACCES", 6_000),
                        line("P74_ARS", "", Budget.OPERATING, 36_000)),
                CHANGE);

        var words = BudgetViews.of(List.of(budget), DAY)
                .toString()
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ');

        assertThat(words)
                .contains("Coordination, 0,5 ETP (30 000 €) ; Secrétariat (6 000 €)")
                .contains("Budget 2027 : charges par affectation")
                .contains("Fonctionnement")
                .contains("sans centimes");
    }

    @Test
    void theSameWordsAreSaidOnceWithTheirSum() {
        var budget = new Budget(
                2027,
                "",
                List.of(
                        line("P74_ORGANISMES_SOCIAUX", "Assurance maladie", Budget.OPERATING, 60_000),
                        line("P74_ORGANISMES_SOCIAUX", "Assurance maladie", "ACCES", 42_000)),
                CHANGE);

        assertThat(BudgetViews.of(List.of(budget), DAY).toString())
                .contains(": Assurance maladie")
                .doesNotContain("Assurance maladie ;");
    }

    @Test
    void thePreProjectPrintsWhatWasWrittenThenTheSubsidyOfItsRegion() {
        var written = new PreProjectBudget(1500L, 2500L, 11_000L, PreProjectBudget.Writer.TEAM, null, CHANGE);

        assertThat(BudgetForm.ofPreProject(written, "84", DAY).toString().replace('\u00A0', ' '))
                .contains("1 500 €", "2 500 €", "11 000 €", "Indemnisation du temps d’écriture", "15 000 €")
                .doesNotContain("à compléter");
        assertThat(BudgetForm.ofPreProject(null, "76", DAY).toString()).contains("à compléter", "demander à l’ARS");
    }

    @Test
    void severalYearsAreComparedUnderTheirTables() {
        var one = new Budget(2027, "", List.of(line("P74_ARS", "", Budget.OPERATING, 36_000)), CHANGE);
        var two = new Budget(2028, "", List.of(line("P74_ARS", "", Budget.OPERATING, 37_000)), CHANGE);

        assertThat(BudgetViews.of(List.of(one, two), DAY).toString()).contains("Comparaison des années");
        assertThat(BudgetForm.of(List.of(one, two), DAY).toString()).contains("Comparaison des années");
        assertThat(BudgetForm.of(List.of(one), DAY).toString()).doesNotContain("Comparaison des années");
    }

    @Test
    void aLineWithoutPrecisionKeepsTheWordsOfTheForm() {
        var budget = new Budget(2027, "", List.of(line("P74_ARS", "", Budget.OPERATING, 36_000)), CHANGE);

        assertThat(BudgetViews.of(List.of(budget), DAY))
                .filteredOn(Block.Table.class::isInstance)
                .isNotEmpty()
                .noneSatisfy(table -> assertThat(table.toString()).contains("sans précision"));
    }

    private static Budget.Line line(String account, String label, String allocation, long amount) {
        return new Budget.Line(UUID.randomUUID(), new Budget.LineFacts(account, label, allocation, amount), CHANGE);
    }
}
