package fr.maillage.project.actions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
import fr.maillage.documents.ICalendar;
import fr.maillage.project.Actions;
import fr.maillage.project.Milestone;
import fr.maillage.project.Projects;
import fr.maillage.shared.Change;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
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
    private final Today today;

    CalendarController(Projects projects, Actions actions, Today today) {
        this.projects = projects;
        this.actions = actions;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/calendrier")
    String show(CommunityView view, @RequestParam(defaultValue = "") String jalon, Model model) {
        var form = Form.empty().set("jalon", jalon);
        model.addAttribute("zero", form.day("jalon"));
        return page(view, Form.empty(), model);
    }

    /** For the agenda of a person: every dated thing of the project as a whole day. */
    @GetMapping("/cpts/{slug}/actions.ics")
    ResponseEntity<byte[]> agenda(CommunityView view) {
        var project = projects.of(view.id());
        var written = project.changes().values().stream()
                .map(Change::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        var calendar = new ICalendar(view.name());
        for (var entry : Agenda.of(project, today.day()).entries()) {
            var of = entry.action() == null ? "" : " (action " + entry.action().number() + ")";
            var more = Stream.of(
                            entry.action() == null ? "" : entry.action().line(),
                            entry.who().isEmpty() ? "" : "Responsable\u00A0: " + entry.who(),
                            entry.state())
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining("\n"));
            calendar.day(
                    entry.uid() + "@maillage",
                    entry.action() == null ? written : entry.action().change().at(),
                    entry.on(),
                    entry.kind().label() + "\u00A0: " + entry.title() + of,
                    more);
        }
        return Download.of("calendrier-" + view.slug() + ".ics", ICalendar.TYPE, calendar.bytes());
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
        model.addAttribute("agenda", Agenda.of(project, today.day()));
        model.addAttribute("form", form);
        if (!model.containsAttribute("zero")) {
            model.addAttribute("zero", null);
        }
        return "project/calendar";
    }
}
