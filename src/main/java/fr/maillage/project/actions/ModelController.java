package fr.maillage.project.actions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.ActionId;
import fr.maillage.project.ActionModel;
import fr.maillage.project.ActionModels;
import fr.maillage.project.Actions;
import fr.maillage.project.Projects;
import fr.maillage.rules.Mission;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The library of models of actions, which a team copies into its project. */
@Controller
class ModelController {

    private final Projects projects;
    private final Actions actions;

    ModelController(Projects projects, Actions actions) {
        this.projects = projects;
        this.actions = actions;
    }

    @GetMapping("/cpts/{slug}/actions/modeles")
    String list(CommunityView view, HttpServletRequest request, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("listing", ModelList.page(ModelList.SPEC.read(request)));
        model.addAttribute(
                "missions",
                Arrays.stream(Mission.values())
                        .map(mission -> new Option(mission.code(), mission.title()))
                        .toList());
        return "project/models";
    }

    @GetMapping("/cpts/{slug}/actions/modeles/{code}")
    String show(CommunityView view, @PathVariable String code, Model model) {
        var found = find(code);
        model.addAttribute("view", view);
        model.addAttribute("model", found);
        model.addAttribute("id", UUID.randomUUID().toString());
        model.addAttribute(
                "copies",
                projects.of(view.id()).actions().stream()
                        .filter(action -> code.equals(action.model()))
                        .toList());
        return "project/model";
    }

    @PostMapping("/cpts/{slug}/actions/modeles/{code}")
    String copy(
            CommunityView view,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var found = find(code);
        var id = new ActionId(Form.sent(typed).id());
        var facts = found.facts(projects.of(view.id()).coverage());
        int number = actions.add(view, id, facts, found.tasks(), code);
        Flash.notice(flash, "Action " + number + " créée depuis le modèle. Adaptez chaque partie à votre territoire.");
        return "redirect:" + view.at("/actions/" + number);
    }

    private static ActionModel find(String code) {
        return ActionModels.ofCode(code).orElseThrow(() -> new NotFound("model " + code));
    }
}
