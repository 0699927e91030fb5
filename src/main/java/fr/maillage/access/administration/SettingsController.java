package fr.maillage.access.administration;

import fr.maillage.access.Actor;
import fr.maillage.access.signin.SignUpSetting;
import fr.maillage.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an administrator decides for the whole installation. */
@Controller
class SettingsController {

    private final SignUpSetting signUp;

    SettingsController(SignUpSetting signUp) {
        this.signUp = signUp;
    }

    @GetMapping("/administration/reglages")
    String form(Model model) {
        model.addAttribute("signUp", signUp.allowed());
        return "access/reglages";
    }

    @PostMapping("/administration/reglages")
    String save(
            @RequestParam(name = "inscription", defaultValue = "false") boolean allowed,
            Actor actor,
            RedirectAttributes flash) {
        signUp.allow(allowed, actor);
        Flash.notice(flash, "Les réglages sont enregistrés.");
        return "redirect:/administration/reglages";
    }
}
