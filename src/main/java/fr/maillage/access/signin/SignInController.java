package fr.maillage.access.signin;

import fr.maillage.access.CurrentActor;
import fr.maillage.access.DemoAccounts;
import fr.maillage.access.session.PendingForm;
import fr.maillage.access.session.Sessions;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Getting in and out. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final CurrentActor current;
    private final SignUpSetting signUp;
    private final ObjectProvider<DemoAccounts> demo;

    SignInController(
            SignIn signIn,
            Sessions sessions,
            CurrentActor current,
            SignUpSetting signUp,
            ObjectProvider<DemoAccounts> demo) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.current = current;
        this.signUp = signUp;
        this.demo = demo;
    }

    @GetMapping("/connexion")
    String form(
            @RequestParam(name = "suite", defaultValue = "/") String next,
            @RequestParam(name = "fin", defaultValue = "false") boolean ended,
            Model model,
            HttpServletRequest request) {
        if (current.find().isPresent()) {
            return "redirect:" + LocalAddress.of(next);
        }
        return page("", next, ended, PendingForm.isKept(request), FormErrors.NONE, model);
    }

    @PostMapping("/connexion")
    String enter(
            @RequestParam(name = "courriel", defaultValue = "") String email,
            @RequestParam(name = "motdepasse", defaultValue = "") String password,
            @RequestParam(name = "suite", defaultValue = "/") String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = email.strip();
        var errors = new FormErrors();
        if (typed.isEmpty()) {
            errors.add("courriel", "Indiquez votre adresse électronique.");
        }
        if (password.isEmpty()) {
            errors.add("motdepasse", "Indiquez votre mot de passe.");
        }
        if (errors.isEmpty()) {
            switch (signIn.attempt(typed, password, request.getRemoteAddr())) {
                case SignIn.Outcome.Recognised(var account) -> {
                    sessions.open(account, request, response);
                    return "redirect:"
                            + (PendingForm.of(account, request).isPresent() ? "/reprise" : LocalAddress.of(next));
                }
                case SignIn.Outcome.Refused() ->
                    errors.add(
                            "motdepasse",
                            "L’adresse et le mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un nouveau mot de passe.");
                case SignIn.Outcome.TooMany(var wait) -> {
                    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                    errors.add("Trop d’essais en peu de temps. Réessayez dans " + wait + ".");
                }
            }
        }
        if (response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(typed, next, false, false, errors, model);
    }

    @PostMapping("/deconnexion")
    String leave(HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        sessions.close(request, response);
        Flash.notice(flash, "Vous êtes hors connexion.");
        return "redirect:/connexion";
    }

    private String page(String email, String next, boolean ended, boolean kept, FormErrors errors, Model model) {
        var accounts = demo.getIfAvailable();
        model.addAttribute(
                "page",
                new SignInPage(
                        email,
                        LocalAddress.of(next),
                        ended,
                        kept,
                        signUp.allowed(),
                        accounts == null ? List.of() : accounts.all(),
                        errors));
        return "access/connexion";
    }
}
