package fr.maillage.project.budget;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.Budget;
import fr.maillage.project.BudgetEntries;
import fr.maillage.project.BudgetEntries.Outcome;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.Change;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forty amounts typed one after the other: the budget of a year as one table, saved at once. */
@Controller
class BudgetEntryController {

    private final Projects projects;
    private final BudgetEntries entries;

    BudgetEntryController(Projects projects, BudgetEntries entries) {
        this.projects = projects;
        this.entries = entries;
    }

    @GetMapping("/cpts/{slug}/budget/{year}/saisie")
    String table(CommunityView view, @PathVariable int year, Model model) {
        view.require(Right.WRITE);
        var project = projects.of(view.id());
        var table = table(view, project, BudgetYears.within(year), Form.empty());
        return page(view, project, year, table, table.filled(), Map.of(), model);
    }

    @PostMapping("/cpts/{slug}/budget/{year}/saisie")
    String save(
            CommunityView view,
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var project = projects.of(view.id());
        var form = Form.sent(typed);
        var table = table(view, project, BudgetYears.within(year), form);
        var changed = table.read(form);
        if (!form.errors().isEmpty()) {
            return page(view, project, year, table, form, Map.of(), model);
        }
        return switch (entries.save(view, year, changed)) {
            case Outcome.Done done -> {
                Flash.notice(flash, "Budget " + year + " : " + BudgetEntries.words(done) + ".");
                yield BudgetYears.back(view, year);
            }
            case Outcome.Overtaken(var lines) -> {
                var now = projects.of(view.id());
                yield page(view, now, year, table(view, now, year, form), form, lines, model);
            }
        };
    }

    /** Begins a year with the lines of another one. */
    @PostMapping("/cpts/{slug}/budget/{year}/reprise")
    String copy(
            CommunityView view,
            @PathVariable int year,
            @RequestParam(defaultValue = "0") int depuis,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        BudgetYears.within(year);
        Flash.notice(
                flash,
                entries.copy(view, depuis, year)
                        ? "Les lignes de " + depuis + " sont reprises. Changez ce qui change."
                        : "Rien n’est repris : ce budget a déjà des lignes, ou l’autre n’en a pas.");
        return BudgetYears.back(view, year);
    }

    private static EntryTable table(CommunityView view, StructuredProject project, int year, Form typed) {
        return EntryTable.of(
                view.id(), project.budget(year).orElseGet(() -> Budget.empty(year)), project.budget(year - 1), typed);
    }

    /** @param overtaken lines that somebody else changed while these amounts were typed */
    private static String page(
            CommunityView view,
            StructuredProject project,
            int year,
            EntryTable table,
            Form form,
            Map<UUID, Change> overtaken,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("year", year);
        model.addAttribute("table", table);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("compared", project.budget(year - 1).isPresent());
        return "project/budgetEntry";
    }
}
