package fr.maillage.project.budget;

import fr.maillage.project.Action;
import fr.maillage.project.ActionId;
import fr.maillage.project.Budget;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.Budget.Nature;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.project.BudgetAccounts.Group;
import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.project.BudgetWorkbook;
import fr.maillage.project.BudgetWorkbook.Column;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.budget.BudgetUpload.Fault;
import fr.maillage.project.budget.BudgetUpload.Taken;
import fr.maillage.shared.French;
import fr.maillage.shared.Typed;
import fr.maillage.ui.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** The sheet of one year being read, row by row; each cell that is not understood is a fault with its reason. */
final class BudgetSheet {

    private static final int SHOWN = 60;
    private static final Pattern ACTION = Pattern.compile("(?i)(?:action\\s*)?(\\d{1,6})(?:\\s*:.*)?");

    /** As long as a number that a cell holds can be; a text such as 1E999999999 would fill the memory once written out. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,400}([.]\\d{1,400})?");

    /**
     * A sum that the file states, to be compared once every line is read.
     *
     * @param typed whether somebody wrote a number over the formula
     */
    private record Stated(String code, String cell, BigDecimal amount, boolean typed) {}

    private final String name;
    private final StructuredProject project;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final List<Taken> taken = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Stated> stated = new ArrayList<>();

    /** Accounts with a line that was refused: their sums cannot be judged. */
    private final Set<String> doubtful = new HashSet<>();

    BudgetSheet(String name, StructuredProject project) {
        this.name = name;
        this.project = project;
        int year = Integer.parseInt(name);
        if (year < BudgetYears.FIRST || year > BudgetYears.LAST) {
            faults.add(new Fault(name, "", name, "Cette année ne peut pas être celle d’un budget."));
        }
    }

    List<Taken> taken() {
        return taken;
    }

    List<Fault> faults() {
        return faults;
    }

    void row(int line, List<String> cells, Map<Integer, String> formulas) {
        if (columns.isEmpty()) {
            heads(cells);
            return;
        }
        new Row(line, cells, formulas).read();
    }

