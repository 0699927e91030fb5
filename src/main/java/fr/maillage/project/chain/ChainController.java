package fr.maillage.project.chain;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.ActionIndicators;
import fr.maillage.project.ActionPart.Purpose;
import fr.maillage.project.Actions;
import fr.maillage.project.ChainMatrix;
import fr.maillage.project.IndicatorId;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.Objectives;
import fr.maillage.project.Problem;
import fr.maillage.project.ProblemId;
import fr.maillage.project.Problems;
import fr.maillage.project.Projects;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board where the chain is built by drag or by lists of choices, the matrix of its holes, the reading of a need. */
@Controller
class ChainController {

    private static final String BOARD = "/chaine";
    private static final String CHOOSE = "Choisissez une ligne de la liste.";

    private final Projects projects;
    private final Problems problems;
    private final Objectives objectives;
    private final Actions actions;
    private final ActionIndicators indicators;

    ChainController(
            Projects projects, Problems problems, Objectives objectives, Actions actions, ActionIndicators indicators) {
        this.projects = projects;
        this.problems = problems;
        this.objectives = objectives;
        this.actions = actions;
        this.indicators = indicators;
    }

    @GetMapping("/cpts/{slug}/chaine")
    String board(CommunityView view, Model model) {
        return boardPage(view, FormErrors.NONE, model);
    }

    @GetMapping("/cpts/{slug}/chaine/matrice")
    String matrix(CommunityView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("matrix", ChainMatrix.of(projects.of(view.id())));
        return "project/chainMatrix";
    }

    @GetMapping("/cpts/{slug}/chaine/besoins/{id}")
    String follow(CommunityView view, @PathVariable UUID id, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("project", projects.of(view.id()));
        model.addAttribute("need", problems.find(view, new ProblemId(id)));
        return "project/chainNeed";
    }

    /** Says that a general objective answers a need. */
    @PostMapping("/cpts/{slug}/chaine/besoins/{id}/lien")
    String link(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var objective = general(view, form.value("objectif"));
        if (objective == null) {
            return boardPage(view, new FormErrors().add(CHOOSE), model);
        }
        var need = problems.find(view, new ProblemId(id));
        var linked = new HashSet<>(need.facts().objectives());
        linked.add(objective);
        return relate(view, need, form.version(), linked, "Le besoin est relié à l’objectif.", model, flash);
    }

    @PostMapping("/cpts/{slug}/chaine/besoins/{id}/retrait")
    String unlink(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var need = problems.find(view, new ProblemId(id));
        var kept = new HashSet<>(need.facts().objectives());
        kept.removeIf(objective -> objective.value().toString().equals(form.value("objectif")));
        return relate(view, need, form.version(), kept, "Le besoin n’est plus relié à cet objectif.", model, flash);
    }

    /** Puts an operational objective under a general one. */
    @PostMapping("/cpts/{slug}/chaine/operationnels/{id}")
    String decline(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var objective = general(view, form.value("objectif"));
        if (objective == null) {
            return boardPage(view, new FormErrors().add(CHOOSE), model);
        }
        var saving = objectives.moveOperational(view, new ObjectiveId(id), form.version(), objective);
        return answer(view, saving, "L’objectif opérationnel a changé de place.", "operationnel-" + id, model, flash);
    }

    /** Gives an action its operational objective. */
    @PostMapping("/cpts/{slug}/chaine/actions/{number:\\d{1,6}}")
    String serve(
            CommunityView view,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var objective = operational(view, form.value("objectif"));
        if (objective == null) {
            return boardPage(view, new FormErrors().add(CHOOSE), model);
        }
        var before = actions.find(view, number).facts().purpose();
        var purpose = new Purpose(
                before.title(),
                before.coverage(),
                objective,
                before.prsCode(),
                before.prsObjective(),
                before.evidence(),
                before.diagnosis());
        var saving = actions.change(view, number, form.version(), purpose);
        return answer(view, saving, "L’action " + number + " sert cet objectif.", "action-" + number, model, flash);
    }

    /** Gives an indicator to another action. */
    @PostMapping("/cpts/{slug}/chaine/indicateurs/{id}")
    String measure(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var number = form.value("action");
        var known = projects.of(view.id()).actions().stream()
                .anyMatch(action -> String.valueOf(action.number()).equals(number));
        if (!known) {
            return boardPage(view, new FormErrors().add(CHOOSE), model);
        }
        var saving = indicators.move(view, new IndicatorId(id), form.version(), Integer.parseInt(number));
        return answer(view, saving, "L’indicateur suit l’action " + number + ".", "indicateur-" + id, model, flash);
    }

    private String relate(
            CommunityView view,
            Problem need,
            int version,
            Set<ObjectiveId> linked,
            String done,
            Model model,
            RedirectAttributes flash) {
        var facts = need.facts();
        var saving = problems.change(
                view,
                need.id(),
                version,
                new Problem.Facts(
                        facts.title(),
                        facts.theme(),
                        facts.description(),
                        facts.severity(),
                        facts.people(),
                        facts.peopleWords(),
                        linked));
        return answer(view, saving, done, "besoin-" + need.id().value(), model, flash);
    }

    /** A link is one choice: when somebody changed the same thing meanwhile, the board is shown as it is now. */
    private String answer(
            CommunityView view, Saving saving, String done, String card, Model model, RedirectAttributes flash) {
        return switch (saving) {
            case Saving.Done _ -> {
                Flash.notice(flash, done);
                yield "redirect:" + view.at(BOARD) + "#" + card;
            }
            case Saving.Overtaken(var other) ->
                boardPage(
                        view,
                        new FormErrors()
                                .add(
                                        other.by()
                                                + " vient de modifier la même carte. Rien n’a été changé : regardez où elle en est, puis recommencez."),
                        model);
            case Saving.Refused refused -> boardPage(view, new FormErrors().add(refused.sentence()), model);
        };
    }

    private String boardPage(CommunityView view, FormErrors problem, Model model) {
        var project = projects.of(view.id());
        model.addAttribute("view", view);
        model.addAttribute("project", project);
        model.addAttribute("board", Board.of(project));
        model.addAttribute("problem", problem);
        return "project/chain";
    }

    private @Nullable ObjectiveId general(CommunityView view, String id) {
        return projects.of(view.id()).objectives().stream()
                .map(objective -> objective.id())
                .filter(objective -> objective.value().toString().equals(id))
                .findFirst()
                .orElse(null);
    }

    private @Nullable ObjectiveId operational(CommunityView view, String id) {
        return projects.of(view.id()).objectives().stream()
                .flatMap(objective -> objective.operational().stream())
                .map(operational -> operational.id())
                .filter(objective -> objective.value().toString().equals(id))
                .findFirst()
                .orElse(null);
    }
}
