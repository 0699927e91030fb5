package fr.maillage.dossier.projection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.Block;
import fr.maillage.project.Budget;
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