    private void heads(List<String> cells) {
        var found = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            for (int i = 0; i < cells.size(); i++) {
                if (French.same(cells.get(i), column.head())) {
                    found.putIfAbsent(column, i);
                }
            }
        }
        if (found.containsKey(Column.CODE) && found.containsKey(Column.AMOUNT)) {
            columns.putAll(found);
        }
    }

    /** Compares the sums of the file with those of its lines. */
    void end() {
        if (columns.isEmpty()) {
            faults.add(new Fault(
                    name,
                    "",
                    "",
                    "La ligne de titres, avec « Code » et « Montant », n’est pas trouvée. Partez du tableur que donne la"
                            + " page du budget."));
            return;
        }
        for (var sum : stated) {
            var lines = lines(sum.code);
            long counted = taken.stream()
                    .filter(line -> lines.contains(line.facts().account()))
                    .mapToLong(line -> line.facts().amount())
                    .sum();
            boolean doubted = lines.stream().anyMatch(doubtful::contains);
            if (doubted && sum.typed) {
                faults.add(new Fault(
                        name,
                        sum.cell,
                        sum.amount.toPlainString(),
                        "Ce total est tapé à la main, et une de ses lignes est refusée : celles qui sont comprises font "
                                + French.number(counted) + French.NBSP + "€. Remettez la formule."));
            } else if (!doubted && sum.amount.compareTo(BigDecimal.valueOf(counted)) != 0) {
                faults.add(new Fault(
                        name,
                        sum.cell,
                        sum.amount.toPlainString(),
                        "Ce total ne correspond pas à ses lignes, dont la somme est " + French.number(counted)
                                + French.NBSP + "€. Corrigez la ligne fausse, ou remettez la formule."));
            }
        }
    }

    /** The form's lines that a sum is of. */
    private static List<String> lines(String code) {
        return BudgetAccounts.blocks().stream()
                .flatMap(block -> block.groups().stream()
                        .filter(group ->
                                group.account().equals(code) || (BudgetWorkbook.TOTAL + block.side()).equals(code)))
                .map(Group::lines)
                .flatMap(List::stream)
                .map(BudgetAccounts.Line::code)
                .toList();
    }

    /** One row of the sheet. */
    private final class Row {

        private final int line;
        private final List<String> cells;
        private final Map<Integer, String> formulas;
        private final int before = faults.size();

        Row(int line, List<String> cells, Map<Integer, String> formulas) {
            this.line = line;
            this.cells = cells;
            this.formulas = formulas;
        }

        void read() {
            var code = text(Column.CODE);
            var amount = text(Column.AMOUNT);
            var account = BudgetAccounts.line(code);
            if (account.isPresent()) {
                line(account.get(), amount);
            } else if (!lines(code).isEmpty()) {
                sum(code, amount);
            } else if (!code.isEmpty()) {
                fault(
                        Column.CODE,
                        code,
                        "Aucune ligne du formulaire n’a ce code. Recopiez celui d’une ligne voisine, sans le changer.");
            } else if (!amount.isEmpty() && formula(Column.AMOUNT) == null) {
                fault(
                        Column.AMOUNT,
                        amount,
                        "Ce montant n’est sur aucune ligne du formulaire : la colonne Code est vide. Recopiez-y le code"
                                + " de la ligne voulue.");
            }
        }

        /** A sum without a value was never computed: there is nothing to compare. */
        private void sum(String code, String amount) {
            if (amount.isEmpty() || amount.startsWith("=")) {
                return;
            }
            if (NUMBER.matcher(amount).matches()) {
                stated.add(
                        new Stated(code, cell(Column.AMOUNT), new BigDecimal(amount), formula(Column.AMOUNT) == null));
            } else {
                fault(Column.AMOUNT, amount, "Ce total n’est pas un nombre. Remettez la formule.");
            }
        }

        private void line(BudgetAccounts.Line account, String typed) {
            if (typed.isEmpty() && formula(Column.AMOUNT) == null) {
                return;
            }
            var amount = amount(typed);
            var label = words(Column.LABEL, BudgetLineForm.LONGEST_LABEL);
            if (account.detail() && label.isEmpty() && amount != null && amount > 0) {
                fault(Column.LABEL, "", "Précisez le financeur de cette ligne.");
            }
            var allocation = allocation();
            var action = action();
            var nature = nature();
            var funder = funder(account);
            var comment = words(Column.COMMENT, BudgetLineForm.LONGEST_COMMENT);
            if (faults.size() > before) {
                doubtful.add(account.code());
            } else if (amount != null && amount > 0) {
                taken.add(new Taken(
                        line,
                        new LineFacts(account.code(), label, allocation, action, nature, funder, comment, amount)));
            }
        }

        private @Nullable Long amount(String typed) {
            var formula = formula(Column.AMOUNT);
            if (formula != null) {
                fault(
                        Column.AMOUNT,
                        formula.equals("=") ? "(formule)" : formula,
                        "Une formule est là où un montant est attendu. Collez sa valeur, en euros entiers.");
                return null;
            }
            if (!NUMBER.matcher(typed).matches()) {
                fault(
                        Column.AMOUNT,
                        typed,
                        typed.matches("-?[\\d\\s\\u00A0\\u202F.,]+€?")
                                ? "Ce nombre est écrit comme du texte. Tapez-le sans espace ni signe €, par exemple 12500."
                                : "Ce texte est là où un montant est attendu. Écrivez un nombre en euros entiers.");
                return null;
            }
            var amount = new BigDecimal(typed);
            if (amount.signum() < 0) {
                fault(
                        Column.AMOUNT,
                        typed,
                        "Un montant n’est jamais négatif. Écrivez une charge en charges, un produit en produits.");
            } else if (amount.stripTrailingZeros().scale() > 0) {
                fault(
                        Column.AMOUNT,
                        typed.replace('.', ','),
                        "Ce montant a des centimes. Arrondissez-le à l’euro, et équilibrez l’année avec ce montant.");
            } else if (amount.compareTo(BigDecimal.valueOf(BudgetLineForm.LARGEST)) > 0) {
                fault(
                        Column.AMOUNT,
                        typed,
                        "Ce montant est trop grand : la limite est de " + French.number(BudgetLineForm.LARGEST)
                                + French.NBSP + "€.");
            } else {
                return amount.longValueExact();
            }
            return null;
        }

        private String allocation() {
            var typed = text(Column.ALLOCATION);
            if (typed.isEmpty()) {
                return Budget.OPERATING;
            }
            return BudgetLineForm.allocations(project).stream()
                    .filter(option -> option.value().equals(typed) || French.same(option.label(), typed))
                    .findFirst()
                    .map(Option::value)
                    .orElseGet(() -> {
                        fault(
                                Column.ALLOCATION,
                                typed,
                                "Cette affectation n’est ni le fonctionnement ni une mission du projet.");
                        return Budget.OPERATING;
                    });
        }

        private @Nullable ActionId action() {
            var typed = text(Column.ACTION);
            if (typed.isEmpty()) {
                return null;
            }
            var number = ACTION.matcher(typed);
            var action =
                    number.matches() ? project.action(Integer.parseInt(number.group(1))) : Optional.<Action>empty();
            if (action.isEmpty()) {
                fault(Column.ACTION, typed, "Aucune action du projet n’a ce numéro. Écrivez « Action 3 », ou rien.");
            }
            return action.map(Action::id).orElse(null);
        }

        private @Nullable Nature nature() {
            var typed = text(Column.NATURE);
            var nature = Arrays.stream(Nature.values())
                    .filter(one -> French.same(one.label(), typed))
                    .findFirst();
            if (!typed.isEmpty() && nature.isEmpty()) {
                fault(Column.NATURE, typed, "Écrivez « Reconductible », « Ponctuelle », ou rien.");
            }
            return nature.orElse(null);
        }

        private @Nullable String funder(BudgetAccounts.Line account) {
            var typed = text(Column.FUNDER);
            if (typed.isEmpty()) {
                return null;
            }
            if (BudgetAccounts.sideOf(account.code()) != Side.CHARGES) {
                fault(Column.FUNDER, typed, "Seule une charge a un financement : videz cette case.");
                return null;
            }
            return BudgetLineForm.funders().stream()
                    .filter(option -> option.value().equals(typed) || French.same(option.label(), typed))
                    .findFirst()
                    .map(Option::value)
                    .orElseGet(() -> {
                        fault(Column.FUNDER, typed, "Ce financement n’est pas une ligne des produits du formulaire.");
                        return null;
                    });
        }

        private String words(Column column, int longest) {
            var typed = Typed.line(text(column));
            if (typed.length() > longest) {
                fault(
                        column,
                        typed,
                        "Ce texte compte " + typed.length() + " signes, la limite est de " + longest + ".");
            }
            return typed;
        }

        private String text(Column column) {
            var at = columns.get(column);
            return at == null || at >= cells.size() ? "" : cells.get(at).strip();
        }

        private @Nullable String formula(Column column) {
            var at = columns.get(column);
            return at == null ? null : formulas.get(at);
        }

        private void fault(Column column, String content, String reason) {
            var shown = content.length() <= SHOWN ? content : content.substring(0, SHOWN) + "…";
            faults.add(new Fault(name, cell(column), shown, reason));
        }

        private String cell(Column column) {
            var at = columns.get(column);
            return at == null ? "" + line : CellReference.convertNumToColString(at) + line;
        }
    }
}
