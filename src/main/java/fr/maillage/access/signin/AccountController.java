package fr.maillage.access.signin;

import fr.maillage.access.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One's own account. */
@Controller
class AccountController {

    @GetMapping("/compte")
    String show(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        return "access/compte";
    }
}
