package fr.maillage.access.signin;

import fr.maillage.access.Accounts;
import fr.maillage.access.Actor;
import fr.maillage.access.Invitation;
import fr.maillage.access.Invitations;
import fr.maillage.access.secret.PasswordRule;
import fr.maillage.access.session.Sessions;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Joining by the link of a mail, with a new account or with one's own. */
@Controller
class InvitationController {

    private final Invitations invitations;
    private final Accounts accounts;
    private final Sessions sessions;

    InvitationController(Invitations invitations, Accounts accounts, Sessions sessions) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/invitation/{token}")
    String show(@PathVariable String token, @Nullable Actor actor, Model model, HttpServletResponse response) {
        var found = invitations.byToken(token);
        if (found.isEmpty()) {
            return ClosedLink.INVITATION.page(model, response);
        }
        var invitation = found.get();
        return actor != null || accounts.findByEmail(invitation.email()).isPresent()
                ? join(token, invitation, actor, model)
                : newAccount(token, invitation, invitation.name(), FormErrors.NONE, model);
    }

    /** With a signed-in person: joins with that account. Otherwise: with a new one. */
    @PostMapping("/invitation/{token}")
    String accept(
            @PathVariable String token,
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "motdepasse", defaultValue = "") String password,
            @Nullable Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var found = invitations.byToken(token);
        if (found.isEmpty()) {
            return ClosedLink.INVITATION.page(model, response);
        }
        var invitation = found.get();
        if (actor == null) {
            var errors = new NewAccountForm(name, invitation.email(), password).check();
            if (!errors.isEmpty()) {
                response.setStatus(422);
                return newAccount(token, invitation, name, errors, model);
            }
        }
        var outcome = actor == null
                ? invitations.acceptWithNewAccount(token, name, password)
                : invitations.accept(token, actor.account());
        return switch (outcome) {
            case Invitations.Outcome.Joined(var account) -> {
                if (actor == null) {
                    sessions.open(account, request, response);
                }
                Flash.notice(flash, welcome(invitation));
                yield "redirect:/espaces";
            }
            case Invitations.Outcome.Closed() -> ClosedLink.INVITATION.page(model, response);
            case Invitations.Outcome.HasAccount(var known) -> join(token, known, null, model);
        };
    }

    private static String welcome(Invitation invitation) {
        var role = invitation.role();
        return role == null
                ? "Votre compte est créé."
                : "Vous avez rejoint %s\u00A0: %s.".formatted(place(invitation), role.label());
    }

    private static String place(Invitation invitation) {
        return invitation.placeName().isEmpty() ? "la plateforme" : invitation.placeName();
    }

    private String join(String token, Invitation invitation, @Nullable Actor actor, Model model) {
        model.addAttribute("page", new JoinPage(token, invitation, place(invitation), actor));
        return "access/invitation";
    }

    private static String newAccount(String token, Invitation invitation, String name, FormErrors errors, Model model) {
        var role = invitation.role();
        var lead = role == null
                ? "Votre adresse est confirmée. Choisissez un mot de passe."
                : "%s vous invite à rejoindre %s\u00A0: %s."
                        .formatted(invitation.invitedBy(), place(invitation), role.label());
        model.addAttribute(
                "page",
                new NewAccountPage(
                        "/invitation/" + token,
                        "Créer votre compte",
                        lead,
                        name,
                        invitation.email(),
                        true,
                        PasswordRule.HELP,
                        errors));
        return "access/nouveau-compte";
    }
}
