package fr.maillage.project.actions;

import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Participant;
import fr.maillage.community.Participants;
import fr.maillage.community.Right;
import fr.maillage.project.Action;
import fr.maillage.project.Actions;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of each part of a fiche action. */
@Controller
class ActionPartController {

    private static final String PART =
            "/cpts/{slug}/actions/{number:\\d{1,6}}/{part:reponse|contenu|acteurs|dates|moyens}";

    private final Projects projects;
    private final Actions actions;
    private final Participants participants;
    private final Communities communities;

    ActionPartController(Projects projects, Actions actions, Participants participants, Communities communities) {
        this.projects = projects;
        this.actions = actions;
        this.participants = participants;
        this.communities = communities;
    }

    @GetMapping(PART)
    String edit(CommunityView view, @PathVariable int number, @PathVariable String part, Model model) {
        view.require(Right.WRITE);
        var action = actions.find(view, number);
        var edited = part(part);
        return page(
                view,
                projects.of(view.id()),
                action,
                edited,
                ActionPartForm.filled(action, edited.kind()).markOrigin(ActionPartForm.groups(edited.kind())),
                null,
                model);
    }

    @PostMapping(PART)
    String change(
            CommunityView view,
            @PathVariable int number,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var project = projects.of(view.id());
        var edited = part(part);
        var form = Form.sent(typed);
        var archived = project.archived(number);
        if (archived.isPresent()) {
            return ActionController.archived(view, archived.get(), kept(form, edited), model);
        }
        var action = actions.find(view, number);
        var people = participants.everOf(view.id());
        var written = ActionPartForm.read(form, action, edited.kind(), project, people);
        if (written == null) {
            return page(view, project, action, edited, form, null, model);
        }
        if (actions.change(view, number, form.version(), written) instanceof Saving.Overtaken(var other)) {
            var stored = actions.find(view, number);
            var mine = ActionPartForm.comparable(form, edited.kind());
            var theirs = ActionPartForm.filled(stored, edited.kind());
            var both = mine.takeWhatOnlyOthersChanged(theirs, ActionPartForm.groups(edited.kind()));
            mine.set("version", other.version());
            var merged = both.isEmpty() ? ActionPartForm.read(mine, stored, edited.kind(), project, people) : null;
            if (merged != null && actions.change(view, number, other.version(), merged) instanceof Saving.Done) {
                Flash.notice(
                        flash,
                        "Action " + number + " enregistrée, avec ce que " + other.by()
                                + " a changé entre-temps ailleurs.");
                return "redirect:" + view.at("/actions/" + number) + "#" + edited.path();
            }
            var overtaken = mine.overtakenBy(
                    other,
                    theirs,
                    ActionPartForm.labels(edited.kind(), both),
                    value -> ActionPartForm.inWords(project, stored, people, value));
            mine.markOrigin(theirs, ActionPartForm.groups(edited.kind()));
            return page(view, project, stored, edited, mine, overtaken, model);
        }
        Flash.notice(flash, "Action " + number + " enregistrée.");
        return "redirect:" + view.at("/actions/" + number) + "#" + edited.path();
    }

    /** The texts of a form, without its choices: those are ticked again in a moment. */
    private static List<TypedText> kept(Form form, FichePart part) {
        var texts = List.of(
                "titre",
                "prs",
                "diagnostic",
                "description",
                "public",
                "liens",
                "acteurs",
                "moyens",
                "etape-titre",
                "risque",
                "parade");
        return ActionPartForm.labels(part.kind()).entrySet().stream()
                .filter(field -> texts.contains(field.getKey()))
                .map(field -> new TypedText(
                        field.getValue(),
                        String.join("\n", form.values(field.getKey())).strip()))
                .filter(typed -> !typed.text().isEmpty())
                .toList();
    }

    private static FichePart part(String path) {
        return FichePart.ofPath(path).orElseThrow(() -> new NotFound("part " + path));
    }

    private String page(
            CommunityView view,
            StructuredProject project,
            Action action,
            FichePart part,
            Form form,
            @Nullable Overtaken overtaken,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("project", project);
        model.addAttribute("action", action);
        model.addAttribute("part", part);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("choices", choices(view, project, action));
        return "project/actionPart";
    }

    private FicheChoices choices(CommunityView view, StructuredProject project, Action action) {
        return new FicheChoices(
                ActionPartForm.coverage(project),
                ActionPartForm.objectives(project),
                ActionPartForm.evidence(project, action),
                ActionPartForm.others(project, action),
                ActionPartForm.names(choosable(view, action)),
                ActionPartForm.states(),
                ActionPartForm.prs(communities.find(view.id()).regionCode()));
    }

    /** Those who take part today, and those already named in this action even if they were archived since. */
    private List<Participant> choosable(CommunityView view, Action action) {
        return participants.everOf(view.id()).stream()
                .filter(participant -> !participant.archived()
                        || participant.id().equals(action.facts().pilot())
                        || action.facts().partners().contains(participant.id()))
                .sorted(Comparator.comparing(Participant::fullName, French.ORDER))
                .toList();
    }
}
