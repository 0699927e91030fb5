package fr.maillage.project.objectives;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.Coverage;
import fr.maillage.project.Objective;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.Objectives;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.rules.BaseMissions;
import fr.maillage.rules.Mission;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import fr.maillage.ui.Overtaken;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Missions and objectives of a projet de santé. */
@Controller
class ObjectiveController {

    private static final Map<String, String> LABELS = labels();

    private final Projects projects;
    private final Objectives objectives;
    private final Today today;

    ObjectiveController(Projects projects, Objectives objectives, Today today) {
        this.projects = projects;
        this.objectives = objectives;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/objectifs")
    String show(CommunityView view, Model model) {
        return listPage(view, FormErrors.NONE, model);
    }

    @PostMapping("/cpts/{slug}/objectifs/missions")
    String choose(CommunityView view, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var chosen = EnumSet.noneOf(Mission.class);
        Form.sent(typed).values("mission").forEach(code -> Mission.ofCode(code).ifPresent(chosen::add));
        objectives.choose(view, chosen);
        Flash.notice(flash, "Les missions du projet sont enregistrées.");
        return back(view);
    }

    @GetMapping("/cpts/{slug}/objectifs/nouveau")
    String blank(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return page(view, null, Form.empty().set("id", UUID.randomUUID()), null, model);
    }

    @PostMapping("/cpts/{slug}/objectifs/nouveau")
    String add(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var facts = read(view, form);
        if (facts == null) {
            return page(view, null, form, null, model);
        }
        objectives.add(view, new ObjectiveId(form.id()), facts);
        Flash.notice(flash, "L’objectif général est ajouté. Déclinez-le en objectifs opérationnels.");
        return "redirect:" + view.at("/objectifs/" + form.id());
    }

    @GetMapping("/cpts/{slug}/objectifs/{id}")
    String edit(CommunityView view, @PathVariable UUID id, Model model) {
        var objective = find(view, id);
        return page(view, objective, filled(objective), null, model);
    }

    @PostMapping("/cpts/{slug}/objectifs/{id}")
    String change(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var objective = find(view, id);
        var form = Form.sent(typed);
        var facts = read(view, form);
        if (facts == null) {
            return page(view, objective, form, null, model);
        }
        if (objectives.change(view, objective.id(), form.version(), facts) instanceof Saving.Overtaken(var other)) {
            var stored = find(view, id);
            var overtaken = form.overtakenBy(other, filled(stored), LABELS, ObjectiveController::inWords);
            return page(view, stored, form, overtaken, model);
        }
        Flash.notice(flash, "L’objectif général est enregistré.");
        return back(view);
    }

    @PostMapping("/cpts/{slug}/objectifs/{id}/rang")
    String raise(CommunityView view, @PathVariable UUID id) {
        view.require(Right.WRITE);
        objectives.raise(view, find(view, id).id());
        return back(view) + "#objectif-" + id;
    }

    @PostMapping("/cpts/{slug}/objectifs/{id}/operationnels")
    String addOperational(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var objective = find(view, id);
        var form = Form.sent(typed);
        var title = title(form, "operationnel");
        if (!form.errors().isEmpty()) {
            model.addAttribute("added", form);
            return page(view, objective, filled(objective), null, model);
        }
        objectives.addOperational(view, objective.id(), new ObjectiveId(form.id()), title);
        Flash.notice(flash, "L’objectif opérationnel est ajouté.");
        return "redirect:" + view.at("/objectifs/" + id);
    }

    @PostMapping("/cpts/{slug}/objectifs/{id}/operationnels/{operational}")
    String changeOperational(
            CommunityView view,
            @PathVariable UUID id,
            @PathVariable UUID operational,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var title = title(form, "operationnel");
        var problem = new FormErrors();
        form.errors().all().forEach(fault -> problem.add(fault.message()));
        if (problem.isEmpty()
                && objectives.changeOperational(view, new ObjectiveId(operational), form.version(), title)
                        instanceof Saving.Overtaken(var other)) {
            problem.add(other.by() + " vient de modifier cet objectif opérationnel. Votre texte était : « " + title
                    + " ». Le texte enregistré est ci-dessous : recopiez le vôtre s’il doit le remplacer.");
        }
        if (!problem.isEmpty()) {
            var objective = find(view, id);
            model.addAttribute("problem", problem);
            return page(view, objective, filled(objective), null, model);
        }
        Flash.notice(flash, "L’objectif opérationnel est enregistré.");
        return "redirect:" + view.at("/objectifs/" + id);
    }

    @PostMapping("/cpts/{slug}/objectifs/{id}/suppression")
    String remove(CommunityView view, @PathVariable UUID id, Model model, RedirectAttributes flash) {
        view.require(Right.WRITE);
        return switch (objectives.remove(view, new ObjectiveId(id))) {
            case Objectives.Removal.Removed _ -> {
                Flash.notice(flash, "L’objectif est supprimé.");
                yield back(view);
            }
            case Objectives.Removal.StillUsed(var sentence) -> listPage(view, new FormErrors().add(sentence), model);
        };
    }

    private String listPage(CommunityView view, FormErrors problem, Model model) {
        var project = projects.of(view.id());
        model.addAttribute("view", view);
        model.addAttribute("project", project);
        model.addAttribute("problem", problem);
        model.addAttribute(
                "optional",
                Coverage.optionalOn(today.day()).stream()
                        .map(mission -> new Option(mission.code(), mission.title()))
                        .toList());
        model.addAttribute(
                "chosen", project.optionalMissions().stream().map(Mission::code).toList());
        model.addAttribute(
                "missionSources",
                BaseMissions.on(today.day()).stream()
                        .map(item -> item.source().title())
                        .distinct()
                        .collect(Collectors.joining(". ")));
        return "project/objectives";
    }

    private String page(
            CommunityView view, @Nullable Objective objective, Form form, @Nullable Overtaken overtaken, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("objective", objective);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        var project = projects.of(view.id());
        model.addAttribute("problems", objective == null ? List.of() : project.problemsOf(objective.id()));
        model.addAttribute(
                "missions",
                project.coverage().ordered().stream()
                        .map(mission -> new Option(mission.code(), mission.title()))
                        .toList());
        if (!model.containsAttribute("added")) {
            model.addAttribute("added", Form.empty().set("id", UUID.randomUUID()));
        }
        if (!model.containsAttribute("problem")) {
            model.addAttribute("problem", FormErrors.NONE);
        }
        return "project/objective";
    }

    private Objective.@Nullable Facts read(CommunityView view, Form form) {
        var title = title(form, "titre");
        StructuredProject project = projects.of(view.id());
        var mission = form.choice(
                "mission",
                code -> Mission.ofCode(code)
                        .filter(known -> project.coverage().missions().contains(known)),
                "Choisissez la mission que cet objectif sert.");
        var problem = form.lines("probleme", 4000);
        return mission == null || !form.errors().isEmpty() ? null : new Objective.Facts(title, mission, problem);
    }

    private static String title(Form form, String field) {
        var title = form.text(field, 200, "Écrivez l’objectif en une phrase.");
        if (!title.isEmpty() && title.length() < 3) {
            form.errors().add(field, "Écrivez l’objectif en une phrase.");
        }
        return title;
    }

    private static Form filled(Objective objective) {
        return Form.empty()
                .set("version", objective.change().version())
                .set("titre", objective.facts().title())
                .set("mission", objective.facts().mission().code())
                .set("probleme", objective.facts().problem());
    }

    private Objective find(CommunityView view, UUID id) {
        return projects.of(view.id()).objectives().stream()
                .filter(objective -> objective.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("objective " + id));
    }

    private static String inWords(String value) {
        return Mission.ofCode(value).map(Mission::title).orElse(value);
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("titre", "Objectif général");
        labels.put("mission", "Mission");
        labels.put("probleme", "Problème constaté");
        return labels;
    }

    private static String back(CommunityView view) {
        return "redirect:" + view.at("/objectifs");
    }
}
