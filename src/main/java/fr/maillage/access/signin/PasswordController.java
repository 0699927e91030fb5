package fr.maillage.access.signin;

import fr.maillage.access.Accounts;
import fr.maillage.access.secret.PasswordRule;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing a new password by the link of a mail. */
@Controller
class PasswordController {

    private final OneTimeLinks links;
    private final PasswordChanges changes;
    private final Accounts accounts;

    PasswordController(OneTimeLinks links, PasswordChanges changes, Accounts accounts) {
        this.links = links;
        this.changes = changes;
        this.accounts = accounts;
    }

    @GetMapping("/mot-de-passe/{token}")
    String form(@PathVariable String token, Model model, HttpServletResponse response) {
        return links.findPasswordReset(token).isPresent()
                ? page(token, FormErrors.NONE, model)
                : ClosedLink.PASSWORD_RESET.page(model, response);
    }

    @PostMapping("/mot-de-passe/{token}")
    String change(
            @PathVariable String token,
            @RequestParam(name = "motdepasse", defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var account = links.findPasswordReset(token);
        if (account.isEmpty()) {
            return ClosedLink.PASSWORD_RESET.page(model, response);
        }
        var person = accounts.find(account.get()).orElseThrow(() -> new NotFound("account " + account.get()));
        var problem = PasswordRule.problem(password, person.name(), person.email());
        if (problem.isPresent()) {
            response.setStatus(422);
            return page(token, new FormErrors().add("motdepasse", problem.get()), model);
        }
        if (!changes.byLink(token, password)) {
            return ClosedLink.PASSWORD_RESET.page(model, response);
        }
        Flash.notice(flash, "Votre mot de passe est changé. Connectez-vous avec le nouveau.");
        return "redirect:/connexion";
    }

    private static String page(String token, FormErrors errors, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("help", PasswordRule.HELP);
        model.addAttribute("errors", errors);
        return "access/mot-de-passe";
    }
}
