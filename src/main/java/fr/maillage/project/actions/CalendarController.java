package fr.maillage.project.actions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.Actions;
import fr.maillage.project.Milestone;
import fr.maillage.project.Projects;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar of a projet de santé: its key steps, and those of its actions. */
@Controller
class CalendarController {

    private final Projects projects;
    private final Actions actions;

    CalendarController(Projects projects, Actions actions) {
        this.projects = projects;
        this.actions = actions;
    }

    @GetMapping("/cpts/{slug}/calendrier")
    String show(CommunityView view, Model model) {
        return page(view, Form.empty(), model);
    }

    @PostMapping("/cpts/{slug}/calendrier")
    String add(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var title = form.text("titre", 160, "Dites ce qui est fait ce jour-là.");
        var on = form.day("date");
        if (on == null && form.errors().message("date") == null) {
            form.errors().add("date", "Indiquez la date de l’étape.");
        }
        if (on == null || !form.errors().isEmpty()) {
            return page(view, form, model);
        }
        actions.addMilestone(view, new Milestone(on, title));
        Flash.notice(flash, "L’étape « " + title + " » est au calendrier.");
        return "redirect:" + view.at("/calendrier");
    }

    @PostMapping("/cpts/{slug}/calendrier/retrait")
    String remove(CommunityView view, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var on = form.day("date");
        if (on != null) {
            actions.removeMilestone(view, new Milestone(on, form.value("titre")));
            Flash.notice(flash, "L’étape est retirée du calendrier.");
        }
        return "redirect:" + view.at("/calendrier");
    }

    private String page(CommunityView view, Form form, Model model) {
        var project = projects.of(view.id());
        model.addAttribute("view", view);
        model.addAttribute("project", project);
        model.addAttribute("gantt", Gantt.of(project).orElse(null));
        model.addAttribute("form", form);
        return "project/calendar";
    }
}
