package fr.maillage.access.signin;

import fr.maillage.access.Actor;
import fr.maillage.access.Gender;
import fr.maillage.access.secret.PasswordRule;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: name, password, roles, data. */
@Controller
class AccountController {

    private final OwnAccount own;
    private final PasswordChanges passwords;
    private final Attempts attempts;

    AccountController(OwnAccount own, PasswordChanges passwords, Attempts attempts) {
        this.own = own;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @GetMapping("/compte")
    String show(Actor actor, Model model) {
        return page(actor, actor.name(), own.gender(actor), FormErrors.NONE, model);
    }

    @PostMapping("/compte")
    String rename(
            Actor actor,
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "accord", defaultValue = "NEUTRAL") Gender gender,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var errors = new FormErrors();
        NewAccountForm.checkName(name, errors);
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return page(actor, name, gender, errors, model);
        }
        own.rename(actor, name, gender);
        Flash.notice(flash, "Votre compte est à jour.");
        return "redirect:/compte";
    }

    @PostMapping("/compte/mot-de-passe")
    String changePassword(
            Actor actor,
            @RequestParam(name = "actuel", defaultValue = "") String current,
            @RequestParam(name = "motdepasse", defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var errors = new FormErrors();
        PasswordRule.problem(password, actor.name(), actor.email())
                .ifPresent(problem -> errors.add("motdepasse", problem));
        // A borrowed browser must not become a place to guess the password at leisure.
        switch (attempts.signIn(actor.email(), request.getRemoteAddr())) {
            case Attempts.Outcome.TooMany tooMany ->
                errors.add("actuel", "Trop d’essais en peu de temps. Réessayez dans " + tooMany.inWords() + ".");
            case Attempts.Outcome.Allowed(long attempt) -> {
                if (passwords.isCurrent(actor, current)) {
                    attempts.forgive(attempt);
                } else {
                    errors.add("actuel", "Ce n’est pas votre mot de passe actuel. Vérifiez-le.");
                }
            }
        }
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return page(actor, actor.name(), own.gender(actor), errors, model);
        }
        passwords.own(actor, password, request);
        Flash.notice(flash, "Votre mot de passe est changé. Vos autres sessions ont pris fin.");
        return "redirect:/compte";
    }

    @GetMapping("/compte/donnees.json")
    ResponseEntity<byte[]> data(Actor actor) {
        var disposition = ContentDisposition.attachment()
                .filename("mes-donnees-maillage.json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .cacheControl(CacheControl.noStore())
                .body(own.data(actor));
    }

    private String page(Actor actor, String name, Gender gender, FormErrors errors, Model model) {
        model.addAttribute(
                "page",
                new AccountPage(
                        name,
                        actor.email(),
                        gender.name(),
                        Arrays.stream(Gender.values())
                                .map(choice -> new Option(choice.name(), choice.label()))
                                .toList(),
                        own.places(actor),
                        PasswordRule.HELP,
                        errors));
        return "access/compte";
    }
}
