package fr.maillage.access.signin;

import fr.maillage.access.Actor;
import fr.maillage.platform.Settings;
import fr.maillage.ui.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one asks for without being signed in: an account of one's own, a new password. Both are answered by a mail. */
@Controller
class SignUpController {

    private final MailedLinks links;
    private final Attempts attempts;
    private final SignUpSetting setting;
    private final Settings settings;

    SignUpController(MailedLinks links, Attempts attempts, SignUpSetting setting, Settings settings) {
        this.links = links;
        this.attempts = attempts;
        this.setting = setting;
        this.settings = settings;
    }

    @GetMapping("/inscription")
    String signUp(@Nullable Actor actor, Model model) {
        // Who has an account creates a CPTS, not a second account.
        return actor != null ? "redirect:/cpts/nouvelle" : signUpPage("", "", FormErrors.NONE, model);
    }

    @PostMapping("/inscription")
    String signUp(
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "courriel", defaultValue = "") String email,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!setting.allowed()) {
            return signUpPage(name, email, FormErrors.NONE, model);
        }
        var errors = new FormErrors();
        NewAccountForm.checkName(name, errors);
        NewAccountForm.checkEmail(email, errors);
        limit(email, request, errors);
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return signUpPage(name, email, errors, model);
        }
        SteadyPace.run(() -> links.signUp(email, name));
        return sent(
                "Ouvrez le message que nous vous envoyons",
                "Il part à " + email.strip() + ". Ouvrez l’adresse qu’il contient pour choisir votre mot de passe.",
                model);
    }

    @GetMapping("/mot-de-passe-oublie")
    String forgotten(Model model) {
        return forgottenPage("", FormErrors.NONE, model);
    }

    @PostMapping("/mot-de-passe-oublie")
    String forgotten(
            @RequestParam(name = "courriel", defaultValue = "") String email,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var errors = new FormErrors();
        NewAccountForm.checkEmail(email, errors);
        limit(email, request, errors);
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return forgottenPage(email, errors, model);
        }
        SteadyPace.run(() -> links.resetPassword(email));
        return sent(
                "Ouvrez le message que nous vous envoyons",
                "Si " + email.strip()
                        + " a un compte, un message y part. L’adresse qu’il contient sert une fois, pendant une heure.",
                model);
    }

    private void limit(String email, HttpServletRequest request, FormErrors errors) {
        if (errors.isEmpty()
                && attempts.mail(email.strip(), request.getRemoteAddr()) instanceof Attempts.Outcome.TooMany tooMany) {
            errors.add("Trop de demandes en peu de temps. Réessayez dans " + tooMany.inWords() + ".");
        }
    }

    private String signUpPage(String name, String email, FormErrors errors, Model model) {
        model.addAttribute("allowed", setting.allowed());
        model.addAttribute("name", name);
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        return "access/inscription";
    }

    private static String forgottenPage(String email, FormErrors errors, Model model) {
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        return "access/mot-de-passe-oublie";
    }

    private String sent(String title, String sentence, Model model) {
        model.addAttribute("title", title);
        model.addAttribute("sentence", sentence);
        model.addAttribute("demo", settings.demo());
        return "access/message-envoye";
    }
}
