package fr.maillage.community.team;

import fr.maillage.access.Role;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.community.team.Team.Outcome;
import fr.maillage.shared.Typed;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team of a CPTS: people and their roles, invitations. */
@Controller
class TeamController {

    private final Team team;

    TeamController(Team team) {
        this.team = team;
    }

    @GetMapping("/cpts/{slug}/equipe")
    String show(CommunityView view, Model model) {
        return page(view, Form.empty(), FormErrors.NONE, model);
    }

    @PostMapping("/cpts/{slug}/equipe/invitations")
    String invite(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.MANAGE);
        var form = Form.sent(typed);
        var name = form.name("nom", 120, "Indiquez le prénom et le nom.");
        var email = form.text("courriel", 254, "Indiquez l’adresse électronique.");
        if (!email.isEmpty() && !Typed.isEmail(email)) {
            form.errors().add("courriel", "Cette adresse électronique est incomplète. Exemple : prenom.nom@exemple.fr");
        }
        var role = form.choice("role", TeamController::role, "Choisissez un rôle.");
        if (role == null || !form.errors().isEmpty()) {
            return page(view, form, FormErrors.NONE, model);
        }
        return switch (team.invite(view, email, name, role)) {
            case Outcome.AlreadyHeld(var who) -> {
                form.errors().add("courriel", who + " a déjà ce rôle dans cette CPTS.");
                yield page(view, form, FormErrors.NONE, model);
            }
            case Outcome.TooManyInvitations(var sentence) -> {
                form.errors().add(sentence);
                yield page(view, form, FormErrors.NONE, model);
            }
            case Outcome.Done _, Outcome.LastManager _ -> {
                Flash.notice(flash, "L’invitation est envoyée à " + email + ". Elle est valable quatorze jours.");
                yield back(view);
            }
        };
    }

    @PostMapping("/cpts/{slug}/equipe/invitations/{id}/retrait")
    String withdraw(CommunityView view, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.MANAGE);
        team.withdraw(view, id);
        Flash.notice(flash, "L’invitation est retirée : son lien ne fonctionne plus.");
        return back(view);
    }

    @PostMapping("/cpts/{slug}/equipe/{mandate}/role")
    String change(
            CommunityView view,
            @PathVariable UUID mandate,
            @RequestParam(defaultValue = "") String role,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.MANAGE);
        var chosen = role(role);
        if (chosen.isEmpty()) {
            return page(view, Form.empty(), new FormErrors().add("Choisissez un rôle de la liste."), model);
        }
        var label = chosen.get().label();
        return answer(
                view, team.change(view, mandate, chosen.get()), " a maintenant le rôle : " + label + ".", model, flash);
    }

    @PostMapping("/cpts/{slug}/equipe/{mandate}/retrait")
    String revoke(CommunityView view, @PathVariable UUID mandate, Model model, RedirectAttributes flash) {
        view.require(Right.MANAGE);
        return answer(view, team.revoke(view, mandate), " n’a plus ce rôle.", model, flash);
    }

    private String answer(CommunityView view, Outcome outcome, String done, Model model, RedirectAttributes flash) {
        return switch (outcome) {
            case Outcome.Done(var name) -> {
                Flash.notice(flash, name + done);
                yield back(view);
            }
            case Outcome.AlreadyHeld(var name) -> {
                Flash.notice(flash, name + done);
                yield back(view);
            }
            case Outcome.TooManyInvitations(var sentence) ->
                page(view, Form.empty(), new FormErrors().add(sentence), model);
            case Outcome.LastManager(var name) ->
                page(
                        view,
                        Form.empty(),
                        new FormErrors()
                                .add(name
                                        + " est la dernière personne qui peut gérer cette CPTS. Donnez d’abord le rôle"
                                        + " Coordination ou Présidence à quelqu’un d’autre."),
                        model);
        };
    }

    private String page(CommunityView view, Form form, FormErrors problem, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("people", team.people(view));
        model.addAttribute("invited", team.invited(view));
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("roles", roles());
        return "community/team";
    }

    private static List<Option> roles() {
        return Team.roles().stream()
                .map(role -> new Option(role.name(), role.label()))
                .toList();
    }

    private static Optional<Role> role(String code) {
        return Team.roles().stream().filter(role -> role.name().equals(code)).findFirst();
    }

    private static String back(CommunityView view) {
        return "redirect:" + view.at("/equipe");
    }
}
