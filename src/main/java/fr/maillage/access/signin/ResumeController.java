package fr.maillage.access.signin;

import fr.maillage.access.Actor;
import fr.maillage.access.session.PendingForm;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows what was sent after the session had ended; the person sends it again, or not. */
@Controller
class ResumeController {

    @GetMapping("/reprise")
    String show(Actor actor, HttpServletRequest request, Model model) {
        var form = PendingForm.of(actor.account(), request);
        if (form.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("form", form.get());
        return "access/reprise";
    }

    /** Sends it as if it had just been typed: the form carries its fields again. */
    @PostMapping("/reprise")
    String send(Actor actor, HttpServletRequest request) {
        var form = PendingForm.of(actor.account(), request);
        PendingForm.forget(request);
        return form.map(kept -> "forward:" + kept.action()).orElse("redirect:/");
    }

    @PostMapping("/reprise/abandon")
    String drop(Actor actor, HttpServletRequest request) {
        PendingForm.forget(request);
        return "redirect:/";
    }
}
