package fr.maillage.statutes;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** « Qui peut vous aider ». */
@Controller
class HelpController {

    private final HelpingBodies bodies;

    HelpController(HelpingBodies bodies) {
        this.bodies = bodies;
    }

    @GetMapping("/cpts/{slug}/interlocuteurs")
    String show(CommunityView view, Model model) {
        view.require(Right.READ);
        model.addAttribute("page", bodies.of(view));
        return "statutes/help";
    }
}
