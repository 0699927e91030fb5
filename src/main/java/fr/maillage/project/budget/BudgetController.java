package fr.maillage.project.budget;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.project.Budget;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.project.Budgets;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.rules.Mission;
import fr.maillage.shared.Change;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import fr.maillage.ui.Overtaken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forecast budgets of a projet de santé, one civil year at a time. */
@Controller
class BudgetController {

    private static final Map<String, String> LABELS = labels();
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2100;
    private static final long LARGEST = 1_000_000_000;

    private final Projects projects;
    private final Budgets budgets;
    private final AciIncome aci;
    private final Today today;

    BudgetController(Projects projects, Budgets budgets, AciIncome aci, Today today) {
        this.projects = projects;
        this.budgets = budgets;
        this.aci = aci;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/budget")
    String show(
            CommunityView view,
            @RequestParam(required = false) @Nullable Integer annee,
            @RequestParam(required = false) @Nullable UUID ligne,
            @RequestParam(defaultValue = "false") boolean aci,
            Model model) {
        var project = projects.of(view.id());
        int year = annee == null ? yearToShow(project) : within(annee);
        var form = ligne == null ? blankLine() : filled(budgets.line(view, year, ligne));
        if (aci && ligne == null) {
            this.aci.of(view.id()).ifPresent(proposal -> proposal.fill(form));
        }
        return page(view, project, year, ligne, form, null, null, model);
    }

    @GetMapping("/cpts/{slug}/budget.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, @PathVariable String format, @RequestParam int annee) {
        var budget = projects.of(view.id()).budget(annee).orElseThrow(() -> new NotFound("budget " + annee));
        return Download.of("budget-" + annee + "-" + view.slug(), sheet(view, budget), format);
    }

    @PostMapping("/cpts/{slug}/budget/{year}/lignes")
    String add(
            CommunityView view,
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        within(year);
        var project = projects.of(view.id());
        var form = Form.sent(typed);
        var facts = read(form, project);
        if (facts == null) {
            return page(view, project, year, null, form, null, null, model);
        }
        budgets.add(view, year, form.id(), facts);
        Flash.notice(flash, "La ligne est ajoutée.");
        return back(view, year) + "#ligne";
    }

    @PostMapping("/cpts/{slug}/budget/{year}/lignes/{id}")
    String change(
            CommunityView view,
            @PathVariable int year,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        budgets.line(view, year, id);
        var project = projects.of(view.id());
        var form = Form.sent(typed);
        var facts = read(form, project);
        if (facts == null) {
            return page(view, project, year, id, form, null, null, model);
        }
        if (budgets.change(view, year, id, form.version(), facts) instanceof Saving.Overtaken(var other)) {
            var overtaken =
                    form.overtakenBy(other, filled(budgets.line(view, year, id)), LABELS, BudgetController::inWords);
            return page(view, projects.of(view.id()), year, id, form, overtaken, null, model);
        }
        Flash.notice(flash, "La ligne est enregistrée.");
        return back(view, year);
    }

    @PostMapping("/cpts/{slug}/budget/{year}/lignes/{id}/retrait")
    String remove(CommunityView view, @PathVariable int year, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        budgets.remove(view, year, id);
        Flash.notice(flash, "La ligne est retirée.");
        return back(view, year);
    }

    @PostMapping("/cpts/{slug}/budget/{year}/commentaire")
    String comment(
            CommunityView view,
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var comment = form.lines("commentaire", 4000);
        var saving = form.errors().isEmpty() ? budgets.comment(view, within(year), form.version(), comment) : null;
        if (saving instanceof Saving.Done) {
            Flash.notice(flash, "Le commentaire est enregistré.");
            return back(view, year);
        }
        var project = projects.of(view.id());
        @Nullable Overtaken overtaken = null;
        if (saving instanceof Saving.Overtaken(var other)) {
            var stored = project.budget(year).map(BudgetController::commentForm).orElseGet(Form::empty);
            overtaken = form.overtakenBy(other, stored, Map.of("commentaire", "Commentaire"), value -> value);
        }
        return page(view, project, year, null, blankLine(), overtaken, form, model);
    }

    private String page(
            CommunityView view,
            StructuredProject project,
            int year,
            @Nullable UUID edited,
            Form form,
            @Nullable Overtaken overtaken,
            @Nullable Form comment,
            Model model) {
        var budget = project.budget(year)
                .orElseGet(() -> new Budget(year, "", List.of(), new Change(-1, Instant.EPOCH, "")));
        model.addAttribute("view", view);
        model.addAttribute("budget", budget);
        model.addAttribute("years", years(project, year));
        model.addAttribute("edited", edited);
        model.addAttribute("form", form);
        model.addAttribute("comment", comment == null ? commentForm(budget) : comment);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("allocations", allocations(project));
        model.addAttribute(
                "aci",
                budget.total(AciIncome.ACCOUNT) > 0 ? null : aci.of(view.id()).orElse(null));
        return "project/budget";
    }

    private @Nullable LineFacts read(Form form, StructuredProject project) {
        var account = form.choice("compte", BudgetAccounts::line, "Choisissez une ligne du budget.");
        var label = form.free("libelle", 160);
        if (account != null && account.detail() && label.isEmpty()) {
            form.errors().add("libelle", "Précisez le financeur de cette ligne.");
        }
        var allocation = form.choice(
                "affectation",
                code -> allocations(project).stream()
                        .map(Option::value)
                        .filter(code::equals)
                        .findFirst(),
                "Dites à quoi cette ligne est affectée.");
        var amount = form.euros("montant", LARGEST);
        return account == null
                        || allocation == null
                        || amount == null
                        || !form.errors().isEmpty()
                ? null
                : new LineFacts(account.code(), label, allocation, amount);
    }

    /** The years with a budget, the one shown, and those one is likely to open next. */
    private List<Integer> years(StructuredProject project, int shown) {
        var years = new TreeSet<Integer>();
        project.budgets().forEach(budget -> years.add(budget.year()));
        years.add(shown);
        years.add(today.day().getYear());
        years.add(years.last() + 1);
        return List.copyOf(years);
    }

    private int yearToShow(StructuredProject project) {
        int current = today.day().getYear();
        return project.budgets().stream()
                .map(Budget::year)
                .filter(year -> year >= current)
                .findFirst()
                .orElse(current);
    }

    private static int within(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new NotFound("budget " + year);
        }
        return year;
    }

