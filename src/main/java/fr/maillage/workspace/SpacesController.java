package fr.maillage.workspace;

import fr.maillage.access.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a person lands after sign-in: straight in the only place they have, else the choice of them. */
@Controller
class SpacesController {

    private final WorkplaceSource workplaces;

    SpacesController(WorkplaceSource workplaces) {
        this.workplaces = workplaces;
    }

    @GetMapping("/espaces")
    String spaces(Actor actor, Model model) {
        var spaces = workplaces.spaces(actor, "");
        if (spaces.size() == 1) {
            return "redirect:" + spaces.getFirst().href();
        }
        model.addAttribute("spaces", spaces);
        return "workspace/spaces";
    }
}
