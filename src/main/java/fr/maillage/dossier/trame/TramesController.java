package fr.maillage.dossier.trame;

import fr.maillage.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trames of the installation and what is wrong in the files of a region, for who administers. */
@Controller
class TramesController {

    private final Trames trames;

    TramesController(Trames trames) {
        this.trames = trames;
    }

    @GetMapping("/administration/trames")
    String list(Model model) {
        model.addAttribute("trames", trames.all());
        model.addAttribute("faults", trames.faults());
        model.addAttribute("folder", trames.folder().toString());
        return "dossier/trames";
    }

    @PostMapping("/administration/trames")
    String reload(RedirectAttributes flash) {
        trames.reload();
        Flash.notice(
                flash,
                trames.faults().isEmpty()
                        ? "Les trames sont relues."
                        : "Les trames sont relues. Un fichier au moins est à corriger.");
        return "redirect:/administration/trames";
    }
}
