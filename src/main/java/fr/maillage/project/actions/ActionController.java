package fr.maillage.project.actions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Participant;
import fr.maillage.community.Participants;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
import fr.maillage.project.Action;
import fr.maillage.project.ActionId;
import fr.maillage.project.Actions;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.French;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import fr.maillage.ui.Overtaken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
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

/** The fiches action of a projet de santé, and the matrix of what they cover. */
@Controller
class ActionController {

    private final Projects projects;
    private final Actions actions;
    private final ActionList list;
    private final Participants participants;

    ActionController(Projects projects, Actions actions, ActionList list, Participants participants) {
        this.projects = projects;
        this.actions = actions;
        this.list = list;
        this.participants = participants;
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
        var form = Form.empty()
                .set("id", UUID.randomUUID())
                .set("etat", Action.State.PLANNED.name())
                .set("couvre", couvre.isEmpty() ? null : couvre)
                .set("objectif", objectif.isEmpty() ? null : objectif);
        return page(view, projects.of(view.id()), null, form, null, model);
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
        var facts = ActionForm.read(form, project, participants.everOf(view.id()));
        if (facts == null) {
            return page(view, project, null, form, null, model);
        }
        int number = actions.add(view, new ActionId(form.id()), facts);
        Flash.notice(flash, "Action " + number + " ajoutée : " + facts.title() + ".");
        return "redirect:" + view.at("/actions");
    }

    @GetMapping("/cpts/{slug}/actions/{number:\\d{1,6}}")
    String edit(CommunityView view, @PathVariable int number, Model model) {
        var action = actions.find(view, number);
        return page(view, projects.of(view.id()), action, ActionForm.filled(action), null, model);
    }

    @PostMapping("/cpts/{slug}/actions/{number:\\d{1,6}}")
    String change(
            CommunityView view,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var project = projects.of(view.id());
        var action = actions.find(view, number);
        var form = Form.sent(typed);
        var people = participants.everOf(view.id());
        var facts = ActionForm.read(form, project, people);
        if (facts == null) {
            return page(view, project, action, form, null, model);
        }
        if (actions.change(view, number, form.version(), facts) instanceof Saving.Overtaken(var other)) {
            var stored = actions.find(view, number);
            var mine = ActionForm.comparable(form);
            form.set("version", other.version());
            var overtaken = mine.overtakenBy(
                    other,
                    ActionForm.filled(stored),
                    ActionForm.LABELS,
                    value -> ActionForm.inWords(project, people, value));
            return page(view, project, stored, form, overtaken, model);
        }
        Flash.notice(flash, "Action " + number + " enregistrée.");
        return "redirect:" + view.at("/actions");
    }

    @PostMapping("/cpts/{slug}/actions/{number:\\d{1,6}}/archive")
    String archive(CommunityView view, @PathVariable int number, RedirectAttributes flash) {
        view.require(Right.WRITE);
        actions.archive(view, number);
        Flash.undoable(flash, "Action " + number + " archivée.", view.at("/actions/" + number + "/retour"));
        return "redirect:" + view.at("/actions");
    }

    @PostMapping("/cpts/{slug}/actions/{number:\\d{1,6}}/retour")
    String restore(CommunityView view, @PathVariable int number, RedirectAttributes flash) {
        view.require(Right.WRITE);
        actions.restore(view, number);
        Flash.notice(flash, "Action " + number + " remise dans le projet.");
        return "redirect:" + view.at("/actions");
    }

    private String page(
            CommunityView view,
            StructuredProject project,
            @Nullable Action action,
            Form form,
            @Nullable Overtaken overtaken,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("action", action);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("states", ActionForm.states());
        model.addAttribute("objectives", ActionForm.objectives(project));
        model.addAttribute("people", ActionForm.names(choosable(view, action)));
        model.addAttribute(
                "coverage",
                project.coverage().items().stream()
                        .map(item -> new Option(item.code(), item.title(), item.base() ? null : "Mission optionnelle"))
                        .toList());
        return "project/action";
    }

    /** Those who take part today, and those already named in this action even if they were archived since. */
    private List<Participant> choosable(CommunityView view, @Nullable Action action) {
        return participants.everOf(view.id()).stream()
                .filter(participant -> !participant.archived()
                        || action != null
                                && (participant.id().equals(action.facts().pilot())
                                        || action.facts().partners().contains(participant.id())))
                .sorted(Comparator.comparing(Participant::fullName, French.ORDER))
                .toList();
    }
}
