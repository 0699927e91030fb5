package fr.maillage.access.signin;

import fr.maillage.access.Accounts;
import fr.maillage.access.secret.PasswordRule;
import fr.maillage.access.session.Sessions;
import fr.maillage.ui.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the address printed at the first start. */
@Controller
class FirstAccountController {

    private final OneTimeLinks links;
    private final FirstAccount firstAccount;
    private final Accounts accounts;
    private final Sessions sessions;

    FirstAccountController(OneTimeLinks links, FirstAccount firstAccount, Accounts accounts, Sessions sessions) {
        this.links = links;
        this.firstAccount = firstAccount;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/premier-compte/{token}")
    String form(@PathVariable String token, Model model, HttpServletResponse response) {
        return links.isFirstAccount(token)
                ? page(token, "", "", FormErrors.NONE, model)
                : ClosedLink.FIRST_ACCOUNT.page(model, response);
    }

    @PostMapping("/premier-compte/{token}")
    String create(
            @PathVariable String token,
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "courriel", defaultValue = "") String email,
            @RequestParam(name = "motdepasse", defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!links.isFirstAccount(token)) {
            return ClosedLink.FIRST_ACCOUNT.page(model, response);
        }
        var errors = new NewAccountForm(name, email, password).check();
        if (errors.isEmpty() && accounts.findByEmail(email).isPresent()) {
            errors.add("courriel", "Cette adresse a déjà un compte. Prenez-en une autre.");
        }
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return page(token, name, email, errors, model);
        }
        var account = firstAccount.create(token, name, email, password);
        if (account.isEmpty()) {
            return ClosedLink.FIRST_ACCOUNT.page(model, response);
        }
        sessions.open(account.get(), request, response);
        return "redirect:/administration";
    }

    private static String page(String token, String name, String email, FormErrors errors, Model model) {
        model.addAttribute(
                "page",
                new NewAccountPage(
                        "/premier-compte/" + token,
                        "Créer le compte d’administration",
                        "Ce compte règle la plateforme et invite les autres personnes.",
                        name,
                        email,
                        false,
                        PasswordRule.HELP,
                        errors));
        return "access/nouveau-compte";
    }
}
