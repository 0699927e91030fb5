package fr.maillage.workspace;

import fr.maillage.community.CommunityView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home of a CPTS. */
@Controller
class ParcoursController {

    private final ParcoursPages pages;

    ParcoursController(ParcoursPages pages) {
        this.pages = pages;
    }

    @GetMapping("/cpts/{slug}")
    String parcours(CommunityView view, Model model) {
        model.addAttribute("page", pages.of(view));
        return "workspace/parcours";
    }
}
