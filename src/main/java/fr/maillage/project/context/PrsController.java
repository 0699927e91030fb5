package fr.maillage.project.context;

import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.Action;
import fr.maillage.project.Projects;
import fr.maillage.project.PrsPlan;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lines of the projet régional de santé that the CPTS retains; those of its actions are retained of themselves. */
@Controller
class PrsController {

    private static final String CHOSEN = "ligne";

    private final PrsLinks links;
    private final Projects projects;
    private final Communities communities;

    PrsController(PrsLinks links, Projects projects, Communities communities) {
        this.links = links;
        this.projects = projects;
        this.communities = communities;
    }

    @GetMapping("/cpts/{slug}/contexte/prs")
    String edit(CommunityView view, Model model) {
        return page(view, plan(view), filled(links.of(view.id())), null, model);
    }

    @PostMapping("/cpts/{slug}/contexte/prs")
    String retain(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var plan = plan(view);
        var form = Form.sent(typed);
        var comments = new HashMap<String, String>();
        if (plan != null) {
            plan.lines().forEach(line -> {
                var comment = form.free(field(line), 1000);
                if (form.values(CHOSEN).contains(line.code()) || !comment.isEmpty()) {
                    comments.put(line.code(), comment);
                }
            });
        }
        if (!form.errors().isEmpty()) {
            return page(view, plan, form, null, model);
        }
        if (links.retain(view, form.version(), comments) instanceof Saving.Overtaken(var other)) {
            var overtaken = form.overtakenBy(other, filled(links.of(view.id())), labels(plan), PrsController::inWords);
            return page(view, plan, form, overtaken, model);
        }
        Flash.notice(flash, "Les liens avec le projet régional de santé sont enregistrés.");
        return "redirect:" + view.at("/contexte/prs");
    }

    private static Form filled(PrsChoices choices) {
        var form = Form.empty()
                .set("version", choices.version())
                .setAll(CHOSEN, choices.comments().keySet().stream().sorted().toList());
        choices.comments().forEach((code, comment) -> form.set("commentaire-" + code, comment));
        return form;
    }

    private static String field(PrsPlan.Line line) {
        return "commentaire-" + line.code();
    }

    private static Map<String, String> labels(@Nullable PrsPlan plan) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(CHOSEN, "Lignes retenues");
        if (plan != null) {
            plan.lines().forEach(line -> labels.put(field(line), line.title()));
        }
        return labels;
    }

    private static String inWords(String value) {
        return PrsPlan.line(value).map(PrsPlan.Line::title).orElse(value);
    }

    private String page(
            CommunityView view, @Nullable PrsPlan plan, Form form, @Nullable Overtaken overtaken, Model model) {
        Map<String, List<Action>> actions = projects.of(view.id()).actions().stream()
                .filter(Action::counts)
                .filter(action -> action.facts().purpose().prsCode() != null)
                .collect(Collectors.groupingBy(
                        action -> String.valueOf(action.facts().purpose().prsCode())));
        model.addAttribute("view", view);
        model.addAttribute("plan", plan);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("actions", actions);
        return "project/context/prs";
    }

    private @Nullable PrsPlan plan(CommunityView view) {
        return PrsPlan.of(communities.find(view.id()).regionCode()).orElse(null);
    }
}