    /** The operating part and the missions of the project, then those that lines still name. */
    private static List<Option> allocations(StructuredProject project) {
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

    private static Form blankLine() {
        return Form.empty().set("id", UUID.randomUUID()).set("affectation", Budget.OPERATING);
    }

    private static Form filled(Budget.Line line) {
        return Form.empty()
                .set("version", line.change().version())
                .set("compte", line.account())
                .set("libelle", line.label())
                .set("affectation", line.allocation())
                .set("montant", line.amount());
    }

    private static Form commentForm(Budget budget) {
        return Form.empty().set("version", budget.change().version()).set("commentaire", budget.comment());
    }

    private Spreadsheet sheet(CommunityView view, Budget budget) {
        var rows = new ArrayList<List<Cell>>();
        for (var block : BudgetAccounts.blocks()) {
            for (var group : block.groups()) {
                for (var line : group.lines()) {
                    budget.lines().stream()
                            .filter(written -> written.account().equals(line.code()))
                            .forEach(written -> rows.add(List.of(
                                    Cell.text(block.title()),
                                    Cell.text(group.heading()),
                                    Cell.text(line.label()),
                                    Cell.text(written.label()),
                                    Cell.text(Budget.allocationLabel(written.allocation())),
                                    Cell.whole(written.amount()))));
                }
            }
        }
        return new Spreadsheet(
                "Budget prévisionnel " + budget.year(),
                List.of(
                        view.name() + ", le " + French.date(today.day()),
                        "Montants en euros entiers",
                        BudgetAccounts.source().title()),
                List.of("Partie", "Compte", "Ligne", "Précision", "Affectation", "Montant"),
                rows);
    }

    /** A stored code as people read it. */
    private static String inWords(String value) {
        return BudgetAccounts.line(value)
                .map(BudgetAccounts.Line::label)
                .orElseGet(() -> Budget.allocationLabel(value));
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("compte", "Ligne du budget");
        labels.put("libelle", "Précision");
        labels.put("affectation", "Affectation");
        labels.put("montant", "Montant");
        return labels;
    }

    private static String back(CommunityView view, int year) {
        return "redirect:" + view.at("/budget") + "?annee=" + year;
    }
}
