package fr.maillage.project.actions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
import fr.maillage.project.ActionId;
import fr.maillage.project.Actions;
import fr.maillage.project.ArchivedAction;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The fiches action of a projet de santé: their list, their start, each of them to read. */
@Controller
class ActionController {

    private final Projects projects;
    private final Actions actions;
    private final ActionList list;
    private final Today today;

    ActionController(Projects projects, Actions actions, ActionList list, Today today) {
        this.projects = projects;
        this.actions = actions;
        this.list = list;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/actions")
    String list(CommunityView view, HttpServletRequest request, Model model) {
        var project = projects.of(view.id());
        model.addAttribute("view", view);
        model.addAttribute("project", project);
        model.addAttribute("listing", list.page(project, ActionList.SPEC.read(request)));
        return "project/actions";
    }

    @GetMapping("/cpts/{slug}/actions.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, @PathVariable String format, HttpServletRequest request) {
        var sheet = list.sheet(projects.of(view.id()), view.name(), ActionList.SPEC.read(request));
        return Download.of("actions-" + view.slug(), sheet, format);
    }

    @GetMapping("/cpts/{slug}/actions/nouvelle")
    String blank(
            CommunityView view,
            @RequestParam(defaultValue = "") String couvre,
            @RequestParam(defaultValue = "") String objectif,
            Model model) {
        view.require(Right.WRITE);
        var project = projects.of(view.id());
        var form = Form.empty()
                .set("id", UUID.randomUUID())
                .setAll("couvre", couvre.isEmpty() ? ActionPartForm.coveredBy(project, objectif) : List.of(couvre))
                .set("objectif", objectif.isEmpty() ? null : objectif);
        return startPage(view, project, form, model);
    }

    @PostMapping("/cpts/{slug}/actions/nouvelle")
    String add(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var project = projects.of(view.id());
        var form = Form.sent(typed);
        var facts = ActionPartForm.started(form, project);
        if (facts == null) {
            return startPage(view, project, form, model);
        }
        int number = actions.add(view, new ActionId(form.id()), facts);
        Flash.notice(flash, "Action " + number + " créée. Complétez sa fiche partie par partie.");
        return "redirect:" + view.at("/actions/" + number);
    }

    @GetMapping("/cpts/{slug}/actions/{number:\\d{1,6}}")
    String show(CommunityView view, @PathVariable int number, Model model) {
        var project = projects.of(view.id());
        var archived = project.archived(number);
        if (archived.isPresent()) {
            return archived(view, archived.get(), List.of(), model);
        }
        var action = actions.find(view, number);
        model.addAttribute("view", view);
        model.addAttribute("fiche", Fiche.of(project, action, today.day()));
        return "project/action";
    }

    @PostMapping("/cpts/{slug}/actions/{number:\\d{1,6}}/archive")
    String archive(CommunityView view, @PathVariable int number, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var paid = projects.of(view.id()).budgets().stream()
                .flatMap(budget -> budget.lines().stream())
                .filter(line ->
                        actions.find(view, number).id().equals(line.facts().action()))
                .count();
        actions.archive(view, number);
        Flash.undoable(
                flash,
                "Action " + number + " archivée."
                        + (paid == 0
                                ? ""
                                : " "
                                        + French.count(
                                                paid,
                                                "ligne du budget la paie encore.",
                                                "lignes du budget la paient encore.")),
                view.at("/actions/" + number + "/retour"));
        return "redirect:" + view.at("/actions");
    }

    @PostMapping("/cpts/{slug}/actions/{number:\\d{1,6}}/retour")
    String restore(CommunityView view, @PathVariable int number, RedirectAttributes flash) {
        view.require(Right.WRITE);
        actions.restore(view, number);
        Flash.notice(flash, "Action " + number + " remise dans le projet.");
        return "redirect:" + view.at("/actions");
    }

    /** @param typed what somebody was writing in it meanwhile */
    static String archived(CommunityView view, ArchivedAction action, List<TypedText> typed, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("action", action);
        model.addAttribute("typed", typed);
        return "project/actionArchived";
    }

    private static String startPage(CommunityView view, StructuredProject project, Form form, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("objectives", ActionPartForm.objectives(project));
        model.addAttribute("coverage", ActionPartForm.coverage(project));
        return "project/actionNew";
    }
}
