package fr.maillage.ui;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The acronyms of the field, for everybody. */
@Controller
class GlossaryController {

    @GetMapping("/glossaire")
    String glossary(@RequestParam(value = "recherche", defaultValue = "") String typed, Model page) {
        page.addAttribute("typed", typed);
        page.addAttribute("found", Acronyms.about(typed));
        page.addAttribute("source", Acronyms.source());
        return "ui/glossary";
    }
}
