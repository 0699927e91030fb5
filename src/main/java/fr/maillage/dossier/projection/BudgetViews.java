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
import java.util.ArrayList;
import java.util.List;

/** What a document shows of the budgets: one table by year and block of the form, whole euros. */
final class BudgetViews {

    private BudgetViews() {}

    static List<Block> of(List<Budget> budgets) {
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
            blocks.add(Block.paragraph(balance(budget)));
            if (!budget.comment().isBlank()) {
                blocks.add(Block.paragraph(budget.comment()));
            }
        }
        blocks.add(new Block.Paragraph(List.of(
                new Inline.Text(BudgetAccounts.roundingRule()), new Inline.Note(BudgetAccounts.roundingSource(), ""))));
        return blocks;
    }

    private static Block table(Budget budget, BudgetAccounts.Block block) {
        var rows = new ArrayList<Row>();
        for (var group : block.groups()) {
            for (var line : group.lines()) {
                long amount = budget.total(line.code());
                if (amount != 0) {
                    rows.add(Row.of(group.heading(), line.label(), euros(amount)));
                }
            }
        }
        rows.add(new Row(
                Emphasis.TOTAL,
                List.of(Inline.text("Total"), List.of(), Inline.text(euros(budget.total(block.side()))))));
        return new Block.Table(
                "Budget %d : %s".formatted(budget.year(), block.title().toLowerCase(java.util.Locale.FRENCH)),
                List.of(
                        new Column("Compte", Align.LEFT, 5),
                        new Column("Nature", Align.LEFT, 6),
                        new Column("Montant", Align.RIGHT, 3)),
                rows,
                "");
    }

    private static String balance(Budget budget) {
        if (budget.balanced()) {
            return "Le budget %d est équilibré : %s de charges et de produits."
                    .formatted(budget.year(), euros(budget.total(Side.CHARGES)));
        }
        return "Le budget %d n’est pas équilibré : %s d’écart entre charges et produits."
                .formatted(budget.year(), euros(Math.abs(budget.gap())));
    }

    private static String euros(long amount) {
        return French.number(amount) + French.NBSP + "€";
    }
}
