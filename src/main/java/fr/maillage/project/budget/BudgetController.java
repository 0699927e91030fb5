package fr.maillage.project.budget;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.Budget;
import fr.maillage.project.BudgetFlag;
import fr.maillage.project.Budgets;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forecast budgets of a projet de santé, one civil year at a time, one line at a time. */
@Controller
class BudgetController {

    private final Projects projects;
    private final Budgets budgets;
    private final BudgetYears years;
    private final Proposals proposals;

    BudgetController(Projects projects, Budgets budgets, BudgetYears years, Proposals proposals) {
        this.projects = projects;
        this.budgets = budgets;
        this.years = years;
        this.proposals = proposals;
    }

    @GetMapping("/cpts/{slug}/budget")
    String show(
            CommunityView view,
            @RequestParam(required = false) @Nullable Integer annee,
            @RequestParam(required = false) @Nullable UUID ligne,
            Model model) {
        var project = projects.of(view.id());
        int year = annee == null ? years.toShow(project) : BudgetYears.within(annee);
        var form = ligne == null ? BudgetLineForm.blank() : BudgetLineForm.filled(budgets.line(view, year, ligne));
        return page(view, project, year, ligne, form, null, null, model);
    }

    @PostMapping("/cpts/{slug}/budget/{year}/lignes")
    String add(
            CommunityView view,
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        BudgetYears.within(year);
        var project = projects.of(view.id());
        var form = Form.sent(typed);
        var facts = BudgetLineForm.read(form, project);
        if (facts == null) {
            return page(view, project, year, null, form, null, null, model);
        }
        budgets.add(view, year, form.id(), facts);
        Flash.notice(flash, "La ligne est ajoutée.");
        return BudgetYears.back(view, year) + "#ligne";
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
        var facts = BudgetLineForm.read(form, project);
        if (facts == null) {
            return page(view, project, year, id, form, null, null, model);
        }
        if (budgets.change(view, year, id, form.version(), facts) instanceof Saving.Overtaken(var other)) {
            var overtaken = form.overtakenBy(
                    other,
                    BudgetLineForm.filled(budgets.line(view, year, id)),
                    BudgetLineForm.labels(),
                    value -> BudgetLineForm.inWords(project, value));
            return page(view, projects.of(view.id()), year, id, form, overtaken, null, model);
        }
        Flash.notice(flash, "La ligne est enregistrée.");
        return BudgetYears.back(view, year);
    }

    @PostMapping("/cpts/{slug}/budget/{year}/lignes/{id}/retrait")
    String remove(CommunityView view, @PathVariable int year, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        budgets.remove(view, year, id);
        Flash.undoable(flash, "La ligne est retirée.", view.at("/budget/%d/lignes/%s/retour".formatted(year, id)));
        return BudgetYears.back(view, year);
    }

    @PostMapping("/cpts/{slug}/budget/{year}/lignes/{id}/retour")
    String restore(CommunityView view, @PathVariable int year, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        budgets.restore(view, year, id);
        Flash.notice(flash, "La ligne est de nouveau dans le budget.");
        return BudgetYears.back(view, year);
    }

    @PostMapping("/cpts/{slug}/budget/{year}/commentaire")
    String comment(
            CommunityView view,
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        BudgetYears.within(year);
        var form = Form.sent(typed);
        var comment = form.lines("commentaire", 4000);
        var saving = form.errors().isEmpty() ? budgets.comment(view, year, form.version(), comment) : null;
        if (saving instanceof Saving.Done) {
            Flash.notice(flash, "Le commentaire est enregistré.");
            return BudgetYears.back(view, year);
        }
        var project = projects.of(view.id());
        @Nullable Overtaken overtaken = null;
        if (saving instanceof Saving.Overtaken(var other)) {
            var stored = project.budget(year).map(BudgetController::commentForm).orElseGet(Form::empty);
            overtaken = form.overtakenBy(other, stored, Map.of("commentaire", "Commentaire"), value -> value);
        }
        return page(view, project, year, null, BudgetLineForm.blank(), overtaken, form, model);
    }

    /** Takes over the lines of a proposal, as the page shows them. */
    @PostMapping("/cpts/{slug}/budget/{year}/propositions")
    String propose(
            CommunityView view,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String proposition,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        int taken = proposals.take(view, BudgetYears.within(year), proposition);
        Flash.notice(
                flash,
                taken == 0
                        ? "Rien à reprendre : ces lignes sont déjà dans le budget."
                        : "La proposition est reprise. Ajustez ses montants à ceux de votre contrat.");
        return BudgetYears.back(view, year);
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
        var budget = project.budget(year).orElseGet(() -> Budget.empty(year));
        model.addAttribute("view", view);
        model.addAttribute("project", project);
        model.addAttribute("budget", budget);
        model.addAttribute("years", years.around(project, year));
        model.addAttribute("flags", BudgetFlag.of(budget));
        model.addAttribute("model", BudgetYears.toBeginFrom(project, year));
        model.addAttribute("edited", edited);
        model.addAttribute("form", form);
        model.addAttribute("comment", comment == null ? commentForm(budget) : comment);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("lineForm", LineChoices.of(project));
        model.addAttribute("proposals", edited == null ? proposals.of(view.id(), project, budget) : List.of());
        return "project/budget";
    }

    private static Form commentForm(Budget budget) {
        return Form.empty().set("version", budget.change().version()).set("commentaire", budget.comment());
    }
}
