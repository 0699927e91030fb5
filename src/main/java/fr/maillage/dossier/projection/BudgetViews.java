package fr.maillage.dossier.projection;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.project.Budget;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What a document shows of the budgets: one table by year and block of the form, whole euros. */
final class BudgetViews {

    private BudgetViews() {}

    static List<Block> of(List<Budget> budgets, LocalDate day) {
        if (budgets.isEmpty()) {
            return PeopleViews.none("Aucun budget n’est encore saisi.");
        }
        var blocks = new ArrayList<Block>();
        for (var budget : budgets) {
            for (var block : BudgetAccounts.blocks()) {
                if (budget.total(block.side()) != 0 || block.side() == Side.CHARGES || block.side() == Side.PRODUITS) {
                    blocks.add(table(budget, block));
                }
            }
            if (budget.total(Side.CHARGES) != 0) {
                blocks.add(allocations(budget));
            }
            blocks.add(Block.paragraph(balance(budget)));
            if (!budget.comment().isBlank()) {
                blocks.add(Block.paragraph(budget.comment()));
            }
        }
        if (budgets.size() > 1) {
            blocks.add(years(budgets));
        }
        blocks.add(BudgetForm.notes(day));
        return blocks;
    }

    /** The sums of each account, year beside year. */
    static Block years(List<Budget> budgets) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("Compte", Align.LEFT, 7));
        budgets.forEach(budget -> columns.add(new Column(String.valueOf(budget.year()), Align.RIGHT, 3)));
        var rows = new ArrayList<Row>();
        for (var block : BudgetAccounts.blocks()) {
            for (var group : block.groups()) {
                if (budgets.stream().anyMatch(budget -> budget.total(group) != 0)) {
                    rows.add(row(Emphasis.NONE, group.heading(), budgets, budget -> budget.total(group)));
                }
            }
            if (budgets.stream().anyMatch(budget -> budget.total(block.side()) != 0)) {
                rows.add(row(
                        Emphasis.TOTAL,
                        "Total, " + block.title().toLowerCase(Locale.FRENCH),
                        budgets,
                        budget -> budget.total(block.side())));
            }
        }
        return new Block.Table("Comparaison des années", columns, rows, "");
    }

    private static Row row(Emphasis emphasis, String label, List<Budget> budgets, ToLongFunction<Budget> amount) {
        var cells = new ArrayList<List<Inline>>();
        cells.add(Inline.text(label));
        budgets.forEach(budget -> cells.add(Inline.text(euros(amount.applyAsLong(budget)))));
        return new Row(emphasis, cells);
    }

    private static Block table(Budget budget, BudgetAccounts.Block block) {
        var rows = new ArrayList<Row>();
        for (var group : block.groups()) {
            for (var line : group.lines()) {
                long amount = budget.total(line.code());
                if (amount != 0) {
                    rows.add(
                            Row.of(group.heading(), nature(line.label(), details(budget, line.code())), euros(amount)));
                }
            }
        }
        rows.add(new Row(
                Emphasis.TOTAL,
                List.of(Inline.text("Total"), List.of(), Inline.text(euros(budget.total(block.side()))))));
        return new Block.Table(
                "Budget %d : %s".formatted(budget.year(), block.title().toLowerCase(Locale.FRENCH)),
                List.of(
                        new Column("Compte", Align.LEFT, 5),
                        new Column("Nature", Align.LEFT, 6),
                        new Column("Montant", Align.RIGHT, 3)),
                rows,
                "");
    }

    /** The form's words, then what the team wrote, with each amount when the line says several things. */
    private static String nature(String label, List<Budget.Line> details) {
        if (details.stream().allMatch(line -> line.label().isBlank())) {
            return label;
        }
        var sums = details.stream()
                .collect(Collectors.groupingBy(
                        line -> line.label().isBlank() ? "sans précision" : line.label(),
                        LinkedHashMap::new,
                        Collectors.summingLong(Budget.Line::amount)));
        var words = sums.entrySet().stream()
                .map(said -> said.getKey() + (sums.size() == 1 ? "" : " (" + euros(said.getValue()) + ")"))
                .collect(Collectors.joining(" ; "));
        // The form says « à détailler »: here it is.
        return label.replaceFirst("[\\s\u00A0]*:[\\s\u00A0]*à détailler", "") + French.NBSP + ": " + words;
    }

    private static List<Budget.Line> details(Budget budget, String account) {
        return budget.of(account);
    }

    private static Block allocations(Budget budget) {
        var rows = new ArrayList<Row>();
        budget.chargesByAllocation()
                .forEach((code, amount) -> rows.add(Row.of(Budget.allocationLabel(code), euros(amount))));
        return new Block.Table(
                "Budget %d : charges par affectation".formatted(budget.year()),
                List.of(new Column("Affectation", Align.LEFT, 11), new Column("Montant", Align.RIGHT, 3)),
                rows,
                "");
    }

    private static String balance(Budget budget) {
        if (budget.balanced()) {
            return "Le budget %d est équilibré : %s de charges et de produits."
                    .formatted(budget.year(), euros(budget.total(Side.CHARGES)));
        }
        return "Le budget %d n’est pas équilibré. ".formatted(budget.year()) + String.join(" ", budget.imbalances());
    }

    private static String euros(long amount) {
        return French.number(amount) + French.NBSP + "€";
    }
}
