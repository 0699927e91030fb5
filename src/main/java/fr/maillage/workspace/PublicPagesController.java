package fr.maillage.workspace;

import fr.maillage.rulebook.Rulebook;
import fr.maillage.rules.LegalDelay;
import fr.maillage.rules.SizeClasses;
import fr.maillage.shared.Today;
import fr.maillage.territory.Dataset;
import java.util.Comparator;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that every public service owes its readers. */
@Controller
class PublicPagesController {

    private final Rulebook rulebook;
    private final Today today;

    PublicPagesController(Rulebook rulebook, Today today) {
        this.rulebook = rulebook;
        this.today = today;
    }

    @GetMapping("/aide")
    String help() {
        return "workspace/help";
    }

    @GetMapping("/accessibilite")
    String accessibility() {
        return "workspace/accessibility";
    }

    @GetMapping("/donnees-personnelles")
    String privacy() {
        return "workspace/privacy";
    }

    /** Read from the data files themselves, so that the page cannot say another source than the one used. */
    @GetMapping("/sources")
    String sources(Model page) {
        var dataset = Dataset.shipped();
        var day = today.day();
        page.addAttribute("dataset", dataset);
        page.addAttribute(
                "populations",
                dataset.populations().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                        .map(Map.Entry::getValue)
                        .toList());
        page.addAttribute("grids", rulebook.grids().all());
        page.addAttribute("sizes", SizeClasses.on(day).all().getFirst().source());
        page.addAttribute("delay", LegalDelay.project(day).source());
        return "workspace/sources";
    }
}
