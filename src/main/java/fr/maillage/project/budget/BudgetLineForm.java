package fr.maillage.project.budget;

import fr.maillage.project.Action;
import fr.maillage.project.ActionId;
import fr.maillage.project.Budget;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.Budget.Nature;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.project.StructuredProject;
import fr.maillage.rules.Mission;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of one line of a budget: its choices, what was typed in it, what is stored. */
final class BudgetLineForm {

    /** Largest amount of a line, whole euros. */
    static final long LARGEST = 1_000_000_000;

    static final int LONGEST_LABEL = 160;
    static final int LONGEST_COMMENT = 500;

    private BudgetLineForm() {}

    static Form blank() {
        return Form.empty().set("id", UUID.randomUUID()).set("affectation", Budget.OPERATING);
    }

    static Form filled(Budget.Line line) {
        var facts = line.facts();
        var action = facts.action();
        return Form.empty()
                .set("version", line.change().version())
                .set("compte", facts.account())
                .set("libelle", facts.label())
                .set("affectation", facts.allocation())
                .set("action", action == null ? null : action.value())
                .set("nature", facts.nature() == null ? null : facts.nature().name())
                .set("financeur", facts.funder())
                .set("commentaire-ligne", facts.comment())
                .set("montant", facts.amount());
    }

    /** Null when something is wrong, which the form then says. */
    static @Nullable LineFacts read(Form form, StructuredProject project) {
        var account = form.choice("compte", BudgetAccounts::line, "Choisissez une ligne du budget.");
        var label = form.free("libelle", LONGEST_LABEL);
        if (account != null && account.detail() && label.isEmpty()) {
            form.errors().add("libelle", "Précisez le financeur de cette ligne.");
        }
        var allocation = form.choice(
                "affectation", code -> chosen(allocations(project), code), "Dites à quoi cette ligne est affectée.");
        var action = form.optionalChoice(
                "action",
                code -> chosen(actions(project), code).map(UUID::fromString).map(ActionId::new));
        var nature = form.optionalChoice("nature", BudgetLineForm::nature);
        var funder = form.optionalChoice("financeur", code -> chosen(funders(), code));
        if (funder != null && account != null && BudgetAccounts.sideOf(account.code()) != Side.CHARGES) {
            form.errors().add("financeur", "Seule une charge a un financement : laissez ce choix vide.");
        }
        var comment = form.lines("commentaire-ligne", LONGEST_COMMENT);
        var amount = form.euros("montant", LARGEST);
        return account == null
                        || allocation == null
                        || amount == null
                        || !form.errors().isEmpty()
                ? null
                : new LineFacts(account.code(), label, allocation, action, nature, funder, comment, amount);
    }

    /** The operating part and the missions of the project, then those that lines still name. */
    static List<Option> allocations(StructuredProject project) {
        var options = new ArrayList<Option>();
        options.add(new Option(Budget.OPERATING, Budget.allocationLabel(Budget.OPERATING)));
        for (Mission mission : project.coverage().ordered()) {
            options.add(new Option(mission.code(), mission.title()));
        }
        project.budgets().stream()
                .flatMap(budget -> budget.lines().stream())
                .map(Budget.Line::allocation)
                .distinct()
                .filter(code ->
                        options.stream().noneMatch(option -> option.value().equals(code)))
                .forEach(code -> options.add(new Option(code, Budget.allocationLabel(code))));
        return options;
    }

    /** The actions of the project, and those archived since that lines still name. */
    static List<Option> actions(StructuredProject project) {
        var named = project.budgets().stream()
                .flatMap(budget -> budget.lines().stream())
                .flatMap(line -> Stream.ofNullable(line.facts().action()))
                .distinct()
                .filter(id -> project.action(id).isEmpty())
                .map(id -> new Option(id.value().toString(), project.lineOf(id).orElse("Action archivée")));
        return Stream.concat(project.actions().stream().map(BudgetLineForm::option), named)
                .toList();
    }

    private static Option option(Action action) {
        return new Option(action.id().value().toString(), action.line());
    }

    static List<Option> natures() {
        return Arrays.stream(Nature.values())
                .map(nature -> new Option(nature.name(), nature.label()))
                .toList();
    }

    /** Where the money of a charge may come from. */
    static List<Option> funders() {
        return BudgetAccounts.block(Side.PRODUITS).groups().stream()
                .flatMap(group -> group.lines().stream())
                .map(line -> new Option(line.code(), line.label()))
                .toList();
    }

    /** The fields by their labels, for two values that differ. */
    static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("compte", "Ligne du budget");
        labels.put("libelle", "Précision");
        labels.put("affectation", "Affectation");
        labels.put("montant", "Montant");
        labels.put("action", "Action");
        labels.put("nature", "Nature");
        labels.put("financeur", "Financée par");
        labels.put("commentaire-ligne", "Commentaire");
        return labels;
    }

    /** A stored code as people read it. */
    static String inWords(StructuredProject project, String value) {
        return BudgetAccounts.line(value)
                .map(BudgetAccounts.Line::label)
                .or(() -> nature(value).map(Nature::label))
                .or(() -> actions(project).stream()
                        .filter(option -> option.value().equals(value))
                        .map(Option::label)
                        .findFirst())
                .orElseGet(() -> Budget.allocationLabel(value));
    }

    private static Optional<Nature> nature(String code) {
        return Arrays.stream(Nature.values())
                .filter(nature -> nature.name().equals(code))
                .findFirst();
    }

    private static Optional<String> chosen(List<Option> options, String code) {
        return options.stream().map(Option::value).filter(code::equals).findFirst();
    }
}
