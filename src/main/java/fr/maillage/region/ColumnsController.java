package fr.maillage.region;

import fr.maillage.access.InstitutionView;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Option;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a person chooses the columns of their portfolio: the choice is theirs alone and holds in every institution. */
@Controller
class ColumnsController {

    private final SavedColumns saved;

    ColumnsController(SavedColumns saved) {
        this.saved = saved;
    }

    @GetMapping("/institutions/{slug}/portefeuille/colonnes")
    String show(InstitutionView view, Model model) {
        model.addAttribute("institution", view.institution());
        model.addAttribute(
                "options",
                Arrays.stream(PortfolioColumn.values())
                        .map(column -> new Option(column.code(), column.label(), column.help()))
                        .toList());
        model.addAttribute(
                "chosen",
                saved.of(view.actor().account()).stream()
                        .map(PortfolioColumn::code)
                        .toList());
        return "region/columns";
    }

    @PostMapping("/institutions/{slug}/portefeuille/colonnes")
    String save(
            InstitutionView view,
            @RequestParam(name = "colonnes", defaultValue = "") List<String> codes,
            @RequestParam(name = "habituelles", defaultValue = "") String usual,
            RedirectAttributes flash) {
        var columns = usual.isEmpty() ? PortfolioColumn.ofCodes(codes) : List.<PortfolioColumn>of();
        saved.save(view.actor().account(), columns);
        Flash.notice(
                flash,
                columns.isEmpty()
                        ? "La liste et ses exports ont leurs colonnes habituelles."
                        : "La liste et ses exports ont vos colonnes.");
        return "redirect:/institutions/" + view.institution().slug() + "/portefeuille";
    }
}
