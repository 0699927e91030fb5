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
import fr.maillage.project.PreProjectBudget;
import fr.maillage.rules.BudgetNotes;
import fr.maillage.rules.PreProjectBudgets;
import fr.maillage.shared.Change;
import fr.maillage.shared.French;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The « budget prévisionnel » as the forms of the URPS Occitanie and of the ARS Auvergne-Rhône-Alpes print it: charges and
 * produits side by side, contributions in kind below, one form by year, the notes under the last one. And the small
 * budget of a pré-projet.
 */
final class BudgetForm {

    private record Half(List<Inline> label, List<Inline> amount) {
        static final Half EMPTY = new Half(List.of(), List.of());
    }

    private BudgetForm() {}

    static List<Block> of(List<Budget> budgets, LocalDate day) {
        if (budgets.isEmpty()) {
            return Absent.sentence("Aucun budget n’est encore saisi.");
        }
        var blocks = new ArrayList<Block>();
        for (var budget : budgets) {
            blocks.add(table(
                    budget,
                    "Budget prévisionnel %d".formatted(budget.year()),
                    Side.CHARGES,
                    "Total des charges",
                    Side.PRODUITS,
                    "Total des produits"));
            blocks.add(table(
                    budget,
                    "Contributions volontaires %d ⁴".formatted(budget.year()),
                    Side.EMPLOIS,
                    "Total",
                    Side.CONTRIBUTIONS,
                    "Total"));
            if (!budget.comment().isBlank()) {
                blocks.add(Block.paragraph("Commentaire" + French.NBSP + ": " + budget.comment()));
            }
        }
        if (budgets.size() > 1) {
            blocks.add(BudgetViews.years(budgets));
        }
        blocks.add(notes(day));
        return blocks;
    }

    /** The notes of the forms, under the last table. */
    static Block notes(LocalDate day) {
        return new Block.NumberedList(
                1,
                BudgetNotes.on(day).stream()
                        .map(note -> new Block.Item(List.of(Block.paragraph(note))))
                        .toList());
    }

    private static Block table(
            Budget budget, String caption, Side left, String leftTotal, Side right, String rightTotal) {
        var charges = lines(budget, left);
        var income = lines(budget, right);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < Math.max(charges.size(), income.size()); i++) {
            var one = i < charges.size() ? charges.get(i) : Half.EMPTY;
            var other = i < income.size() ? income.get(i) : Half.EMPTY;
            rows.add(new Row(Emphasis.NONE, List.of(one.label, one.amount, other.label, other.amount)));
        }
        rows.add(new Row(
                Emphasis.TOTAL,
                List.of(
                        Inline.text(leftTotal),
                        Inline.text(euros(budget.total(left))),
                        Inline.text(rightTotal),
                        Inline.text(euros(budget.total(right))))));
        return new Block.Table(
                caption,
                List.of(
                        new Column(left == Side.CHARGES ? "Charges" : "Emplois", Align.LEFT, 7),
                        new Column("Montant ¹", Align.RIGHT, 3),
                        new Column(left == Side.CHARGES ? "Produits" : "Ressources", Align.LEFT, 7),
                        new Column("Montant", Align.RIGHT, 3)),
                rows,
                "");
    }

    /** The lines of a column: the account with its sum, then its own lines; a line without amount stays blank. */
    private static List<Half> lines(Budget budget, Side side) {
        var lines = new ArrayList<Half>();
        for (var group : BudgetAccounts.block(side).groups()) {
            long sum = budget.total(group);
            lines.add(new Half(Inline.strong(heading(group)), sum == 0 ? List.of() : Inline.strong(euros(sum))));
            if (group.lines().size() > 1) {
                group.lines().forEach(line -> lines.add(line(budget, line)));
            }
        }
        return lines;
    }

    private static String heading(BudgetAccounts.Group group) {
        var number = group.account().chars().allMatch(Character::isDigit) ? group.account() + " – " : "";
        var note = switch (group.account()) {
            case "74" -> " ²";
            default -> "";
        };
        return number + group.title() + note;
    }

    private static Half line(Budget budget, BudgetAccounts.Line line) {
        long amount = budget.total(line.code());
        var details = budget.lines().stream()
                .filter(entered -> entered.account().equals(line.code())
                        && !entered.label().isBlank())
                .map(Budget.Line::label)
                .distinct()
                .collect(Collectors.joining(", "));
        var label = line.label() + (line.code().equals("P74_EPCI") ? " ³" : "");
        return new Half(
                Inline.text(details.isEmpty() ? label : label + French.NBSP + ": " + details),
                amount == 0 ? List.of() : Inline.text(euros(amount)));
    }

    /**
     * Question 14 of annex 3 of the ARS Auvergne-Rhône-Alpes.
     *
     * @param written null while the team said nothing: the subsidy is then that of the region, where its text is known
     */
    static List<Block> ofPreProject(@Nullable PreProjectBudget written, String region, LocalDate day) {
        var grant = PreProjectBudgets.grant(region, day);
        var stored = written == null
                ? new PreProjectBudget(null, null, null, null, null, new Change(-1, Instant.EPOCH, ""))
                : written;
        var subsidy = stored.subsidy() == null
                ? grant.map(PreProjectBudgets.Grant::amount).orElse(null)
                : stored.subsidy();
        var writer = stored.writer();
        return List.of(new Block.Table(
                "Budget prévisionnel de la rédaction du projet",
                List.of(
                        new Column("Charges", Align.LEFT, 7),
                        new Column("Montant", Align.RIGHT, 3),
                        new Column("Produits", Align.LEFT, 5),
                        new Column("Montant", Align.RIGHT, 3)),
                List.of(
                        new Row(
                                Emphasis.NONE,
                                List.of(
                                        Inline.text("Communication"),
                                        cell(stored.communication()),
                                        Inline.text("Subvention ARS"),
                                        cell(subsidy))),
                        charge("Frais de réunion (location, repas…)", stored.meetings()),
                        charge(
                                writer == null
                                        ? "Rémunération du coordonnateur (salaire et charges), ou indemnisation du"
                                                + " temps d’écriture de l’équipe projet"
                                        : writer.label(),
                                stored.writing()),
                        new Row(
                                Emphasis.TOTAL,
                                List.of(
                                        Inline.text("Total"),
                                        cell(stored.charges()),
                                        Inline.text("Total"),
                                        cell(subsidy)))),
                grant.map(found -> "Aide de la région" + French.NBSP + ": " + euros(found.amount()) + ". "
                                + found.source().title() + ".")
                        .orElse("Le montant de la subvention est à demander à l’ARS de votre région.")));
    }

    private static Row charge(String label, @Nullable Long amount) {
        return new Row(Emphasis.NONE, List.of(Inline.text(label), cell(amount), List.of(), List.of()));
    }

    private static List<Inline> cell(@Nullable Long amount) {
        return amount == null ? Absent.CELL : Inline.text(euros(amount));
    }

    private static String euros(long amount) {
        return French.number(amount) + French.NBSP + "€";
    }
}
