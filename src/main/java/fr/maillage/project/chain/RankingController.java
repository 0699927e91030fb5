package fr.maillage.project.chain;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.Objective;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.Projects;
import fr.maillage.project.Ranking;
import fr.maillage.project.Rankings;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The vote by which the team ranks its general objectives. */
@Controller
class RankingController {

    private final Projects projects;
    private final Rankings rankings;

    RankingController(Projects projects, Rankings rankings) {
        this.projects = projects;
        this.rankings = rankings;
    }

    @GetMapping("/cpts/{slug}/chaine/vote")
    String show(CommunityView view, Model model) {
        return page(view, filled(view), model);
    }

    @PostMapping("/cpts/{slug}/chaine/vote/ouverture")
    String open(CommunityView view, RedirectAttributes flash) {
        view.require(Right.MANAGE);
        rankings.open(view);
        Flash.notice(flash, "Le vote est ouvert. Chaque personne de l’équipe projet peut classer les objectifs.");
        return back(view);
    }

    @PostMapping("/cpts/{slug}/chaine/vote")
    String cast(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var order = order(form, projects.of(view.id()).objectives());
        if (order == null) {
            return page(view, form, model);
        }
        if (!rankings.cast(view, order)) {
            form.errors().add("Le vote vient d’être clos, ou les objectifs ont changé. Votre vote n’est pas compté.");
            return page(view, form, model);
        }
        Flash.notice(flash, "Votre vote est compté. Vous pouvez le changer jusqu’à la clôture.");
        return back(view);
    }

    @PostMapping("/cpts/{slug}/chaine/vote/cloture")
    String close(CommunityView view, RedirectAttributes flash) {
        view.require(Right.MANAGE);
        rankings.close(view);
        Flash.notice(flash, "Le vote est clos : les objectifs ont pris leur rang.");
        return back(view);
    }

    /** Every objective at its own place, or null when something is wrong: the form then holds the faults. */
    private static @Nullable List<ObjectiveId> order(Form form, List<Objective> objectives) {
        var places = new TreeMap<Long, ObjectiveId>();
        for (var objective : objectives) {
            var field = field(objective);
            var place = form.whole(field, 1, objectives.size(), "Choisissez un rang de la liste.");
            if (place == null) {
                if (form.errors().message(field) == null) {
                    form.errors().add(field, "Donnez un rang à cet objectif.");
                }
            } else if (places.putIfAbsent(place, objective.id()) != null) {
                form.errors().add(field, "Le rang " + place + " est déjà donné à un autre objectif.");
            }
        }
        return form.errors().isEmpty() ? List.copyOf(places.values()) : null;
    }

    /** The person's own vote, if they have already cast it. */
    private Form filled(CommunityView view) {
        var form = Form.empty();
        rankings.open(view.id())
                .flatMap(ranking -> ranking.of(view.actor().account().value()))
                .ifPresent(ballot -> {
                    for (int i = 0; i < ballot.choices().size(); i++) {
                        form.set("rang-" + ballot.choices().get(i).objective().value(), i + 1);
                    }
                });
        return form;
    }

    private String page(CommunityView view, Form form, Model model) {
        var project = projects.of(view.id());
        var all = rankings.of(view.id());
        model.addAttribute("view", view);
        model.addAttribute("project", project);
        model.addAttribute(
                "open", all.stream().filter(Ranking::open).findFirst().orElse(null));
        model.addAttribute(
                "closed", all.stream().filter(ranking -> !ranking.open()).toList());
        model.addAttribute("form", form);
        return "project/ranking";
    }

    /** Name of the choice of an objective's place. */
    private static String field(Objective objective) {
        return "rang-" + objective.id().value();
    }

    private static String back(CommunityView view) {
        return "redirect:" + view.at("/chaine/vote");
    }
}
