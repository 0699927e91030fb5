package fr.maillage.dossier.teamwork;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The history of the whole project, for its team. */
@Controller
class ProjectHistoryController {

    private final ProjectHistory history;
    private final Today today;

    ProjectHistoryController(ProjectHistory history, Today today) {
        this.history = history;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/historique")
    String show(CommunityView view, HttpServletRequest request, Model model) {
        view.require(Right.READ);
        model.addAttribute("view", view);
        model.addAttribute("listing", history.page(view, ProjectHistory.SPEC.read(request)));
        model.addAttribute(
                "themes",
                ProjectHistory.themes().stream()
                        .map(theme -> new Option(theme.code(), theme.label()))
                        .toList());
        return "dossier/projectHistory";
    }

    @GetMapping("/cpts/{slug}/historique.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, @PathVariable String format, HttpServletRequest request) {
        view.require(Right.READ);
        var rows = history.all(view, ProjectHistory.SPEC.read(request)).stream()
                .map(line -> List.of(
                        Cell.text(French.dateTime(line.at())),
                        Cell.text(line.author()),
                        Cell.text(line.theme()),
                        Cell.text(line.sentence())))
                .toList();
        var sheet = new Spreadsheet(
                "Historique",
                List.of(view.name() + ". Extrait le " + French.dateTime(today.instant()) + ". Au plus "
                        + French.number(ProjectHistory.MOST) + " lignes."),
                List.of("Date", "Qui", "Rubrique", "Changement"),
                rows);
        return Download.of("historique-" + view.slug(), sheet, format);
    }
}
