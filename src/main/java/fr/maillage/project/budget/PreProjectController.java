package fr.maillage.project.budget;

import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.Budgets;
import fr.maillage.project.PreProjectBudget;
import fr.maillage.project.PreProjectBudget.Writer;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.rules.PreProjectBudgets;
import fr.maillage.shared.Change;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import fr.maillage.ui.Overtaken;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The small budget of the pré-projet: what writing costs, and the subsidy that pays for it. */
@Controller
class PreProjectController {

    private final Projects projects;
    private final Budgets budgets;
    private final Communities communities;
    private final BudgetYears years;
    private final Today today;

    PreProjectController(Projects projects, Budgets budgets, Communities communities, BudgetYears years, Today today) {
        this.projects = projects;
        this.budgets = budgets;
        this.communities = communities;
        this.years = years;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/budget/pre-projet")
    String show(CommunityView view, Model model) {
        var project = projects.of(view.id());
        return page(view, project, filled(project.preProject()), null, model);
    }

    @PostMapping("/cpts/{slug}/budget/pre-projet")
    String save(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var facts = new PreProjectBudget(
                euros(form, "communication"),
                euros(form, "reunions"),
                euros(form, "redaction"),
                form.optionalChoice(
                        "redacteur",
                        code -> Arrays.stream(Writer.values())
                                .filter(writer -> writer.name().equals(code))
                                .findFirst()),
                euros(form, "subvention"),
                new Change(form.version(), Instant.EPOCH, ""));
        if (!form.errors().isEmpty()) {
            return page(view, projects.of(view.id()), form, null, model);
        }
        if (budgets.savePreProject(view, facts) instanceof Saving.Overtaken(var other)) {
            var now = projects.of(view.id());
            var overtaken = form.overtakenBy(other, filled(now.preProject()), labels(), PreProjectController::inWords);
            return page(view, now, form, overtaken, model);
        }
        Flash.notice(flash, "Le budget du pré-projet est enregistré.");
        return "redirect:" + view.at("/budget/pre-projet");
    }

    private String page(
            CommunityView view, StructuredProject project, Form form, @Nullable Overtaken overtaken, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("stored", project.preProject());
        model.addAttribute("years", years.around(project, years.toShow(project)));
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute(
                "writers",
                Arrays.stream(Writer.values())
                        .map(writer -> new Option(writer.name(), writer.label()))
                        .toList());
        model.addAttribute(
                "grant",
                PreProjectBudgets.grant(communities.find(view.id()).regionCode(), today.day())
                        .orElse(null));
        return "project/budgetPreProject";
    }

    /** Null when nobody said: the document then leaves the case to be filled. */
    private static @Nullable Long euros(Form form, String field) {
        return form.value(field).isBlank() ? null : form.euros(field, BudgetLineForm.LARGEST);
    }

    private static Form filled(@Nullable PreProjectBudget stored) {
        if (stored == null) {
            return Form.empty().set("version", -1);
        }
        var writer = stored.writer();
        return Form.empty()
                .set("version", stored.change().version())
                .set("communication", stored.communication())
                .set("reunions", stored.meetings())
                .set("redaction", stored.writing())
                .set("redacteur", writer == null ? null : writer.name())
                .set("subvention", stored.subsidy());
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("communication", "Communication");
        labels.put("reunions", "Frais de réunion");
        labels.put("redacteur", "Qui écrit");
        labels.put("redaction", "Rédaction");
        labels.put("subvention", "Subvention de l’ARS");
        return labels;
    }

    private static String inWords(String value) {
        return Arrays.stream(Writer.values())
                .filter(writer -> writer.name().equals(value))
                .map(Writer::label)
                .findFirst()
                .orElse(value);
    }
}
